import { formatMessage, type LabSession, type Localized, type Task } from '../../lab/index.ts';
import { copyText } from './copy-text.ts';
import { type Comparison, comparisonAsked } from './editor/comparison.ts';
import { el } from './dom.ts';
import { showInline } from './inline.ts';
import { locale, say, t } from './texts.ts';

/** What a task says and offers while it is worked on: its live message, hints, solution, answer field and buttons. Stands in the lesson and on the dock's strip. */
export class TaskView {
  readonly element = el('div', { class: 'task-work' });
  readonly task: Task;
  readonly #session: LabSession;
  readonly #message = el('p', { class: 'task-message', role: 'status' });
  readonly #hints = el('ol', { class: 'task-hints' });
  readonly #solution = el('div', { class: 'task-solution', hidden: true });
  readonly #check = el('button', { type: 'button', class: 'button check' });
  readonly #hint = el('button', { type: 'button', class: 'button' });
  readonly #show = el('button', { type: 'button', class: 'button', 'aria-expanded': 'false' });
  readonly #answer: HTMLInputElement | undefined;

  constructor(session: LabSession, task: Task) {
    this.#session = session;
    this.task = task;
    const actions = el('p', { class: 'task-actions' }, this.#check, this.#hint, this.#show);
    this.element.append(this.#message);
    if (task.answer) {
      this.#answer = el('input', { type: 'text', inputmode: task.answer.kind === 'number' ? 'numeric' : 'text', autocomplete: 'off', spellcheck: 'false' });
      this.element.append(el('label', { class: 'task-answer' }, el('span', {}), this.#answer));
      this.#answer.value = session.progress.answers[task.id] ?? '';
      this.#answer.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') void this.check();
      });
    }
    this.element.append(actions, this.#hints, this.#solution);
    this.#check.addEventListener('click', () => void this.check());
    this.#hint.addEventListener('click', () => session.openHint(task));
    this.#show.addEventListener('click', () => this.#toggleSolution());
    this.update();
  }

  /** Checks the task now, because the learner asks. */
  async check(): Promise<void> {
    // A host that is gone is told of elsewhere.
    await this.#session.check(this.task, this.#answer?.value.trim()).catch(() => undefined);
  }

  /** Shows the task's state as it is now, in the page's language. */
  update(): void {
    const state = this.#session.state(this.task);
    const done = state.status === 'done';
    this.#showMessage();
    say(this.#check, state.checking && state.asked ? 'checking' : this.task.answer ? 'answerSend' : 'check');
    this.#check.classList.toggle('primary', !done && this.#session.current?.id === this.task.id);
    const open = this.#session.progress.hints[this.task.id] ?? 0;
    this.#showHints(open);
    this.#hint.hidden = done || this.task.hints.length === 0;
    this.#hint.disabled = open >= this.task.hints.length;
    if (open === 0) say(this.#hint, 'hint');
    else if (open < this.task.hints.length) say(this.#hint, 'hintNext', { open, all: this.task.hints.length });
    else say(this.#hint, 'hintNone');
    say(this.#show, this.#solution.hidden ? 'solution' : 'solutionHide');
    if (!this.#solution.hidden && this.#solution.dataset['locale'] !== locale()) this.#fillSolution();
    const label = this.element.querySelector('.task-answer span');
    if (label && this.task.answer) label.textContent = this.task.answer.label[locale()];
  }

  #showMessage(): void {
    const state = this.#session.state(this.task);
    const current = this.#session.current?.id === this.task.id;
    const { verdict } = state;
    const [tone, text] = ((): [string, string] => {
      if (state.status === 'done') return ['passed', this.task.passed[locale()]];
      if (!verdict || (!state.asked && !current)) return ['', ''];
      if (verdict.kind === 'failed') {
        const message: Localized | undefined = this.task.messages[verdict.key];
        return message ? [state.asked ? 'failed' : 'live', formatMessage(message, verdict.args)[locale()]] : ['', ''];
      }
      return verdict.kind === 'broken' && state.asked ? ['broken', t('broken')] : ['', ''];
    })();
    this.#message.dataset['tone'] = tone;
    this.#message.hidden = text === '';
    if (this.#message.dataset['text'] === text) return;
    this.#message.dataset['text'] = text;
    showInline(this.#message, text);
  }

  #showHints(open: number): void {
    this.#hints.hidden = open === 0;
    const shown = this.task.hints.slice(0, open).map((hint) => hint[locale()]);
    if (this.#hints.dataset['text'] === shown.join('\n')) return;
    this.#hints.dataset['text'] = shown.join('\n');
    this.#hints.replaceChildren(
      ...shown.map((text) => {
        const item = el('li');
        showInline(item, text);
        return item;
      }),
    );
  }

  #toggleSolution(): void {
    this.#solution.hidden = !this.#solution.hidden;
    this.#show.setAttribute('aria-expanded', String(!this.#solution.hidden));
    this.update();
  }

  #fillSolution(): void {
    this.#solution.dataset['locale'] = locale();
    const text = this.task.solve.text
      .split('\n')
      .filter((line) => !/^(#!|set -)/.test(line))
      .join('\n')
      .trim();
    const note = el('p', { class: 'task-solution-note' });
    say(note, 'solutionNote');
    const copy = el('button', { type: 'button', class: 'button' });
    say(copy, 'copy');
    copy.addEventListener('click', () => {
      void copyText(text).then(
        () => say(copy, 'copied'),
        () => say(copy, 'copyFailed'),
      );
    });
    const actions = el('p', { class: 'task-actions' }, copy);
    this.#solution.replaceChildren(note, el('pre', { tabindex: 0 }, el('code', {}, text)), actions);
    void this.#offerComparison(actions);
  }

  /** A button that shows the learner's files beside the solution's, where it writes some. */
  async #offerComparison(actions: HTMLElement): Promise<void> {
    const { solutionFiles } = await import('./editor/solution-files.ts');
    const files = solutionFiles(this.task.solve.text);
    if (files.length === 0) return;
    const compare = el('button', { type: 'button', class: 'button task-compare' });
    say(compare, 'compare');
    compare.addEventListener('click', () => document.dispatchEvent(new CustomEvent<Comparison>(comparisonAsked, { detail: { files, host: this.task.host } })));
    actions.append(compare);
  }
}
