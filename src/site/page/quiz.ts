import type { ProgressStore } from '../dock/progress-store.ts';

/**
 * Brings the page's questions to life when they come near the screen; until then they can be read with their answers. Needs neither terminal nor
 * worker. Call again after navigation.
 */
export function wakeQuiz(store: ProgressStore): void {
  const section = document.querySelector<HTMLElement>('[data-quiz]');
  if (!section) return;
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      void import('./quiz-start.ts').then(({ startQuiz }) => startQuiz(section, store));
    },
    { rootMargin: '800px' },
  );
  watcher.observe(section);
}
