import type { Disposable } from '../../../base/index.ts';
import { el } from '../../dock/dom.ts';
import type { PictureTexts } from '../../i18n/picture-texts.ts';
import { sentence } from '../markup.ts';
import type { Connection } from './connection.ts';
import type { LiveConnections } from './live-connections.ts';

/** A connection as a line to choose: `curl 172.17.0.1:42004 > 172.17.0.2:80`. */
function nameOf({ program, client, server }: Connection): string {
  return `${program} ${client} > ${server}`.trim();
}

/**
 * A list to choose from: the worked example, or a connection that the learner's terminal has made. Hidden where the host cannot be watched. A connection
 * that comes is only offered; `change` is called when the learner chooses, and when the chosen one has grown.
 */
export function liveChoice(live: LiveConnections, t: PictureTexts, id: string, example: string, change: (connection: Connection | undefined) => void): Disposable & { element: HTMLElement } {
  const select = el('select', { id, onchange: () => choose() });
  const hint = el('p', { class: 'picture-hint' });
  const element = el('div', { class: 'picture-live' }, el('label', { for: id }, t('liveLabel')), select, hint);
  hint.setAttribute('aria-live', 'polite');
  let chosen: Connection | undefined;
  let offered: readonly Connection[] = [];
  const choose = (): void => {
    chosen = select.value === '' ? undefined : offered[Number(select.value)];
    change(chosen);
  };
  let sizes = 0;
  const update = (): void => {
    element.hidden = !live.available;
    const list = live.list.filter(({ segments }) => segments.length > 2);
    const same = list.length === offered.length && list.every((connection, index) => connection === offered[index]);
    offered = list;
    if (!same || select.options.length === 0) {
      const options = [new Option(t('liveExample', { example }), ''), ...list.map((connection, index) => new Option(nameOf(connection), String(index)))];
      select.replaceChildren(...options);
      const said = sentence(t(list.length === 0 ? 'liveNone' : 'liveSome', { n: list.length })).text;
      if (hint.innerHTML !== said) hint.innerHTML = said;
    }
    const index = chosen ? list.indexOf(chosen) : -1;
    const size = chosen?.segments.length ?? 0;
    if (chosen && index < 0) {
      chosen = undefined;
      change(undefined);
    } else if (chosen && size !== sizes) change(chosen);
    sizes = size;
    select.value = index < 0 ? '' : String(index);
  };
  const listening = live.onChange(update);
  update();
  return { element, dispose: () => listening.dispose() };
}
