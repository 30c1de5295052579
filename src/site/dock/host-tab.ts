import type { Disposable } from '../../base/index.ts';
import { el, part } from './dom.ts';

/** A tab before the editor's, and its panel: of a further host, or of a further terminal, which can be closed. */
export class HostTab implements Disposable {
  readonly panel: HTMLElement;
  readonly #tab: HTMLElement;

  /** `close`: a pointer on the tab's cross, or Delete on the tab, asks to close it. */
  constructor(dock: HTMLElement, host: string, close?: () => void) {
    this.#tab = el('button', { role: 'tab', type: 'button', id: `tab-${host}`, 'aria-selected': 'false', 'aria-controls': `panel-${host}`, tabindex: -1, 'data-tab': host }, el('span', {}, host), el('i', { class: 'dot', 'aria-hidden': 'true' }));
    if (close) {
      const cross = el('i', { class: 'tab-close', 'aria-hidden': 'true' }, '×');
      cross.addEventListener('click', (event) => {
        event.stopPropagation();
        close();
      });
      this.#tab.append(cross);
      this.#tab.addEventListener('keydown', (event) => {
        if (event.key === 'Delete') close();
      });
    }
    this.panel = el('section', { class: 'dock-panel terminal', id: `panel-${host}`, role: 'tabpanel', 'aria-labelledby': `tab-${host}`, 'data-panel': host, hidden: true });
    part(dock, '#tab-editor').before(this.#tab);
    part(dock, '#panel-editor').before(this.panel);
  }

  /** What stands on the tab; `title` says more. */
  label(text: string, title = ''): void {
    part(this.#tab, 'span').textContent = text;
    this.#tab.title = title;
  }

  dispose(): void {
    this.#tab.remove();
    this.panel.remove();
  }
}
