import { el } from '../../dock/dom.ts';
import { outline } from '../model/meaning.ts';
import type { Exchange, Handshake, Talk } from '../model/talks.ts';
import { exchangeDetails } from './exchange-details.ts';
import { handshakeDetails } from './handshake-details.ts';
import { t } from './say.ts';

/** A line that opens: filled when it is opened, and again when what it is about has changed meanwhile. */
class Step {
  readonly element: HTMLDetailsElement;
  readonly #summary = el('summary', { class: 'xr-summary' });
  readonly #inside = el('div', { class: 'xr-details' });
  #details: () => HTMLElement[] = () => [];
  #said = '';

  constructor() {
    this.element = el('details', { class: 'xr-step' }, this.#summary, this.#inside);
    this.element.addEventListener('toggle', () => this.#fill());
  }

  /** `version` tells whether anything is new. */
  show(version: string, line: () => readonly (Node | string)[], details: () => HTMLElement[]): void {
    if (version === this.#said) return;
    this.#said = version;
    this.#details = details;
    this.#summary.replaceChildren(...line());
    this.#fill();
  }

  #fill(): void {
    this.#inside.replaceChildren(...(this.element.open ? this.#details() : []));
  }
}

function handshakeLine(tls: Handshake): (Node | string)[] {
  const failed = tls.verdict?.checked === true && tls.verdict.problem !== undefined;
  const broken = failed || tls.alerts.some(({ name }) => name !== 'close_notify');
  const state = broken ? t('handshakeFailed') : tls.established && tls.agreed ? t('handshakeDone', { version: tls.agreed.version, cipher: tls.agreed.cipherSuite }) : t('handshakeOpen');
  return [el('span', { class: 'xr-what' }, t('handshake')), el('span', { class: broken ? 'xr-status xr-bad' : 'xr-status' }, `${broken ? '✗' : tls.established ? '✓' : '…'} ${state}`)];
}

function exchangeLine(exchange: Exchange): (Node | string)[] {
  const { method, path, status } = outline(exchange);
  const words = exchange.response?.start.replace(/^\S+ /, '') ?? t('noAnswer');
  return [el('code', { class: 'xr-what' }, el('b', {}, method), ` ${path}`), el('span', { class: status !== undefined && status >= 400 ? 'xr-status xr-bad' : 'xr-status' }, words)];
}

/** One connection in the list. */
export class TalkView {
  readonly element: HTMLElement;
  readonly #title = el('h3', { class: 'xr-title' });
  readonly #steps = el('ol', { class: 'xr-steps' });
  readonly #handshake = new Step();
  readonly #exchanges: Step[] = [];

  constructor() {
    this.element = el('li', { class: 'xr-talk' }, this.#title, this.#steps);
  }

  /** Shows the talk as it is now; `language` is part of what was said. */
  show(talk: Talk, language: string): void {
    this.#title.replaceChildren(t('talk', { program: talk.program || '?', server: talk.server }), talk.tls ? '' : el('span', { class: 'xr-tag' }, t('inClear')));
    const { tls } = talk;
    if (tls) {
      if (!this.#handshake.element.isConnected) this.#steps.prepend(el('li', {}, this.#handshake.element));
      this.#handshake.show(`${language} ${JSON.stringify([tls.established, tls.verdict?.problem, tls.alerts.length, tls.certificates.length, tls.agreed, tls.protocol])}`, () => handshakeLine(tls), () => handshakeDetails(tls));
    }
    for (const [index, exchange] of talk.exchanges.entries()) {
      let step = this.#exchanges[index];
      if (!step) {
        step = new Step();
        this.#exchanges.push(step);
        this.#steps.append(el('li', {}, step.element));
      }
      const { request, response } = exchange;
      step.show([language, request.start, request.length, response?.start, response?.length, response?.ended].join(' '), () => exchangeLine(exchange), () => exchangeDetails(exchange));
    }
  }
}
