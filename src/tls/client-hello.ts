import { type AlertName, TlsError } from './alert.ts';
import type { RandomBytes } from '../base/index.ts';
import { cipherSuite, cipherSuiteName, cipherSuites } from './cipher-suite.ts';
import type { ClientOptions, HelloDraft } from './client-options.ts';
import { encodeKeyShares, encodeList, encodeProtocols, encodeServerName, type Extensions, extensionType } from './extension.ts';
import { defaultSchemes } from './identity.ts';
import { encodeClientHello } from './hello.ts';
import { type KeyOffer, namedGroup, namedGroupName, namedGroups } from './named-group.ts';
import { type ProtocolVersion, versionCode, versionName } from './version.ts';
import { concatBytes, noBytes, type TlsStep } from '../base/index.ts';
import { uint16Vector, vector } from './wire.ts';

/** The versions that are allowed, best first. */
export function allowedVersions({ min = 'TLSv1.2', max = 'TLSv1.3' }: { min?: ProtocolVersion; max?: ProtocolVersion } = {}): ProtocolVersion[] {
  return (['TLSv1.3', 'TLSv1.2'] as const).filter((version) => versionCode[version] >= versionCode[min] && versionCode[version] <= versionCode[max]);
}

/** OpenSSL's order of suites, best first. */
export const opensslSuites: readonly number[] = [0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc02b, 0xc02f];

/** Go's, on machines with AES instructions. */
export const goSuites: readonly number[] = [0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];

/** The first ClientHello: key shares for the best group, and for X25519 besides a hybrid one. */
export function draftHello(options: ClientOptions): HelloDraft {
  const { random } = options;
  const versions = allowedVersions(options.versions);
  const groups = (options.groups ?? namedGroups.map(({ id }) => id)).filter((id) => namedGroup(id) !== undefined);
  const suites = (options.cipherSuites ?? opensslSuites).filter((id) => versions.some((version) => cipherSuite(id)?.version === version));
  if (suites.length === 0) throw new TlsError('no-shared-cipher');
  const hybrid = 0x11ec;
  const shared = groups[0] === hybrid && groups[1] !== undefined ? groups.slice(0, 2) : groups.slice(0, 1);
  const offers = new Map<number, KeyOffer>();
  if (versions.includes('TLSv1.3')) for (const id of shared) offers.set(id, offerOf(id, random));
  const { manner } = options;
  const extensions: Extensions = new Map();
  const add = (type: number, body: Uint8Array): void => void extensions.set(type, body);
  const newer = versions.includes('TLSv1.3');
  const older = versions.includes('TLSv1.2');
  if (older) add(extensionType.renegotiationInfo, Uint8Array.of(0));
  if (options.serverName !== undefined) add(extensionType.serverName, encodeServerName(options.serverName));
  add(extensionType.pointFormats, vector(1, manner ? Uint8Array.of(0, 1, 2) : Uint8Array.of(0)));
  add(extensionType.supportedGroups, encodeList(manner && !options.groups ? opensslGroups(newer) : groups));
  if (manner?.ticket) add(extensionType.sessionTicket, noBytes);
  if (options.alpn?.length) add(extensionType.alpn, encodeProtocols(options.alpn));
  if (manner) add(extensionType.encryptThenMac, noBytes);
  add(extensionType.extendedMasterSecret, noBytes);
  if (manner?.postHandshakeAuth && newer) add(extensionType.postHandshakeAuth, noBytes);
  add(extensionType.signatureAlgorithms, encodeList(options.signatureSchemes ?? (manner ? opensslSchemes(older, newer) : defaultSchemes)));
  if (newer) {
    add(extensionType.supportedVersions, uint16Vector(1, versions.map((version) => versionCode[version])));
    add(extensionType.pskModes, vector(1, Uint8Array.of(1)));
    add(extensionType.keyShare, sharesOf(offers));
    if (manner) add(extensionType.compressCertificate, uint16Vector(1, [1, 3]));
  }
  const offered = manner && !options.cipherSuites ? opensslOffer(older, newer) : [...suites, ...(manner ? [] : [0x00ff])];
  return padded({ hello: { legacyVersion: 0x0303, random: random(32), sessionId: newer ? random(32) : noBytes, cipherSuites: offered, extensions }, offers, versions, retried: false }, options);
}

