/**
 * Text as tools see it: UTF-8 where it is well formed; a byte that is not becomes a lone surrogate U+DC80..U+DCFF
 * (as Python's surrogateescape does), so that any input comes out again byte for byte.
 */
import { concatBytes, encodeUtf8 } from '../../base/index.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes to text, without loss. */
export function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return escapeIllFormed(bytes);
  }
}

/** The bytes that `textOf` made `text` of. */
export function bytesOf(text: string): Uint8Array {
  if (text.isWellFormed()) return encodeUtf8(text);
  const parts: Uint8Array[] = [];
  for (const piece of text.split(/([\udc80-\udcff]+)/)) {
    if (/^[\udc80-\udcff]/.test(piece)) parts.push(Uint8Array.from(piece, (char) => char.charCodeAt(0) - 0xdc00));
    else if (piece) parts.push(encodeUtf8(piece));
  }
  return concatBytes(parts);
}

/** One character a byte (Latin-1), for what looks at bytes. */
export function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** The inverse of `binaryOf`. */
export function bytesOfBinary(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function escapeIllFormed(bytes: Uint8Array): string {
  let text = '';
  let good = 0;
  let at = 0;
  const flush = (): void => {
    if (at > good) text += strict.decode(bytes.subarray(good, at));
  };
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    let fine = length > 0;
    if (length > 2) {
      try {
        strict.decode(bytes.subarray(at, at + length));
      } catch {
        fine = false;
      }
    }
    if (fine) {
      at += length;
      continue;
    }
    flush();
    text += String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at++;
    good = at;
  }
  flush();
  return text;
}
