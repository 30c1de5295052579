import { el } from '../../dock/dom.ts';
import type { XrayKey } from '../../i18n/xray-texts.ts';
import { checkDigest, readToken, shownBody } from '../model/evidence.ts';
import { meaningOf, type Meaning } from '../model/meaning.ts';
import { header, type Message } from '../model/message.ts';
import type { Exchange } from '../model/talks.ts';
import { t } from './say.ts';

/** The sentence about what an exchange was for. */
export function meaningText(meaning: Meaning): string {
  const key: XrayKey = meaning === 'token' ? 'tokenMeaning' : meaning;
  return t(key);
}

function headerList(message: Message): HTMLElement {
  return el('dl', { class: 'xr-headers' }, ...message.headers.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

function body(message: Message): HTMLElement | undefined {
  if (message.length === 0) return undefined;
  const text = shownBody(message);
  const size = message.whole ? t('bodyBytes', { n: message.length }) : t('bodyPart', { n: message.length, seen: message.body.length });
  return el('details', { class: 'xr-body' }, el('summary', {}, `${t('body')} · ${size}`), text === undefined ? el('p', {}, t('binary', { n: message.length })) : el('pre', { tabindex: 0 }, text));
}

function messageView(title: 'request' | 'response', message: Message): HTMLElement {
  return el('section', { class: 'xr-message' }, el('h4', {}, t(title)), el('code', { class: 'xr-start' }, message.start), headerList(message), body(message));
}

function tokenView(exchange: Exchange): HTMLElement | undefined {
  const { request, response } = exchange;
  const token = readToken(response && shownBody(response)) ?? readToken(header(request, 'authorization'));
  if (!token) return undefined;
  const json = (value: unknown): HTMLElement => el('pre', { tabindex: 0 }, JSON.stringify(value, null, 2));
  return el('details', { class: 'xr-token' }, el('summary', {}, t('token')), el('h4', {}, t('tokenHead')), json(token.header), el('h4', {}, t('tokenClaims')), json(token.claims));
}

function digestView(exchange: Exchange): HTMLElement | undefined {
  const check = checkDigest(exchange);
  if (!check) return undefined;
  return el('p', { class: check.equal ? 'xr-good' : 'xr-bad' }, `${check.equal ? '✓' : '✗'} ${t(check.equal ? 'digestEqual' : 'digestOther', { n: check.bytes })} `, el('code', {}, check.computed));
}

/** All there is to know of a request and its answer. */
export function exchangeDetails(exchange: Exchange): HTMLElement[] {
  const meaning = meaningOf(exchange);
  return [
    meaning && el('p', { class: 'xr-meaning' }, meaningText(meaning)),
    digestView(exchange),
    tokenView(exchange),
    messageView('request', exchange.request),
    exchange.response && messageView('response', exchange.response),
  ].filter((part) => part !== undefined);
}
