import { ShellFailure } from '../state/control.ts';
import type { IndexedArray } from '../state/indexed-array.ts';
import { sliceText, textLength } from '../text/byte-string.ts';
import type { Pattern } from './pattern.ts';

/** `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`. */
export function removeAffix(text: string, pattern: Pattern, side: '#' | '%', longest: boolean): string {
  if (side === '#') {
    const end = pattern.prefix(text, longest);
    return end > 0 ? text.slice(end) : text;
  }
  const start = pattern.suffix(text, longest);
  return start >= 0 ? text.slice(0, start) : text;
}

/** `${x/p/r}`, `//`, `/#`, `/%`. */
export function replaceMatches(text: string, pattern: Pattern, replacement: string | ((match: string) => string), operator: '/' | '//' | '/#' | '/%'): string {
  const replace = (match: string): string => (typeof replacement === 'string' ? replacement : replacement(match));
  if (operator === '/#') {
    const end = pattern.prefix(text, true);
    return end >= 0 ? replace(text.slice(0, end)) + text.slice(end) : text;
  }
  if (operator === '/%') {
    const start = pattern.suffix(text, true);
    return start >= 0 ? text.slice(0, start) + replace(text.slice(start)) : text;
  }
  let out = '';
  let at = 0;
  while (at <= text.length) {
    const match = pattern.find(text, at);
    if (!match) break;
    if (match.end === match.start) {
      // An empty match replaces nothing, except in an empty text.
      if (text === '' && operator === '/') return replace('');
      if (match.start >= text.length) break;
      out += text.slice(at, match.start + 1);
      at = match.start + 1;
      continue;
    }
    out += text.slice(at, match.start) + replace(text.slice(match.start, match.end));
    at = match.end;
    if (operator === '/') break;
  }
  return out + text.slice(at);
}

/** `${x^p}`, `^^`, `,`, `,,`; without a pattern every character counts. */
export function changeCase(text: string, operator: '^' | '^^' | ',' | ',,' | '~' | '~~', pattern: Pattern | undefined): string {
  const change = (character: string): string => {
    if (pattern && !pattern.matches(character)) return character;
    const upper = operator.startsWith('~') ? character === character.toLowerCase() : operator.startsWith('^');
    const changed = upper ? character.toUpperCase() : character.toLowerCase();
    return [...changed].length === 1 ? changed : character;
  };
  const characters = [...text];
  if (operator.length === 2) return characters.map(change).join('');
  const [first, ...rest] = characters;
  return first === undefined ? '' : change(first) + rest.join('');
}

/** `${x:offset:length}`. */
export function sliceString(text: string, offset: number, length: number | undefined): string {
  const size = textLength(text);
  const start = offset < 0 ? size + offset : offset;
  if (start < 0 || start > size) return '';
  const end = length === undefined ? size : length < 0 ? size + length : start + length;
  if (end < start) throw new ShellFailure(`${length}: substring expression < 0`);
  return sliceText(text, start, end);
}

/** `${@:offset:length}` (items begin with `$0`) and `${a[@]:offset:length}` (the offset is an index). */
export function sliceList(items: readonly string[], offset: number, length: number | undefined, positional: boolean, array: IndexedArray | undefined): string[] {
  if (length !== undefined && length < 0) throw new ShellFailure(`${length}: substring expression < 0`);
  if (array) {
    const start = offset < 0 ? array.last + 1 + offset : offset;
    if (start < 0) return [];
    return array.entries().filter(([index]) => index >= start).slice(0, length).map(([, value]) => value);
  }
  const start = offset < 0 ? items.length + offset : offset;
  if (start < 0) return [];
  const from = positional && start === 0 ? 0 : start;
  return items.slice(from, length === undefined ? undefined : from + length);
}
