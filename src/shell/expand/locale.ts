import type { Shell } from '../state/shell.ts';
import { byteCharacter, encodeText, normalizeText } from '../text/byte-string.ts';

const plain = /^[\x00-\x7f]*$/;

/** Whether characters are bytes: the locale (LC_ALL, LC_CTYPE, LANG) is C or POSIX, or there is none. */
function isByteLocale(shell: Shell): boolean {
  const { variables } = shell;
  const name = variables.text('LC_ALL') || variables.text('LC_CTYPE') || variables.text('LANG') || 'C';
  return name === 'C' || name === 'POSIX';
}

/** The text with as many characters as the locale sees in it: in the C locale each byte is one. */
export function inLocale(shell: Shell, text: string): string {
  if (plain.test(text) || !isByteLocale(shell)) return text;
  return [...encodeText(text)].map(byteCharacter).join('');
}

/** Undoes `inLocale`. */
export function fromLocale(text: string): string {
  return plain.test(text) ? text : normalizeText(text);
}
