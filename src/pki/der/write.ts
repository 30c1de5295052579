import { concatBytes, encodeUtf8, noBytes } from '../../base/index.ts';
import { PkiError } from '../error.ts';
import { tags } from './tag.ts';
import { bigintToBytes } from './value.ts';

function element(identifier: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  if (length < 0x80) return concatBytes([Uint8Array.of(identifier, length), content]);
  const size = bigintToBytes(BigInt(length));
  return concatBytes([Uint8Array.of(identifier, 0x80 | size.length), size, content]);
}

/** An element of the universal type `tag` with these contents. */
export function primitive(tag: number, content: Uint8Array): Uint8Array {
  return element(tag, content);
}

/** SEQUENCE of elements that are encoded already; undefined ones are left out. */
export function sequence(...parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  return element(0x30, concatBytes(parts.filter((part) => part !== undefined)));
}

/** SET OF: the elements are put into DER's order. */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return element(0x31, concatBytes(parts.toSorted(compareBytes)));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return a.length - b.length;
}

/** INTEGER, of any size and sign. */
export function integer(value: bigint | number): Uint8Array {
  return element(tags.integer, integerContent(BigInt(value)));
}

/** ENUMERATED. */
export function enumerated(value: number): Uint8Array {
  return element(tags.enumerated, integerContent(BigInt(value)));
}

function integerContent(number: bigint): Uint8Array {
  if (number >= 0n) {
    const bytes = bigintToBytes(number);
    return (bytes[0] ?? 0) >= 0x80 ? concatBytes([Uint8Array.of(0), bytes]) : bytes;
  }
  let size = 1;
  while (number < -(1n << BigInt(8 * size - 1))) size++;
  return bigintToBytes(number + (1n << BigInt(8 * size)), size);
}

/** OBJECT IDENTIFIER from its dotted form. Throws PkiError `bad-der` when it is none. */
export function oid(dotted: string): Uint8Array {
  if (!/^[012](\.\d+)+$/.test(dotted)) throw new PkiError('bad-der', `invalid object identifier ${dotted}`);
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const bytes: number[] = [];
  for (const arc of [first * 40n + second, ...rest]) {
    const groups = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80);
    bytes.push(...groups);
  }
  return element(tags.oid, Uint8Array.from(bytes));
}

/** BOOLEAN. */
export function boolean(value: boolean): Uint8Array {
  return element(tags.boolean, Uint8Array.of(value ? 0xff : 0));
}

/** NULL. */
export const nullElement: Uint8Array = element(tags.null, noBytes);

/** OCTET STRING. */
export function octetString(content: Uint8Array): Uint8Array {
  return element(tags.octetString, content);
}

/** BIT STRING of whole bytes, or with `unused` bits at the end. */
export function bitString(content: Uint8Array, unused = 0): Uint8Array {
  return element(tags.bitString, concatBytes([Uint8Array.of(unused), content]));
}

/** BIT STRING with these bits set, without zero bits at its end, as DER wants named bits. */
export function namedBits(bits: readonly number[]): Uint8Array {
  if (bits.length === 0) return bitString(noBytes);
  const last = Math.max(...bits);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return bitString(bytes, 7 - (last & 7));
}

/** A string of the type `tag`; characters that the type cannot hold are cut to its width. */
export function string(tag: number, text: string): Uint8Array {
  if (tag === tags.utf8String) return element(tag, encodeUtf8(text));
  if (tag === tags.bmpString) return element(tag, Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff])));
  return element(tag, Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

/** A time as X.509 wants it: UTCTime until 2049, GeneralizedTime from 2050. `ms` since the epoch; seconds are cut. */
export function time(ms: number): Uint8Array {
  const iso = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(iso)) throw new PkiError('unsupported', `a year beyond 9999: ${iso}`);
  const digits = iso.slice(0, 19).replaceAll(/[-T:]/g, '');
  const year = Number(digits.slice(0, 4));
  return year >= 1950 && year < 2050 ? string(tags.utcTime, `${digits.slice(2)}Z`) : string(tags.generalizedTime, `${digits}Z`);
}

/** A context-specific tag around elements (EXPLICIT). */
export function explicit(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return element(0xa0 | tag, concatBytes(parts));
}

/** Contents under a context-specific tag (IMPLICIT); `constructed` for a SEQUENCE or SET. */
export function implicit(tag: number, content: Uint8Array, constructed = false): Uint8Array {
  return element((constructed ? 0xa0 : 0x80) | tag, content);
}
