import type { LabSession } from '../../lab/index.ts';
import { pageTexts } from '../i18n/page-texts.ts';
import { TaskView } from './task-view.ts';
import { locale } from './texts.ts';

/** The tasks that stand in the lesson: fills their cards and keeps them up to date. */
export class TaskCards {
  #views: { card: HTMLElement; view: TaskView }[] = [];

  /** Fills the cards of the page at hand. Call again after navigation. */
  attach(session: LabSession): void {
    this.#views = [];
    for (const card of document.querySelectorAll<HTMLElement>('[data-task]')) {
      const task = session.lab.tasks.find((each) => each.id === card.dataset['task']);
      const live = card.querySelector<HTMLElement>('[data-task-live]');
      if (!task || !live || card.dataset['lab'] !== session.lab.id) continue;
      const view = new TaskView(session, task);
      live.replaceChildren(view.element);
      this.#views.push({ card, view });
    }
    this.update(session);
  }

  update(session: LabSession): void {
    const t = pageTexts(locale());
    for (const { card, view } of this.#views) {
      const done = session.state(view.task).status === 'done';
      card.dataset['state'] = done ? 'done' : session.current?.id === view.task.id ? 'current' : 'todo';
      const state = card.querySelector('[data-task-state]');
      if (state) state.textContent = t(done ? 'taskDone' : 'taskTodo');
      view.update();
    }
  }
}
