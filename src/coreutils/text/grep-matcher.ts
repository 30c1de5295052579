import { escapeRegExp } from '../../base/index.ts';
import { compileRegex, RegexError, translate } from '../program/index.ts';
import { perlFault } from './perl-fault.ts';

/** How grep's patterns are read. */
export interface MatcherSettings {
  kind: 'basic' | 'extended' | 'fixed' | 'perl';
  ignoreCase: boolean;
  word: boolean;
  line: boolean;
  /** Told what a pattern has that means nothing. */
  warn?: (text: string) => void;
}

/** Finds lines that match. Text may hold many lines. */
export interface Matcher {
  /** Where the first match at or after `from` begins; -1 without one. */
  find(text: string, from: number): number;
  /** The nonempty matches in one line: [from, to). */
  all(line: string): [number, number][];
}

const before = '(?<![\\p{L}\\p{Nd}_])';
const after = '(?![\\p{L}\\p{Nd}_])';

/** Compiles patterns (any of which may match). Throws RegexError. */
export function compileMatcher(patterns: readonly string[], settings: MatcherSettings): Matcher {
  const { kind, ignoreCase, word, line, warn } = settings;
  const [only] = patterns;
  const literal = kind === 'fixed' || patterns.every((pattern) => !/[\\^$.*+?()[\]{}|]/.test(pattern));
  if (patterns.length === 1 && only !== undefined && literal && !ignoreCase && !word && !line) {
    return {
      find: (text, from) => text.indexOf(only, from),
      all: (text) => {
        const found: [number, number][] = [];
        if (only !== '') for (let at = text.indexOf(only); at >= 0; at = text.indexOf(only, at + only.length)) found.push([at, at + only.length]);
        return found;
      },
    };
  }
  if (patterns.length === 0) return { find: () => -1, all: () => [] };
  const sources = patterns.map((pattern) => {
    if (kind === 'fixed') return escapeRegExp(pattern);
    if (kind === 'perl') {
      const fault = perlFault(pattern);
      if (fault !== undefined) throw new RegexError(fault);
      return perlSource(pattern);
    }
    return translate(pattern, { extended: kind === 'extended', dialect: 'grep', ...(warn && { warn }) });
  });
  let source = sources.length === 1 ? sources[0] ?? '' : sources.map((one) => `(?:${one})`).join('|');
  if (line) source = `(?<![^\\n])(?:${source})(?![^\\n])`;
  else if (word) source = `${before}(?:${source})${after}`;
  let regex: RegExp;
  try {
    regex = kind === 'perl' ? perlRegex(source, ignoreCase ? 'gi' : 'g') : new RegExp(source, `gu${ignoreCase ? 'i' : ''}`);
  } catch {
    if (kind !== 'perl') compileRegex(patterns.join('\n'), { extended: kind === 'extended', dialect: 'grep' });
    throw new RegexError(kind === 'perl' ? patterns.map(perlFault).find((fault) => fault !== undefined) ?? 'internal error' : 'Invalid regular expression');
  }
  return {
    find: (text, from) => {
      regex.lastIndex = from;
      return regex.exec(text)?.index ?? -1;
    },
    all: (text) => {
      const found: [number, number][] = [];
      regex.lastIndex = 0;
      for (const match of text.matchAll(regex)) if (match[0] !== '') found.push([match.index, match.index + match[0].length]);
      return found;
    },
  };
}

/** Unicode mode is stricter than Perl about needless backslashes and lone brackets. */
function perlRegex(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

/** Perl's syntax is nearly JavaScript's; `\K` becomes a lookbehind, inline flags and possessive marks are dropped. */
function perlSource(pattern: string): string {
  const keep = pattern.indexOf('\\K');
  const source = keep < 0 ? pattern : `(?<=${pattern.slice(0, keep)})${pattern.slice(keep + 2)}`;
  return source.replace(/\\([Aa zZhHRQE])/g, (whole, letter: string) => ({ A: '(?<![^\\n])', z: '(?![^\\n])', Z: '(?![^\\n])', h: '[ \\t]', H: '[^ \\t]', ' ': ' ', R: '\\r?\\n' })[letter] ?? whole)
    .replace(/\(\?P</g, '(?<').replace(/([*+?}])\+/g, '$1').replace(/\[:(\w+):\]/g, (whole, name: string) => ({ alpha: 'a-zA-Z', digit: '0-9', alnum: 'a-zA-Z0-9', space: '\\s', upper: 'A-Z', lower: 'a-z', punct: '!-\\/:-@\\[-`{-~' })[name] ?? whole)
    .replace(/\\(["'`#<>@%&~!:;,=_ -])/g, (_, char: string) => (char === '-' ? '\\x2d' : char))
    .replace(/(^|[^\\])\^/g, (whole, lead: string) => (lead === '[' ? whole : `${lead}(?<![^\\n])`)).replace(/(^|[^\\])\$(?=$|[)|])/g, '$1(?![^\\n])');
}
