/** A pattern of .dockerignore that is none. */
export class IgnorePatternError extends Error {
  override readonly name = 'IgnorePatternError';
  readonly patterns: readonly string[];

  constructor(patterns: readonly string[]) {
    super('syntax error in pattern');
    this.patterns = patterns;
  }
}

/** One line of .dockerignore. */
interface Pattern {
  text: string;
  /** Starts with `!`: what matches is in again. */
  exception: boolean;
  depth: number;
  regexp: RegExp;
}

/** The rules of a .dockerignore file: the last pattern that matches a path, or a directory above it, decides. */
export class IgnoreRules {
  readonly #patterns: readonly Pattern[];

  constructor(text: string) {
    this.#patterns = parseIgnoreFile(text).map((line) => {
      const exception = line.startsWith('!');
      const pattern = exception ? line.slice(1) : line;
      return { text: pattern, exception, depth: pattern.split('/').length, regexp: patternRegExp(pattern) };
    });
  }

  /** Whether a path (relative to the context, with slashes) is left out. */
  excludes(path: string): boolean {
    const parents = path.split('/').slice(0, -1);
    let excluded = false;
    for (const { regexp, exception, depth } of this.#patterns) {
      if (excluded === !exception) continue;
      const matches = regexp.test(path) || (depth <= parents.length && regexp.test(parents.slice(0, depth).join('/')));
      if (matches) excluded = !exception;
    }
    return excluded;
  }

  /** Whether something below an excluded directory may be in after all. */
  mayInclude(directory: string): boolean {
    return this.#patterns.some(({ exception, text }) => exception && (`${text}/`.startsWith(`${directory}/`) || text.includes('*')));
  }
}

/** The patterns of a .dockerignore: comments and blank lines gone, paths cleaned. */
export function parseIgnoreFile(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split('\n').flatMap((raw) => {
    if (raw.startsWith('#')) return [];
    const line = raw.trim();
    if (line === '') return [];
    const negated = line.startsWith('!');
    const pattern = negated ? line.slice(1).trim() : line;
    const clean = cleanPath(pattern);
    return clean === '' ? [] : [negated ? `!${clean}` : clean];
  });
}

function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** filepath.Match with `**` for any number of directories. */
function patternRegExp(pattern: string): RegExp {
  let source = '^';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '*' && pattern[i + 1] === '*') {
      i++;
      if (pattern[i + 1] === '/') i++;
      source += i + 1 >= pattern.length ? '.*' : '(.*/)?';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = pattern.indexOf(']', i + 1);
      if (end < 0) throw new IgnorePatternError([pattern]);
      source += `[${pattern.slice(i + 1, end).replace(/\\/g, '\\\\')}]`;
      i = end;
    } else if (char === '\\' && i + 1 < pattern.length) source += (pattern[++i] ?? '').replace(/[.+()|{}^$\\*?[\]]/g, '\\$&');
    else source += char.replace(/[.+()|{}^$\\]/g, '\\$&');
  }
  return new RegExp(`${source}$`, 's');
}
