import { decodeUtf8 } from '../../base/index.ts';
import { PkiError } from '../error.ts';
import type { DerNode } from './read.ts';
import { tags } from './tag.ts';

/** Two's complement, as INTEGER and ENUMERATED hold it. */
export function integerOf(node: DerNode): bigint {
  const { content } = node;
  if (content.length === 0) throw new PkiError('bad-der', 'an integer of no bytes');
  const value = bytesToBigint(content);
  return (content[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * content.length)) : value;
}

/** Big-endian bytes as a number without sign. */
export function bytesToBigint(bytes: Uint8Array): bigint {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

/** A number without sign in big-endian bytes: as few as it takes (at least one), or `length` of them. */
export function bigintToBytes(value: bigint, length?: number): Uint8Array {
  let hex = value.toString(16);
  if (hex.length % 2) hex = `0${hex}`;
  const size = length ?? hex.length / 2;
  hex = hex.padStart(size * 2, '0');
  const bytes = new Uint8Array(size);
  const skip = hex.length - size * 2;
  for (let i = 0; i < size; i++) bytes[i] = parseInt(hex.slice(skip + 2 * i, skip + 2 * i + 2), 16);
  return bytes;
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function oidOf(node: DerNode): string {
  node.expect(tags.oid);
  return oidText(node.content);
}

/** The dotted form of an object identifier's contents. */
export function oidText(content: Uint8Array): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) {
      const first = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
      arcs.push(first, arc - 40n * first);
    } else arcs.push(arc);
    arc = 0n;
  }
  if (arcs.length === 0 || (content.at(-1) ?? 0) >= 0x80) throw new PkiError('bad-der', 'invalid object identifier');
  return arcs.join('.');
}

/** The bytes of a BIT STRING, and how many bits of the last are unused. */
export function bitStringOf(node: DerNode): { bytes: Uint8Array; unused: number } {
  const [unused] = node.content;
  if (unused === undefined || unused > 7) throw new PkiError('bad-der', 'invalid bit string');
  return { bytes: node.content.subarray(1), unused };
}

/** The numbers of the bits that are set in a BIT STRING. */
export function namedBitsOf(node: DerNode): number[] {
  const { bytes } = bitStringOf(node);
  const set: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) if (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) set.push(bit);
  return set;
}

/** The text of any of ASN.1's string types. */
export function textOfString(node: DerNode): string {
  const { content } = node;
  if (node.tag === tags.bmpString) return Array.from({ length: content.length >> 1 }, (_, i) => String.fromCharCode(((content[2 * i] ?? 0) << 8) | (content[2 * i + 1] ?? 0))).join('');
  if (node.tag === tags.universalString) return Array.from({ length: content.length >> 2 }, (_, i) => String.fromCodePoint(Number(bytesToBigint(content.subarray(4 * i, 4 * i + 4))))).join('');
  if (node.tag === tags.utf8String) return decodeUtf8(content);
  return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
}

/** Milliseconds since the epoch of a UTCTime or GeneralizedTime. */
export function timeOf(node: DerNode): number {
  const text = textOfString(node);
  const match = node.tag === tags.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(text) : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.\d+)?Z$/.exec(text);
  if (!match || (node.tag !== tags.utcTime && node.tag !== tags.generalizedTime)) throw new PkiError('bad-der', `invalid time ${text}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const full = node.tag === tags.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const date = new Date(0);
  date.setUTCFullYear(full, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}
