import { fill } from '../i18n/locale.ts';
import type { ProgressStore } from '../dock/progress-store.ts';

/** Shows in the header and on the course map what is done, and how the quizzes went; call again after navigation and changes. */
export function showProgress(store: ProgressStore): void {
  const labs = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="drydock-labs"]')?.content ?? '{}') as Record<string, number>;
  const done = Object.keys(labs).reduce((sum, lab) => sum + doneIn(store, lab), 0);
  const all = Object.values(labs).reduce((sum, tasks) => sum + tasks, 0);
  const box = document.querySelector<HTMLElement>('[data-progress]');
  const bar = box?.querySelector<HTMLElement>('i');
  const text = box?.querySelector('.progress-text');
  if (box && bar && text) {
    box.hidden = all === 0;
    bar.style.width = `${all === 0 ? 0 : (100 * done) / all}%`;
    text.textContent = `${done}/${all}`;
    box.title = fill(box.dataset['text'] ?? '', { done, all });
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', box.title);
  }
  for (const link of document.querySelectorAll<HTMLElement>('[data-chapter-lab]')) {
    const lab = link.dataset['chapterLab'] ?? '';
    const count = doneIn(store, lab);
    const state = link.querySelector<HTMLElement>('[data-chapter-state]');
    if (state) state.textContent = count === 0 ? '' : count >= (labs[lab] ?? 0) ? '✓' : `${count}/${labs[lab] ?? 0}`;
  }
  for (const line of document.querySelectorAll<HTMLElement>('[data-quiz-state]')) {
    const best = store.quiz(line.dataset['quizState'] ?? '')?.best;
    line.hidden = best === undefined;
    line.textContent = best === undefined ? '' : fill(line.dataset['text'] ?? '', { right: best.right, of: best.of });
  }
}

function doneIn(store: ProgressStore, lab: string): number {
  return Object.keys(store.of(lab).done).length;
}
