import { escapeRegExp } from '../../base/index.ts';

const cache = new Map<string, RegExp>();

/** fnmatch(3): `*`, `?`, `[…]` and backslash. `pathname`: wildcards stop at a slash. */
export function matchGlob(pattern: string, name: string, settings: { ignoreCase?: boolean; pathname?: boolean } = {}): boolean {
  const key = `${settings.ignoreCase ? 'i' : ''}${settings.pathname ? 'p' : ''}:${pattern}`;
  let regex = cache.get(key);
  if (!regex) {
    regex = new RegExp(`^${globSource(pattern, settings.pathname ?? false)}$`, settings.ignoreCase ? 'su' + 'i' : 'su');
    if (cache.size > 500) cache.clear();
    cache.set(key, regex);
  }
  return regex.test(name);
}

/** A pattern of fnmatch(3) as the source of a regular expression (flags `s` and `u`). */
export function globSource(pattern: string, pathname = false): string {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '*') source += pathname ? '[^/]*' : '.*';
    else if (char === '?') source += pathname ? '[^/]' : '.';
    else if (char === '\\' && at + 1 < pattern.length) source += escapeRegExp(pattern.charAt(++at));
    else if (char === '[') {
      const match = /^\[([!^]?)(\]?(?:\[:\w+:\]|[^\]])*)\]/.exec(pattern.slice(at));
      if (!match) {
        source += '\\[';
        continue;
      }
      const classes: Record<string, string> = { alpha: '\\p{L}', digit: '0-9', alnum: '\\p{L}0-9', upper: '\\p{Lu}', lower: '\\p{Ll}', space: '\\s', punct: '!-\\/:-@\\[-`\\{-~', xdigit: '0-9A-Fa-f' };
      const set = (match[2] ?? '').split(/(\[:\w+:\])/).map((piece) => {
        const named = /^\[:(\w+):\]$/.exec(piece);
        return named ? classes[named[1] ?? ''] ?? '' : piece.replace(/[\\\]^[&~|{}()/]/g, '\\$&').replace(/\\&/g, '\\x26').replace(/\\~/g, '\\x7e');
      }).join('');
      source += `[${match[1] ? '^' : ''}${set}]`;
      at += match[0].length - 1;
    } else source += escapeRegExp(char);
  }
  return source;
}
