import { el, part } from '../dom.ts';
import type { HostState, LabHost } from '../lab-host.ts';
import { name, say } from '../texts.ts';
import type { Where } from './choice.ts';
import './where-switch.css';

/** Lets the learner choose where the hosts of the lab at hand run; only there where the page's server has real ones. */
export class WhereSwitch {
  readonly #host: LabHost;
  readonly #note = el('p', { class: 'where-note' });
  readonly #buttons: Readonly<Record<Where, HTMLButtonElement>>;

  constructor(dock: HTMLElement, host: LabHost) {
    this.#host = host;
    const button = (where: Where, key: 'whereSandbox' | 'whereDocker'): HTMLButtonElement => {
      const made = el('button', { type: 'button', 'data-where': where, onclick: () => void host.use(where) });
      say(made, key);
      return made;
    };
    this.#buttons = { sandbox: button('sandbox', 'whereSandbox'), docker: button('docker', 'whereDocker') };
    const group = el('div', { class: 'where-choice', role: 'group' }, this.#buttons.sandbox, this.#buttons.docker);
    name(group, 'where');
    say(this.#note, 'whereNote');
    part(dock, '[data-dock-notices]').prepend(el('div', { class: 'where' }, group, this.#note));
    host.onState((state) => this.#show(state));
    this.#show(host.state);
  }

  #show(state: HostState): void {
    const where = this.#host.where;
    for (const [each, button] of Object.entries(this.#buttons)) {
      button.setAttribute('aria-pressed', String(each === where));
      // Another tab has the hosts: that one chooses.
      button.disabled = state.kind === 'elsewhere' || state.kind === 'starting';
    }
    this.#note.hidden = where !== 'docker';
  }
}
