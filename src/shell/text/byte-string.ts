import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';

/**
 * Text in the shell may hold any bytes. A byte that is not part of well-formed UTF-8 is kept as a lone surrogate
 * U+DC80 to U+DCFF, so that decoding and encoding again gives the same bytes.
 */
const loneByte = /[\udc80-\udcff]/;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes of `text`; lone surrogates U+DC80 to U+DCFF become single bytes. */
export function encodeText(text: string): Uint8Array {
  if (!loneByte.test(text)) return encodeUtf8(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...encodeUtf8(character));
  }
  return Uint8Array.from(bytes);
}

/** Text of `bytes`; bytes that are not UTF-8 become lone surrogates. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeLoosely(bytes);
  }
}

function decodeLoosely(bytes: Uint8Array): string {
  let text = '';
  let start = 0;
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    if (index > start) text += decodeUtf8(bytes.subarray(start, index));
    text += String.fromCharCode(0xdc00 + (bytes[index] ?? 0));
    index += 1;
    start = index;
  }
  return index > start ? text + decodeUtf8(bytes.subarray(start, index)) : text;
}

/** Length of the well-formed UTF-8 sequence at `index`, or 0. */
export function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || index + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[index + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[index + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** How many bytes a sequence that starts with `first` needs: 1 for what cannot start one. */
export function expectedLength(first: number): number {
  return first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 1;
}

/** The text of one byte: itself below 128, else a lone surrogate. */
export function byteCharacter(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
}

/** Joins lone bytes that together are UTF-8, as when `$'\xd0\x9f'` is assembled byte by byte. */
export function normalizeText(text: string): string {
  return loneByte.test(text) ? decodeText(encodeText(text)) : text;
}

const surrogate = /[\ud800-\udbff]/;

/** Number of characters (code points). */
export function textLength(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Characters `start` (inclusive) to `end` (exclusive), counted in code points. */
export function sliceText(text: string, start: number, end?: number): string {
  if (!surrogate.test(text)) return text.slice(start, end);
  return [...text].slice(start, end).join('');
}
