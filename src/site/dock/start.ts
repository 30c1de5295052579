import '@xterm/xterm/css/xterm.css';
import { showProgress } from '../page/progress.ts';
import { wireBlocks } from '../page/blocks.ts';
import { wireCourseMap } from '../page/course-map.ts';
import { offer, wireFirstPage } from '../page/first-page.ts';
import { loadLaterScripts } from '../page/later-scripts.ts';
import { wireNavigation } from '../page/navigation.ts';
import { wakePictures } from '../page/pictures.ts';
import { wakeQuiz } from '../page/quiz.ts';
import { labelThemeButton, wireTheme } from '../page/theme.ts';
import { wireSearchButton } from '../search/search-button.ts';
import { Dock } from './dock.ts';
import { part } from './dom.ts';
import { LabHost } from './lab-host.ts';
import { Notices } from './notices.ts';
import { missingFeatures } from './old-browser.ts';
import { ProgressStore } from './progress-store.ts';

declare global {
  interface Window {
    /** For tests and the curious: resolves when all up to now is kept for the next visit. */
    drydock?: { save(): Promise<void> };
  }
}

/** Starts the page's script, once. It may run before the page is parsed: the hosts boot meanwhile, since everybody waits for the prompt. */
async function start(): Promise<void> {
  performance.mark('drydock:start');
  const missing = missingFeatures();
  if (missing.length > 0) {
    await parsed();
    part(document, '[data-dock-starting]').hidden = true;
    loadLaterScripts();
    new Notices(part(document, '[data-dock-notices]')).show({ id: 'old', tone: 'error', title: 'oldTitle', text: 'oldText', values: { what: missing.join(', ') } });
    return;
  }
  const progress = new ProgressStore();
  const host = new LabHost(progress);
  window.drydock = { save: () => host.save() };
  document.addEventListener('drydock:prompt', () => requestIdleCallback(() => void import('../page/service-worker.ts').then(({ startServiceWorker }) => startServiceWorker()), { timeout: 4000 }), { once: true });
  // Not beside what the prompt waits for.
  document.addEventListener('drydock:prompt', loadLaterScripts, { once: true });
  host.onState(({ kind }) => {
    if (kind !== 'starting' && kind !== 'ready') loadLaterScripts();
  });
  void host.openForPage();
  await parsed();
  wakeQuiz(progress);
  wakePictures(host);
  // The host's boot is asked for first: it goes on while the dock takes the page's processor.
  await new Promise((resolve) => setTimeout(resolve));
  const dock = new Dock(part(document, '#dock'), progress, host);
  performance.mark('drydock:dock');
  wireFirstPage(dock);
  wireTheme(() => dock.retheme());
  wireBlocks(dock);
  wireCourseMap();
  wireSearchButton();
  const shown = (): void => showProgress(progress);
  progress.onChange(shown);
  shown();
  wireNavigation(() => {
    loadLaterScripts();
    labelThemeButton();
    shown();
    wakeQuiz(progress);
    wakePictures(host);
    dock.pageChanged();
    offer(dock);
  });
}

/** Resolves when the page's elements are all there. */
function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('readystatechange', () => resolve(), { once: true }));
}

void start();
