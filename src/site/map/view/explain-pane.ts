import { el } from '../../dock/dom.ts';
import { showInline } from '../../dock/inline.ts';
import type { MapTexts } from '../../i18n/map-texts.ts';
import { commandsFor } from '../model/commands.ts';
import type { HostModel } from '../model/host-model.ts';
import type { Thing } from '../model/thing.ts';
import { explain } from './explain.ts';
import { mark } from './marks.ts';

/** Below the map: what the thing is that is pointed at, and the commands that show it. */
export class ExplainPane {
  readonly element = el('div', { class: 'hm-explain', id: 'hm-explain' });
  readonly #insert: (command: string) => void;

  constructor(insert: (command: string) => void) {
    this.#insert = insert;
  }

  /** Nothing is pointed at: how to use the map. */
  hint(t: MapTexts): void {
    this.element.replaceChildren(el('p', { class: 'hm-soft' }, t('hint')));
  }

  show(thing: Thing, model: HostModel, t: MapTexts): void {
    const { title, kind, text } = explain(thing, model, t);
    const said = el('p', { class: 'hm-said', id: 'hm-said' });
    showInline(said, text);
    this.element.replaceChildren(
      el('p', { class: 'hm-title' }, el('b', {}, title), kind === '' ? undefined : el('span', { class: 'hm-soft' }, kind)),
      said,
      el('ul', { class: 'hm-commands', 'aria-label': t('commands') }, ...commandsFor(thing).map((command) => this.#command(command, t))),
    );
  }

  /** Why a command could not be put into the terminal. */
  tell(text: string): void {
    this.element.querySelector('.hm-refused')?.remove();
    this.element.append(el('p', { class: 'hm-refused', role: 'alert' }, text));
  }

  /** The first command, which Enter on a thing goes to. */
  get first(): HTMLElement | undefined {
    return this.element.querySelector<HTMLElement>('button') ?? undefined;
  }

  #command(command: string, t: MapTexts): HTMLElement {
    return el('li', {}, el('button', { type: 'button', class: 'hm-command', title: t('insert'), 'aria-label': `${t('insert')}: ${command}`, onclick: () => this.#insert(command) }, el('code', {}, command), mark('arrow')));
  }
}
