import { decodeUtf8, encodeUtf8 } from '../../../base/index.ts';

/** Bytes as a string of as many characters: how Redis's values are kept here, exact and comparable. */
export function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The bytes of such a string. */
export function asciiBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Text as UTF-8, in such a string. */
export const binaryOfText = (text: string): string => binaryOf(encodeUtf8(text));

/** The text that such a string is in UTF-8. */
export const textOfBinary = (binary: string): string => decodeUtf8(asciiBytes(binary));

/** How redis-cli and MONITOR write a value: in quotes, what cannot be printed by its number. */
export function quoted(binary: string): string {
  const named: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\x07': '\\a', '\b': '\\b' };
  return `"${binary.replace(/[^ !#-[\]-~]/g, (sign) => named[sign] ?? `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`;
}
