import { Emitter, type Event } from '../../base/index.ts';
import { part } from './dom.ts';

/** The dock's tabs: one panel is seen at a time; a dot tells that something new happened in another. */
export class Tabs {
  readonly #dock: HTMLElement;
  readonly #selections = new Emitter<string>();
  #selected = 'terminal';

  readonly onSelect: Event<string> = this.#selections.event;

  constructor(dock: HTMLElement) {
    this.#dock = dock;
    const list = part(dock, '[data-dock-tabs]');
    list.addEventListener('click', (event) => {
      const tab = (event.target as Element).closest<HTMLElement>('[data-tab]')?.dataset['tab'];
      if (tab !== undefined) this.select(tab);
    });
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const names = this.names;
      const next = names[(names.indexOf(this.#selected) + step + names.length) % names.length];
      if (next !== undefined) {
        this.select(next);
        this.#tab(next)?.focus();
      }
    });
  }

  /** Names of the tabs from left to right; Alt and a digit selects one. */
  get names(): string[] {
    return [...this.#dock.querySelectorAll<HTMLElement>('[data-tab]')].map((tab) => tab.dataset['tab'] ?? '');
  }

  /** Says which key selects which tab, after tabs came or went; the panes beside the terminal have the next ones. */
  number(): void {
    for (const [index, tab] of this.#dock.querySelectorAll<HTMLElement>('[data-tab]').entries()) tab.setAttribute('aria-keyshortcuts', `Alt+${index + 1}`);
    for (const [index, button] of this.#dock.querySelectorAll('[data-side-button]').entries()) button.setAttribute('aria-keyshortcuts', `Alt+${this.names.length + 1 + index}`);
  }

  get selected(): string {
    return this.#selected;
  }

  select(name: string): void {
    this.#selected = name;
    this.#dock.dataset['selected'] = name;
    for (const tab of this.#dock.querySelectorAll<HTMLElement>('[data-tab]')) {
      const here = tab.dataset['tab'] === name;
      tab.setAttribute('aria-selected', String(here));
      tab.tabIndex = here ? 0 : -1;
      if (here) tab.removeAttribute('data-new');
    }
    for (const panel of this.#dock.querySelectorAll<HTMLElement>('[data-panel]')) panel.hidden = panel.dataset['panel'] !== name;
    this.#selections.fire(name);
  }

  /** Something new happened in a panel; the dot goes when its tab is selected. */
  mark(name: string): void {
    if (name !== this.#selected) this.#tab(name)?.setAttribute('data-new', '');
  }

  #tab(name: string): HTMLElement | undefined {
    return [...this.#dock.querySelectorAll<HTMLElement>('[data-tab]')].find((tab) => tab.dataset['tab'] === name);
  }
}
