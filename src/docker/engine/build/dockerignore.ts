import { escapeRegExp } from '../../../base/index.ts';

/** Which paths of a build context are left out. The last pattern that matches decides; `!` takes a path in again. */
export class Dockerignore {
  readonly #patterns: { expression: RegExp; exclude: boolean }[];

  constructor(text: string) {
    this.#patterns = text.split('\n').flatMap((line) => {
      const trimmed = line.replace(/^\uFEFF/, '').trim();
      if (trimmed === '' || trimmed.startsWith('#')) return [];
      const exclude = !trimmed.startsWith('!');
      const pattern = cleanPattern(exclude ? trimmed : trimmed.slice(1).trim());
      return pattern === '' || pattern === '.' ? [] : [{ expression: patternRegExp(pattern), exclude }];
    });
  }

  /** Whether a path (without leading slash) is left out. A directory that matches takes what is under it along. */
  excludes(path: string): boolean {
    let excluded = false;
    for (const { expression, exclude } of this.#patterns) if (exclude !== excluded && expression.test(path)) excluded = exclude;
    return excluded;
  }
}

function cleanPattern(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A pattern of moby/patternmatcher: `*` and `?` within a component, `**` across them; it also matches what lies below. */
function patternRegExp(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (pattern.startsWith('**', at)) {
      at++;
      if (pattern[at + 1] === '/') {
        at++;
        source += '(?:.*/)?';
      } else source += '.*';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const close = pattern.indexOf(']', at + 1);
      if (close < 0) source += '\\[';
      else {
        source += pattern.slice(at, close + 1);
        at = close;
      }
    } else if (char === '\\') source += escapeRegExp(pattern[++at] ?? '\\');
    else source += escapeRegExp(char);
  }
  return new RegExp(`^${source}(?:/.*)?$`, 's');
}
