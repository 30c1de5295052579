import type { Disposable } from '../../base/index.ts';
import { el, part } from './dom.ts';

/** The tab of a further host, before the editor's, and its panel. */
export class HostTab implements Disposable {
  readonly panel: HTMLElement;
  readonly #tab: HTMLElement;

  constructor(dock: HTMLElement, host: string) {
    this.#tab = el('button', { role: 'tab', type: 'button', id: `tab-${host}`, 'aria-selected': 'false', 'aria-controls': `panel-${host}`, tabindex: -1, 'data-tab': host }, el('span', {}, host), el('i', { class: 'dot', 'aria-hidden': 'true' }));
    this.panel = el('section', { class: 'dock-panel terminal', id: `panel-${host}`, role: 'tabpanel', 'aria-labelledby': `tab-${host}`, 'data-panel': host, hidden: true });
    part(dock, '#tab-editor').before(this.#tab);
    part(dock, '#panel-editor').before(this.panel);
  }

  dispose(): void {
    this.#tab.remove();
    this.panel.remove();
  }
}
