import { encodeUtf8, toHex } from '../../base/index.ts';
import { digest } from '../../pki/index.ts';
import type { GpgInvocation } from './invocation.ts';
import { day } from './keyring.ts';
import type { KeyPacket, TransferableKey } from './openpgp/index.ts';

/** A fingerprint in groups of four, with a wider gap in the middle. */
export function spaced(fingerprint: string): string {
  const groups = fingerprint.match(/.{4}/g) ?? [];
  return `${groups.slice(0, 5).join(' ')}  ${groups.slice(5).join(' ')}`;
}

/** What a key may be used for, as letters. */
export function usage(flags: number): string {
  return `${flags & 2 ? 'S' : ''}${flags & 1 ? 'C' : ''}${flags & 0x0c ? 'E' : ''}${flags & 0x20 ? 'A' : ''}`;
}

/** How sure one is of a key: `ultimate`, `unknown`, `expired`. */
export function validity({ process, ring }: GpgInvocation, key: TransferableKey): 'ultimate' | 'unknown' | 'expired' {
  if (key.expires !== undefined && key.expires < process.clock.now()) return 'expired';
  return ring.isUltimate(key.primary.fingerprint) ? 'ultimate' : 'unknown';
}

/** How a list of keys looks. */
export interface ListStyle {
  secret?: boolean;
  fingerprint?: boolean;
  /** Without the column of trust, as for keys in a file. */
  bare?: boolean;
}

/** One key as --list-keys shows it, with an empty line after it. */
export function keyText(invocation: GpgInvocation, key: TransferableKey, { secret = false, fingerprint = invocation.has('with-fingerprint'), bare = false }: ListStyle = {}): string {
  const format = invocation.value('keyid-format')?.toLowerCase() ?? 'none';
  const now = invocation.process.clock.now();
  const id = ({ keyId }: KeyPacket): string => ({ long: `/${keyId}`, '0xlong': `/0x${keyId}`, short: `/${keyId.slice(8)}`, '0xshort': `/0x${keyId.slice(8)}` })[format] ?? '';
  const column = { long: 20, '0xlong': 22, short: 12, '0xshort': 14 }[format] ?? 14;
  const { primary, expires } = key;
  const until = (time: number | undefined): string => (time === undefined ? '' : ` [${time < now ? 'expired' : 'expires'}: ${day(time)}]`);
  const trust = bare ? ' '.repeat(10) : `[${validity(invocation, key).padStart(8)}]`;
  const lines = [
    `${secret ? 'sec' : 'pub'}   ${primary.label}${id(primary)} ${day(primary.created)} [${usage(key.flags)}]${until(expires)}`,
    ...(fingerprint ? [`      ${format === 'none' ? '' : 'Key fingerprint = '}${spaced(primary.fingerprint)}`] : [`      ${primary.fingerprint}`]),
    ...key.userIds.map(({ text }) => `${'uid'.padEnd(column)}${trust} ${text}`),
    ...key.subkeys.map(({ key: sub, binding }) => `${secret ? 'ssb' : 'sub'}   ${sub.label}${id(sub)} ${day(sub.created)} [${usage(binding?.keyFlags ?? 0)}]${until(binding?.keyExpires ? sub.created + binding.keyExpires : undefined)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** The same for programs: --with-colons. */
export function colonText(invocation: GpgInvocation, key: TransferableKey, secret = false): string {
  const { primary, expires } = key;
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  const state = { ultimate: 'u', expired: 'e', unknown: '-' }[validity(invocation, key)];
  const letters = usage(key.flags).toLowerCase().split('').toSorted((a, b) => 'esca'.indexOf(a) - 'esca'.indexOf(b)).join('');
  const all = [...new Set([...key.subkeys.flatMap(({ binding }) => usage(binding?.keyFlags ?? 0).split('')), ...usage(key.flags).split('')])].toSorted((a, b) => 'ESCA'.indexOf(a) - 'ESCA'.indexOf(b)).join('');
  const curve = (packet: KeyPacket): string => (packet.algorithm === 1 ? '' : packet.label);
  const head = (kind: string, packet: KeyPacket, until: number | undefined, trust: string, flags: string): string => `${kind}:${state}:${packet.bits}:${packet.algorithm}:${packet.keyId}:${seconds(packet.created)}:${until === undefined ? '' : seconds(until)}::${trust}:::${flags}:::${secret ? '+' : ''}:::${curve(packet)}::`;
  return [
    `${head(secret ? 'sec' : 'pub', primary, expires, state === 'u' ? 'u' : '-', letters + all)}:0:`, `fpr:::::::::${primary.fingerprint}:`,
    ...key.userIds.map(({ text, certification }) => `uid:${state}::::${seconds(certification?.created ?? primary.created)}::${userHash(text)}::${text.replaceAll(':', '\\x3a')}::::::::::0:`),
    ...key.subkeys.flatMap(({ key: sub, binding }) => [head(secret ? 'ssb' : 'sub', sub, binding?.keyExpires ? sub.created + binding.keyExpires : undefined, '', usage(binding?.keyFlags ?? 0).toLowerCase()), `fpr:::::::::${sub.fingerprint}:`]),
  ].map((line) => `${line}\n`).join('');
}

function userHash(text: string): string {
  return toHex(digest('ripemd160', encodeUtf8(text))).toUpperCase();
}
