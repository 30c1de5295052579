import { escapeRegExp } from '../../../base/index.ts';
import { Failure } from './reply.ts';

/** A whole number of 64 bits; what is none is refused in Redis's words. Beyond 2^53 it is not exact. */
export function integer(text: string, words = 'ERR value is not an integer or out of range'): number {
  if (!/^(0|-?[1-9]\d*)$/.test(text) || Math.abs(Number(text)) > 2 ** 63) throw new Failure(words);
  return Number(text);
}

/** A number with a fraction, or an infinity. */
export function float(text: string, words = 'ERR value is not a valid float'): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  if (text.trim() !== text || text === '' || !Number.isFinite(Number(text))) throw new Failure(words);
  return Number(text);
}

/** A number as Redis writes it. */
export function numberText(value: number): string {
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  const text = String(value);
  return text.includes('e') ? text.replace(/e\+?(-?)(\d)$/, 'e$10$2').replace(/e(\d)/, 'e+$1') : text;
}

/** The part of a list from `start` to `stop`, both counted from the end when negative, both included. */
export function slice<T>(list: readonly T[], start: number, stop: number): T[] {
  const from = start < 0 ? Math.max(0, list.length + start) : start;
  const to = stop < 0 ? list.length + stop : stop;
  return from > to ? [] : list.slice(from, to + 1);
}

/** Whether a name fits a pattern of `*`, `?`, `[a-c]`, `[^a]` and `\`. */
export function matches(pattern: string, name: string): boolean {
  const source = pattern.replace(/\\(.)|\[(\^?)((?:\\.|[^\]])*)\]|[*?]|[^]/g, (part, escaped?: string, not?: string, set?: string) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    if (set !== undefined) return `[${not ?? ''}${set.replace(/\\|[\^\]]/g, '\\$&')}]`;
    return escapeRegExp(escaped ?? part);
  });
  return new RegExp(`^${source}$`).test(name);
}

export const syntaxError = (): Failure => new Failure('ERR syntax error');
