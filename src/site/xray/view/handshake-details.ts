import { el } from '../../dock/dom.ts';
import { locale } from '../../dock/texts.ts';
import type { XrayKey } from '../../i18n/xray-texts.ts';
import { type CertificateFacts, certificateFacts } from '../model/certificate.ts';
import type { Handshake } from '../model/talks.ts';
import { t } from './say.ts';

/** Kinds of refusal, as they are told. */
const problems: Readonly<Record<string, XrayKey>> = {
  'unknown-authority': 'problemUnknown', 'issuer-missing': 'problemUnknown', 'unverified-leaf': 'problemUnknown', 'self-signed': 'problemSelf', 'self-signed-in-chain': 'problemUnknown', 'name-mismatch': 'problemName', 'hostname-mismatch': 'problemName', 'no-names': 'problemName',
  'legacy-common-name': 'problemCommonName', expired: 'problemExpired', 'not-yet-valid': 'problemEarly', 'not-a-ca': 'problemAuthority', 'key-usage': 'problemAuthority', 'path-length': 'problemAuthority', 'bad-signature': 'problemSignature',
};

/** Why a caller refused, in a sentence. */
export function problemText(kind: string): string {
  return t(problems[kind] ?? 'problemOther', { kind });
}

const day = (ms: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(ms);

function certificateView(facts: CertificateFacts, first: boolean, sent: boolean): HTMLElement {
  return el(
    'li',
    { class: 'xr-certificate' },
    el('b', {}, facts.subject),
    el('span', { class: 'xr-tag' }, t(first ? 'leaf' : 'authority')),
    el('span', {}, facts.selfIssued ? t('selfSigned') : t('issuedBy', { issuer: facts.issuer })),
    first ? el('span', {}, facts.names.length > 0 ? t('standsFor', { names: facts.names.join(', ') }) : t('noNames')) : undefined,
    el('span', {}, `${t('validity', { from: day(facts.from), until: day(facts.until) })} · ${facts.key}`),
    sent ? undefined : el('span', { class: 'xr-soft' }, t('notShown')),
  );
}

function chainView({ certificates, verdict }: Handshake): HTMLElement | undefined {
  const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
  const all = verdict && verdict.chain.length > certificates.length ? verdict.chain : certificates;
  const facts = all.flatMap((der) => {
    const read = certificateFacts(der);
    return read ? [{ read, sent: certificates.some((other) => same(other, der)) }] : [];
  });
  if (facts.length === 0) return undefined;
  return el('section', {}, el('h4', {}, t('chain')), el('ol', { class: 'xr-chain' }, ...facts.map(({ read, sent }, index) => certificateView(read, index === 0, sent))));
}

function verdictView({ verdict }: Handshake): HTMLElement | undefined {
  if (!verdict) return undefined;
  const { checked, problem, reason, host } = verdict;
  const words = reason === undefined || reason === problem ? undefined : el('p', { class: 'xr-soft' }, t('inItsWords', { words: reason }));
  if (problem === undefined) return el('p', { class: checked ? 'xr-good' : 'xr-soft' }, checked ? `✓ ${t('verified', { host: host ?? '' })}` : t('uncheckedFine'));
  return el('div', {}, el('p', { class: checked ? 'xr-bad' : 'xr-soft' }, checked ? `✗ ${t('refused', { reason: problemText(problem) })}` : t('unchecked', { reason: problemText(problem) })), words);
}

/** All there is to know of a handshake. */
export function handshakeDetails(handshake: Handshake): HTMLElement[] {
  const { serverName, offered, agreed, protocol, asked, clientCertificates, alerts } = handshake;
  const rows: [XrayKey, string][] = [
    ['asksFor', serverName ?? '—'],
    ['offers', [offered.versions.join(', '), `${offered.cipherSuites.slice(0, 3).join(', ')}${offered.cipherSuites.length > 3 ? ' …' : ''}`, offered.protocols.join(', ')].filter(Boolean).join(' · ')],
    ...(agreed ? ([['agreed', [agreed.version, agreed.cipherSuite, agreed.group].filter(Boolean).join(' · ')]] as [XrayKey, string][]) : []),
    ...(protocol === undefined ? [] : ([['inside', protocol === 'h2' ? 'HTTP/2 (h2)' : protocol]] as [XrayKey, string][])),
  ];
  return [
    el('p', { class: 'xr-meaning' }, t('explainHandshake')),
    verdictView(handshake),
    ...alerts.filter(({ name }) => name !== 'close_notify').map(({ sent, name }) => el('p', { class: 'xr-bad' }, t(sent ? 'alertSent' : 'alertGot', { name }))),
    chainView(handshake),
    asked ? el('p', {}, t('clientCertificate', { n: clientCertificates.length })) : undefined,
    el('dl', { class: 'xr-headers' }, ...rows.flatMap(([key, value]) => [el('dt', {}, t(key)), el('dd', {}, value)])),
  ].filter((part) => part !== undefined);
}
