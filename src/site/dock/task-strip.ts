import type { LabSession, Task } from '../../lab/index.ts';
import { el } from './dom.ts';
import { showInline } from './inline.ts';
import { TaskView } from './task-view.ts';
import { locale, name, say, t } from './texts.ts';

/** The strip at the dock's foot: how many tasks are done, the current one, its live message. */
export class TaskStrip {
  readonly #root: HTMLElement;
  readonly #passed = el('p', { class: 'strip-passed', role: 'status', hidden: true });
  readonly #bar = el('span', { class: 'strip-bar', 'aria-hidden': 'true' });
  readonly #count = el('span', { class: 'strip-count' });
  readonly #title = el('a', { class: 'strip-title', href: '#' });
  readonly #fold = el('button', { type: 'button', class: 'icon-button strip-fold', 'aria-expanded': 'true' });
  readonly #work = el('div', { class: 'strip-work' });
  #session: LabSession | undefined;
  #view: TaskView | undefined;
  #done = new Set<string>();
  #justPassed: Task | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#fold.innerHTML = '<svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6 9l6 6 6-6"/></svg>';
    name(this.#fold, 'tasks');
    this.#fold.addEventListener('click', () => {
      const folded = this.#root.toggleAttribute('data-folded');
      this.#fold.setAttribute('aria-expanded', String(!folded));
    });
    // A phone's screen is for the terminal; the strip unfolds at a touch.
    if (matchMedia('(max-width: 49.99rem)').matches) this.#fold.click();
    root.append(this.#passed, el('div', { class: 'strip-head' }, this.#bar, this.#count, this.#title, this.#fold), this.#work);
  }

  /** Shows another session's tasks; hides the strip where the page has none. */
  attach(session: LabSession | undefined, onPage: boolean): void {
    this.#root.hidden = !session || !onPage || session.lab.tasks.length === 0;
    if (session !== this.#session) {
      this.#session = session;
      this.#justPassed = undefined;
      this.#done = new Set(session ? doneOf(session) : []);
      this.#view = undefined;
      this.#work.replaceChildren();
    }
    if (session) this.update(session);
  }

  update(session: LabSession): void {
    const done = doneOf(session);
    const fresh = session.lab.tasks.find((task) => done.includes(task.id) && !this.#done.has(task.id));
    if (fresh) this.#justPassed = fresh;
    else if (done.length < this.#done.size) this.#justPassed = undefined;
    this.#done = new Set(done);
    const { current } = session;
    say(this.#count, 'tasksDone', { done: done.length, all: session.lab.tasks.length });
    this.#bar.replaceChildren(...session.lab.tasks.map((task) => el('i', { 'data-state': done.includes(task.id) ? 'done' : task === current ? 'current' : 'todo' })));
    this.#passed.hidden = !this.#justPassed || !current;
    if (this.#justPassed) showInline(this.#passed, this.#justPassed.passed[locale()]);
    if (!current) {
      this.#view = undefined;
      say(this.#title, 'allDone');
      this.#title.href = '#next';
      const text = el('p', { class: 'task-message', 'data-tone': 'passed' });
      say(text, 'allDoneText');
      this.#work.replaceChildren(text);
      return;
    }
    delete this.#title.dataset['t'];
    this.#title.textContent = current.title[locale()];
    this.#title.href = `#task-${current.id}`;
    this.#title.title = t('toTask');
    if (this.#view?.task !== current) {
      this.#view = new TaskView(session, current);
      this.#work.replaceChildren(this.#view.element);
    } else this.#view.update();
  }
}

function doneOf(session: LabSession): string[] {
  return session.lab.tasks.filter((task) => session.state(task).status === 'done').map((task) => task.id);
}
