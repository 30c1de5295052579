import '@xterm/xterm/css/xterm.css';
import { showProgress } from '../page/progress.ts';
import { wireBlocks } from '../page/blocks.ts';
import { wireCourseMap } from '../page/course-map.ts';
import { offer, wireFirstPage } from '../page/first-page.ts';
import { wireNavigation } from '../page/navigation.ts';
import { wireQuiz } from '../page/quiz.ts';
import { labelThemeButton, wireTheme } from '../page/theme.ts';
import { wireSearchButton } from '../search/search-button.ts';
import { Dock } from './dock.ts';
import { part } from './dom.ts';
import { Notices } from './notices.ts';
import { missingFeatures } from './old-browser.ts';
import { ProgressStore } from './progress-store.ts';

/** Starts the page's script, once: the dock first, since everybody waits for its prompt. */
function start(): void {
  const element = part(document, '#dock');
  const missing = missingFeatures();
  if (missing.length > 0) {
    part(element, '[data-dock-starting]').hidden = true;
    new Notices(part(element, '[data-dock-notices]')).show({ id: 'old', tone: 'error', title: 'oldTitle', text: 'oldText', values: { what: missing.join(', ') } });
    return;
  }
  const progress = new ProgressStore();
  const dock = new Dock(element, progress);
  wireFirstPage(dock);
  dock.open();
  wireTheme(() => dock.retheme());
  wireBlocks(dock);
  wireCourseMap();
  wireQuiz();
  wireSearchButton();
  const shown = (): void => showProgress(progress);
  progress.onChange(shown);
  shown();
  wireNavigation(() => {
    labelThemeButton();
    shown();
    dock.pageChanged();
    offer(dock);
  });
}

start();
