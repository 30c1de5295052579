import type { DockKey } from '../i18n/dock-texts.ts';
import { el } from './dom.ts';
import { say } from './texts.ts';

type Values = Readonly<Record<string, string | number>>;

/** What the dock has to tell: what happened, what is safe, what to do. */
export interface Notice {
  /** A newer notice with the same id takes its place. */
  id: string;
  tone: 'error' | 'info';
  title: DockKey;
  text: DockKey;
  values?: Values;
  actions?: readonly { key: DockKey; primary?: boolean; run(): void | Promise<void> }[];
}

/** The place in the dock where notices stand until they are settled. */
export class Notices {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  show(notice: Notice): void {
    const title = el('p', { class: 'notice-title' });
    const text = el('p', { class: 'notice-text' });
    say(title, notice.title, notice.values);
    say(text, notice.text, notice.values);
    const actions = (notice.actions ?? []).map((action) => {
      const button = el('button', { type: 'button', class: action.primary ? 'button primary' : 'button', onclick: () => void action.run() });
      say(button, action.key);
      return button;
    });
    const box = el('div', { class: `notice notice-${notice.tone}`, role: notice.tone === 'error' ? 'alert' : 'status', 'data-notice': notice.id }, title, text);
    if (actions.length > 0) box.append(el('p', { class: 'notice-actions' }, ...actions));
    this.settle(notice.id);
    this.#root.append(box);
  }

  settle(id: string): void {
    this.#root.querySelector(`[data-notice="${id}"]`)?.remove();
  }
}