/** What OpenSSL offers by default, with what only it speaks. */
function opensslOffer(older: boolean, newer: boolean): number[] {
  const old = '2c 30 9f cca9 cca8 ccaa 2b 2f 9e 24 28 6b 23 27 67 0a 14 39 09 13 33 9d 9c 3d 3c 35 2f'.split(' ');
  // Those of elliptic curves have numbers from 0xc000 on.
  const curves = new Set([0, 1, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19]);
  return [...(newer ? [0x1302, 0x1303, 0x1301] : []), ...(older ? old.map((hex, index) => Number.parseInt(hex, 16) + (curves.has(index) ? 0xc000 : 0)) : [])];
}

function opensslGroups(newer: boolean): number[] {
  return [...(newer ? [0x11ec] : []), 0x001d, 0x0017, 0x001e, 0x0018, 0x0019, ...(newer ? [0x0100, 0x0101] : [])];
}

/** The signature schemes that OpenSSL 3.5 offers and asks for. */
export function opensslSchemes(older: boolean, newer: boolean): number[] {
  const list = (text: string): number[] => text.split(' ').map((hex) => Number.parseInt(hex, 16));
  return [...(newer ? list('905 906 904') : []), ...list('403 503 603 807 808'), ...(newer ? list('81a 81b 81c') : []), ...list('809 80a 80b 804 805 806 401 501 601'), ...(older ? list('303 301 302 402 502 602') : [])];
}

/** Fills a hello up that some old servers choke on: RFC 7685. */
function padded(draft: HelloDraft, { manner }: ClientOptions): HelloDraft {
  if (!manner?.padding) return draft;
  const extensions: Extensions = new Map(draft.hello.extensions);
  extensions.delete(extensionType.padding);
  const length = 4 + encodeClientHello({ ...draft.hello, extensions }).length;
  if (length < 256 || length >= 512) return { ...draft, hello: { ...draft.hello, extensions } };
  extensions.set(extensionType.padding, new Uint8Array(Math.max(1, 512 - length - 4)));
  return { ...draft, hello: { ...draft.hello, extensions } };
}

function offerOf(id: number, random: RandomBytes): KeyOffer {
  const group = namedGroup(id);
  if (!group) throw new TlsError('protocol', 'illegal_parameter');
  return group.offer(random);
}

function sharesOf(offers: ReadonlyMap<number, KeyOffer>): Uint8Array {
  return encodeKeyShares([...offers].map(([group, { share }]) => ({ group, share })));
}

/** The second ClientHello, which a HelloRetryRequest asked for: RFC 8446, section 4.1.2. */
export function redraftHello(draft: HelloDraft, group: number, cookie: Uint8Array | undefined, options: ClientOptions): HelloDraft {
  const alert: AlertName = 'illegal_parameter';
  if (draft.offers.has(group)) throw new TlsError('protocol', alert);
  const offers = new Map([[group, offerOf(group, options.random)]]);
  const extensions: Extensions = new Map(draft.hello.extensions);
  extensions.set(extensionType.keyShare, sharesOf(offers));
  if (cookie) extensions.set(extensionType.cookie, concatBytes([cookie]));
  return padded({ ...draft, hello: { ...draft.hello, extensions }, offers, retried: true }, options);
}

/** A ClientHello's offer as a step of the trace. */
export function helloStep(sent: boolean, suites: readonly number[], offer: { serverName: string | undefined; alpn: readonly string[]; versions: readonly number[]; groups: readonly number[] }): TlsStep {
  return { kind: 'client-hello', sent, serverName: offer.serverName, alpn: offer.alpn, versions: offer.versions.map(versionName), cipherSuites: suites.map(cipherSuiteName), groups: offer.groups.map(namedGroupName) };
}

/** The suites of all versions that both sides take, in the order of `preference`. */
export function commonSuites(preference: readonly number[], other: readonly number[], version: ProtocolVersion): number[] {
  return preference.filter((id) => other.includes(id) && cipherSuites.some((suite) => suite.id === id && suite.version === version));
}
