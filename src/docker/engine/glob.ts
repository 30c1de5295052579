import { escapeRegExp } from '../../base/index.ts';

/** Go's path.Match as a regular expression: `*` and `?` stay within a path component, `[a-z]` and `[^a]` are classes, `\` escapes. Undefined when the pattern is malformed. */
export function globRegExp(pattern: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      const body = pattern.slice(at + 1, close).replace(/^\^/, '');
      source += `[${pattern[at + 1] === '^' ? '^' : ''}${body.replace(/[\\\]]/g, '\\$&')}]`;
      at = close;
    } else if (char === '\\') {
      if (at + 1 >= pattern.length) return undefined;
      source += escapeRegExp(pattern[++at] ?? '');
    } else source += escapeRegExp(char);
  }
  return new RegExp(`^${source}$`, 's');
}

/** Whether the pattern has anything to expand. */
export function hasGlob(pattern: string): boolean {
  return /[*?[\\]/.test(pattern);
}
