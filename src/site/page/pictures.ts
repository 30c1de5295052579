import { DisposableStore, toDisposable } from '../../base/index.ts';
import type { LabHost } from '../dock/lab-host.ts';

let awake = new DisposableStore();

/**
 * Brings the page's pictures to life when they come near the screen, after the prompt (or when there will be none); until then they are drawings to look at.
 * Call again after navigation: what the last page's pictures had open ends.
 */
export function wakePictures(host: LabHost): void {
  awake.dispose();
  awake = new DisposableStore();
  const store = awake;
  const figures = document.querySelectorAll<HTMLElement>('[data-picture]');
  if (figures.length === 0) return;
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        void import('../pictures/start-picture.ts').then(({ startPicture }) => startPicture(target as HTMLElement, host)).then((started) => store.add(started));
      }
    },
    { rootMargin: '1200px' },
  );
  store.add(toDisposable(() => watcher.disconnect()));
  const watch = (): void => {
    for (const figure of figures) watcher.observe(figure);
  };
  if (document.documentElement.dataset['prompt'] === 'ready') return watch();
  document.addEventListener('drydock:prompt', watch, { once: true });
  store.add(toDisposable(() => document.removeEventListener('drydock:prompt', watch)));
  store.add(
    host.onState(({ kind }) => {
      if (kind !== 'starting' && kind !== 'ready') watch();
    }),
  );
}
