import { addDockTexts, type DockKey } from '../../i18n/dock-texts.ts';
import { realDockerEn } from '../../i18n/real-docker-en.ts';
import { realDockerRu } from '../../i18n/real-docker-ru.ts';
import { webContainerEn } from '../../i18n/webcontainer-en.ts';
import { webContainerRu } from '../../i18n/webcontainer-ru.ts';
import { confirmed } from '../confirm.ts';
import { el, part } from '../dom.ts';
import type { HostState, LabHost } from '../lab-host.ts';
import { name, say } from '../texts.ts';
import { dockerToken, type Where } from './choice.ts';
import './where-switch.css';

addDockTexts({ en: { ...realDockerEn, ...webContainerEn }, ru: { ...realDockerRu, ...webContainerRu } });

const names = { sandbox: 'whereSandbox', docker: 'whereDocker', webcontainer: 'whereWebContainer' } as const;
const notes: Readonly<Partial<Record<Where, DockKey>>> = { docker: 'whereNote', webcontainer: 'webContainerNote' };

/** Lets the learner choose where the hosts of the lab at hand run; on real ones only where the page's server has such. */
export class WhereSwitch {
  readonly #host: LabHost;
  readonly #note = el('p', { class: 'where-note' });
  readonly #buttons: ReadonlyMap<Where, HTMLButtonElement>;

  constructor(dock: HTMLElement, host: LabHost) {
    this.#host = host;
    const button = (where: Where): [Where, HTMLButtonElement] => {
      const made = el('button', { type: 'button', 'data-where': where, onclick: () => void this.#choose(dock, where) });
      say(made, names[where]);
      return [where, made];
    };
    this.#buttons = new Map([button('sandbox'), ...(dockerToken() === undefined ? [] : [button('docker')]), button('webcontainer')]);
    const group = el('div', { class: 'where-choice', role: 'group' }, ...this.#buttons.values());
    name(group, 'where');
    part(dock, '[data-dock-notices]').prepend(el('div', { class: 'where' }, group, this.#note));
    host.onState((state) => this.#show(state));
    this.#show(host.state);
  }

  focus(): void {
    this.#buttons.get(this.#host.where)?.focus();
  }

  async #choose(dock: HTMLElement, where: Where): Promise<void> {
    if (where === this.#host.where) return;
    // Nothing is asked of StackBlitz before the learner knows.
    if (where === 'webcontainer' && !(await confirmed(dock, 'webContainerTitle', 'webContainerText', 'webContainerYes', {}, 'primary'))) return;
    await this.#host.use(where);
  }

  #show(state: HostState): void {
    const where = this.#host.where;
    for (const [each, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(each === where));
      // Another tab has the hosts: that one chooses. Waiting for a WebContainer can be given up.
      button.disabled = state.kind === 'elsewhere' || (state.kind === 'starting' && (where !== 'webcontainer' || each === 'docker'));
    }
    const note = notes[where];
    this.#note.hidden = note === undefined;
    if (note !== undefined) say(this.#note, note);
  }
}
