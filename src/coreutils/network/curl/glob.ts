import { parseUrl } from './url.ts';

/** A part of a pattern: what it can be, and whether -o's #N counts it. */
interface Piece {
  values: readonly string[];
  counted: boolean;
}

/** A URL that came of a pattern, with what #1, #2 … stand for. */
export interface Globbed {
  text: string;
  chosen: readonly string[];
}

/** A pattern that is none; the message is what curl prints. */
export class GlobError extends Error {
  override readonly name = 'GlobError';
}

/** The URLs of a pattern with `{a,b}`, `[1-3]`, `[a-z:2]`; the last part varies fastest. Throws GlobError. */
export function* globUrls(pattern: string): Generator<Globbed> {
  const pieces = parsePattern(pattern);
  const total = pieces.reduce((count, { values }) => count * values.length, 1);
  for (let number = 0; number < total; number++) {
    let rest = number;
    const picked = pieces.toReversed().map(({ values }) => {
      const value = values[rest % values.length] ?? '';
      rest = Math.floor(rest / values.length);
      return value;
    }).reverse();
    yield { text: picked.join(''), chosen: picked.filter((_, index) => pieces[index]?.counted) };
  }
}

/** A file name with #N replaced by what the URL's patterns were. */
export function globName(name: string, chosen: readonly string[]): string {
  return name.replaceAll(/#(\d+)/g, (whole, digits: string) => {
    const number = Number(digits);
    return number >= 1 ? chosen[number - 1] ?? whole : whole;
  });
}

function parsePattern(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  let at = 0;
  const fail = (reason: string, position: number): GlobError => new GlobError(`${reason} in URL position ${position}:\n${pattern}\n${' '.padEnd(position - 1)}^`);
  const flush = (): void => {
    if (literal !== '') pieces.push({ values: [literal], counted: false });
    literal = '';
  };
  while (at < pattern.length) {
    const char = pattern[at] ?? '';
    if (char === '\\' && /[{}[\]]/.test(pattern[at + 1] ?? '')) {
      literal += pattern[at + 1] ?? '';
      at += 2;
    } else if (char === '}' || char === ']') throw fail('unmatched close brace/bracket', at + 1);
    else if (char === '{') {
      flush();
      at = set(pattern, at, pieces, fail);
    } else if (char === '[') {
      const skipped = pattern.startsWith('[]', at) ? 2 : addressLength(pattern.slice(at));
      if (skipped > 0) {
        literal += pattern.slice(at, at + skipped);
        at += skipped;
        continue;
      }
      flush();
      at = range(pattern, at + 1, pieces, fail);
    } else {
      literal += char;
      at++;
    }
  }
  flush();
  return pieces;
}

/** Length of an IPv6 address in brackets at the start. */
function addressLength(text: string): number {
  const [bracketed = ''] = /^\[[^\]]*\]/.exec(text) ?? [];
  try {
    if (bracketed !== '') parseUrl(bracketed);
    return bracketed.length;
  } catch {
    return 0;
  }
}

type Fail = (reason: string, position: number) => GlobError;

function set(pattern: string, start: number, pieces: Piece[], fail: Fail): number {
  const values: string[] = [];
  let value = '';
  for (let at = start + 1; ; at++) {
    const char = pattern[at];
    if (char === undefined) throw fail('unmatched brace', start + 1);
    if (char === '{' || char === '[') throw fail('nested brace', at + 1);
    if (char === ']') throw fail('unexpected close bracket', at + 1);
    if (char === '}' && at === start + 1) throw fail('empty string within braces', at + 1);
    if (char === ',' || char === '}') {
      values.push(value);
      value = '';
      if (char === '}') {
        pieces.push({ values, counted: true });
        return at + 1;
      }
    } else if (char === '\\' && pattern[at + 1] !== undefined) value += pattern[++at];
    else value += char;
  }
}

function range(pattern: string, start: number, pieces: Piece[], fail: Fail): number {
  const text = pattern.slice(start);
  const letters = /^([A-Za-z])-([^])(?::(\d+))?\]/.exec(text);
  const numbers = /^(\d+)-[ \t]*(\d+)(?::(\d+))?\]/.exec(text);
  const [whole = '', low = '', high = '', step = '1'] = letters ?? numbers ?? [];
  if (!letters && !numbers) throw /^[A-Za-z0-9]/.test(text) ? fail('bad range', start + 1 + badAt(text)) : fail('bad range specification', start + 1);
  const [from, to, by] = letters ? [low.charCodeAt(0), high.charCodeAt(0), Number(step)] : [Number(low), Number(high), Number(step)];
  if (by < 1 || (from === to && by !== 1) || (from !== to && (from > to || by > to - from || (letters && to - from > 25)))) throw fail('bad range', start + 1 + whole.length);
  const width = low.startsWith('0') ? low.length : 0;
  const values: string[] = [];
  for (let value = from; value <= to; value += by) values.push(letters ? String.fromCharCode(value) : String(value).padStart(width, '0'));
  pieces.push({ values, counted: true });
  return start + whole.length;
}

/** How far a range could be read. */
function badAt(text: string): number {
  if (/^[A-Za-z]/.test(text)) return 0;
  return /^\d+(?:-[ \t]*(?:\d+(?:\]|(?::(?:\d+\]?)?)?)?)?)?/.exec(text)?.[0].length ?? 0;
}
