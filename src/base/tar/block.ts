import { decodeUtf8 } from '../bytes.ts';
import { TarError } from './entry.ts';

/** Everything in a tar archive is padded to this. */
export const blockSize = 512;

/** `size` rounded up to whole blocks. */
export function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize;
}

/** A header's fields before extended headers are applied. */
export interface RawHeader {
  name: string;
  mode: number;
  uid: number;
  gid: number;
  size: number;
  /** Seconds. */
  mtime: number;
  typeflag: string;
  linkName: string;
  uname: string;
  gname: string;
  devMajor: number;
  devMinor: number;
}

/** Sum of a header's bytes with the checksum field as blanks. */
export function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < blockSize; i++) if (i < 148 || i >= 156) sum += block[i] ?? 0;
  return sum;
}

/** Text of a field: up to its first NUL. */
export function textField(block: Uint8Array, start: number, length: number): string {
  let end = start;
  while (end < start + length && block[end] !== 0) end++;
  return decodeUtf8(block.subarray(start, end));
}

/** A number of a field: octal digits, or base 256 when the first bit is set (GNU). */
export function numberField(block: Uint8Array, start: number, length: number): number {
  const first = block[start] ?? 0;
  if (first & 0x80) {
    // Two's complement over the whole field; the second bit is the sign. 64 bits are more than a number of ours can hold.
    let bits = first & 0x40 ? -1n : 0n;
    for (let i = Math.max(0, length - 8); i < length; i++) bits = (bits << 8n) | BigInt(i === 0 ? first & (first & 0x40 ? 0xff : 0x7f) : (block[start + i] ?? 0));
    return Number(BigInt.asIntN(64, bits));
  }
  const digits = textField(block, start, length).trim();
  if (digits === '') return 0;
  if (!/^[0-7]+$/.test(digits)) throw new TarError('archive/tar: invalid tar header');
  return Number.parseInt(digits, 8);
}

/** Decodes a header block. Throws TarError when its checksum is wrong. */
export function decodeHeader(block: Uint8Array): RawHeader {
  if (numberField(block, 148, 8) !== checksum(block)) throw new TarError('archive/tar: invalid tar header');
  const magic = textField(block, 257, 6);
  const ustar = magic === 'ustar';
  const gnu = magic === 'ustar  ' || magic.startsWith('ustar ');
  let name = textField(block, 0, 100);
  if (ustar) {
    const prefix = textField(block, 345, 155);
    if (prefix !== '') name = `${prefix}/${name}`;
  }
  return {
    name,
    mode: numberField(block, 100, 8),
    uid: numberField(block, 108, 8),
    gid: numberField(block, 116, 8),
    size: numberField(block, 124, 12),
    mtime: numberField(block, 136, 12),
    typeflag: String.fromCharCode(block[156] ?? 0),
    linkName: textField(block, 157, 100),
    uname: ustar || gnu ? textField(block, 265, 32) : '',
    gname: ustar || gnu ? textField(block, 297, 32) : '',
    devMajor: ustar || gnu ? numberField(block, 329, 8) : 0,
    devMinor: ustar || gnu ? numberField(block, 337, 8) : 0,
  };
}
