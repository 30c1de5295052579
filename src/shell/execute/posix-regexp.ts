const classes: Record<string, string> = {
  alpha: '\\p{L}', digit: '0-9', alnum: '\\p{L}\\p{N}', upper: '\\p{Lu}', lower: '\\p{Ll}', space: '\\s', blank: ' \\t',
  punct: '!-\\/:-@\\[-`\\{-~', print: '\\x20-\\x7e\\u00a0-\\uffff', graph: '\\x21-\\x7e\\u00a1-\\uffff', cntrl: '\\x00-\\x1f\\x7f', xdigit: '0-9A-Fa-f',
};

/** A POSIX extended regular expression as a RegExp; undefined when it is malformed. */
export function posixRegExp(source: string, ignoreCase: boolean): RegExp | undefined {
  let out = '';
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? '';
    if (character === '[') {
      const set = readSet(source, index);
      if (!set) return undefined;
      out += set.source;
      index = set.end;
    } else if (character === '\\') {
      const next = source[++index];
      if (next === undefined) return undefined;
      if (next === '<') out += '(?<![\\w])(?=\\w)';
      else if (next === '>') out += '(?<=\\w)(?!\\w)';
      else if (/[wWsSbB]/.test(next) || /[1-9]/.test(next)) out += `\\${next}`;
      else out += escapeLiteral(next);
    } else if (character === '{' && (index === 0 || /[^\\][(|]$|^[(|]$/.test(source.slice(0, index)))) {
      // There is nothing to repeat.
      return undefined;
    } else if (character === '{' && !/^\{\d*,?\d*\}/.test(source.slice(index))) {
      out += '\\{';
    } else if (character === '}' && !/\{\d*,?\d*$/.test(source.slice(0, index))) {
      out += '\\}';
    } else if (character === '{' && source[index + 1] === ',') {
      out += '{0';
    } else if (character === '(' && source[index + 1] === '?') {
      return undefined;
    } else if (character === ']' || character === '/') {
      out += `\\${character}`;
    } else out += character;
  }
  try {
    return new RegExp(out, ignoreCase ? 'sui' : 'su');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function escapeLiteral(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function readSet(text: string, open: number): { source: string; end: number } | undefined {
  let at = open + 1;
  const negated = text[at] === '^';
  if (negated) at++;
  let source = '';
  for (let first = true; ; first = false) {
    const character = text[at];
    if (character === undefined) return undefined;
    if (character === ']' && !first) break;
    if (character === '[' && /[:=.]/.test(text[at + 1] ?? '')) {
      const mark = text[at + 1];
      const close = text.indexOf(`${mark}]`, at + 2);
      if (close < 0) return undefined;
      const name = text.slice(at + 2, close);
      if (mark === ':' && classes[name] === undefined) return undefined;
      source += mark === ':' ? classes[name] : escapeInSet(name);
      at = close + 2;
      continue;
    }
    const last = text[at + 1] === ']';
    source += character === '-' && !first && !last ? '-' : escapeInSet(character);
    at++;
  }
  return { source: `[${negated ? '^' : ''}${source}]`, end: at };
}

function escapeInSet(character: string): string {
  return /[\\\]^\-[&~|]/.test(character) ? `\\${character}` : character;
}
