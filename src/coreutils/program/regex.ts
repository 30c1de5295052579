/** POSIX regular expressions (with GNU's additions) as JavaScript's. Alternatives are tried in order, not by length. */

/** How a pattern is read: `line` keeps matches within lines; `buffer` lets `.` match a newline and anchors at the ends of the text. */
export interface RegexSettings {
  extended: boolean;
  ignoreCase?: boolean;
  scope?: 'line' | 'buffer' | 'multiline';
  flags?: string;
  /** awk: a backslash in a bracket expression escapes, `\n`, `\/`, `\"` are known, and a character is a byte. */
  awk?: boolean;
  /** Whose reading where they differ: grep takes a repetition of nothing as nothing and says so to `warn`; sed knows `\n` and refuses a lone `)`. */
  dialect?: 'grep' | 'sed';
  warn?: (text: string) => void;
}

/** A pattern that breaks the grammar, in the words of GNU's regcomp. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
}

const asciiClasses: Record<string, string> = { alpha: 'a-zA-Z', alnum: 'a-zA-Z0-9', upper: 'A-Z', lower: 'a-z', print: ' -~', graph: '!-~' };

const classes: Record<string, string> = {
  alpha: '\\p{L}', digit: '0-9', alnum: '\\p{L}\\p{Nd}', upper: '\\p{Lu}', lower: '\\p{Ll}', space: '\\t-\\r ', blank: ' \\t',
  punct: '!-\\/:-@\\[-`\\{-~', print: ' -~\\u{a0}-\\u{10ffff}', graph: '!-~\\u{a1}-\\u{10ffff}', cntrl: '\\x00-\\x1f\\x7f', xdigit: '0-9A-Fa-f',
};

/** Compiles `pattern`. Throws RegexError. */
export function compileRegex(pattern: string, settings: RegexSettings): RegExp {
  const source = translate(pattern, settings);
  try {
    return new RegExp(source, `u${settings.ignoreCase ? 'i' : ''}${settings.flags ?? ''}`);
  } catch {
    throw new RegexError(/\\\d/.test(source) ? 'Invalid back reference' : 'Invalid preceding regular expression');
  }
}

/** The JavaScript source for a POSIX pattern. */
export function translate(pattern: string, { extended, scope = 'line', awk = false, dialect, warn }: RegexSettings): string {
  const any = scope === 'line' ? '[^\\n]' : '[^]';
  const start = scope === 'buffer' ? '^' : '(?<![^\\n])';
  const end = scope === 'buffer' ? '$' : '(?![^\\n])';
  let out = '';
  let depth = 0;
  let at = 0;
  /** Whether something stands before that a `*` can repeat. */
  let atom = false;
  const special = (char: string, escaped: boolean): string | undefined => {
    if ('(){}|+?'.includes(char)) return extended === escaped ? undefined : char;
    return undefined;
  };
  while (at < pattern.length) {
    let char = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    let escaped = false;
    if (char === '\\') {
      if (at + 1 >= pattern.length) throw new RegexError('Trailing backslash');
      escaped = true;
      at++;
      char = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    }
    at += char.length;
    const operator = special(char, escaped);
    if (operator === '(') {
      depth++;
      out += '(';
      atom = false;
    } else if (operator === ')' && (depth > 0 || !extended || dialect === 'sed')) {
      if (depth === 0) throw new RegexError('Unmatched ) or \\)');
      depth--;
      out += ')';
      atom = true;
    } else if (operator === '|') {
      out += '|';
      atom = false;
    } else if (operator === '{') {
      const bound = (extended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/).exec(pattern.slice(at));
      if (extended && bound && !atom && !awk && (bound[1] !== '' || bound[2] !== '')) {
        if (dialect !== 'grep') throw new RegexError('Invalid preceding regular expression');
        warn?.('{...} at start of expression');
        at += bound[0].length;
        continue;
      }
      if (!bound || (bound[1] === '' && bound[2] === '') || !atom) {
        if (!extended) throw new RegexError(bound ? 'Invalid preceding regular expression' : pattern.includes('\\}', at) ? 'Invalid content of \\{\\}' : 'Unmatched \\{');
        out += '\\{';
        atom = true;
        continue;
      }
      at += bound[0].length;
      out = wrapRepeat(out);
      if (bound[3] && Number(bound[3]) < Number(bound[1])) throw new RegexError('Invalid content of \\{\\}');
      out += `{${bound[1] === '' ? '0' : bound[1]}${bound[2]}${bound[3]}}`;
    } else if (operator === '+' || operator === '?' || (char === '*' && !escaped)) {
      if (!atom) {
        if (extended && !awk) {
          if (dialect !== 'grep') throw new RegexError('Invalid preceding regular expression');
          warn?.(`${char} at start of expression`);
          continue;
        }
        out += `\\${char}`;
        atom = true;
        continue;
      }
      out = wrapRepeat(out) + char;
    } else if (escaped) {
      out += escape(char);
      atom = true;
    } else if (char === '.') {
      out += any;
      atom = true;
    } else if (char === '[') {
      if (dialect === 'grep' && /^:[^\]]*:\]/.test(pattern.slice(at))) throw new RegexError('character class syntax is [[:space:]], not [:space:]');
      const [text, next] = bracket(pattern, at, scope, awk, dialect);
      out += text;
      at = next;
      atom = true;
    } else if (char === '^' && (extended || out === '' || /\($|\|$/.test(out))) {
      out += start;
      atom = false;
    } else if (char === '$' && (extended || at === pattern.length || /^\\[)|]/.test(pattern.slice(at)))) {
      out += end;
      atom = extended;
    } else {
      out += /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
      atom = true;
    }
  }
  if (depth > 0) throw new RegexError('Unmatched ( or \\(');
  return out;

  function escape(char: string): string {
    if (/[1-9]/.test(char)) return `(?:\\${char})`;
    if (dialect === 'grep' && /[ntrfva]/.test(char)) return char;
    switch (char) {
      case 'w': return '[\\p{L}\\p{Nd}_]';
      case 'W': return scope === 'line' ? '[^\\p{L}\\p{Nd}_\\n]' : '[^\\p{L}\\p{Nd}_]';
      case 's': return scope === 'line' ? '[\\t\\x0b-\\r ]' : '[\\t-\\r ]';
      case 'S': return '[^\\t-\\r ]';
      case '<': return '(?<![\\p{L}\\p{Nd}_])(?=[\\p{L}\\p{Nd}_])';
      case '>': return '(?<=[\\p{L}\\p{Nd}_])(?![\\p{L}\\p{Nd}_])';
      case 'b': return '(?:(?<![\\p{L}\\p{Nd}_])(?=[\\p{L}\\p{Nd}_])|(?<=[\\p{L}\\p{Nd}_])(?![\\p{L}\\p{Nd}_]))';
      case 'B': return '(?:(?<=[\\p{L}\\p{Nd}_])(?=[\\p{L}\\p{Nd}_])|(?<![\\p{L}\\p{Nd}_])(?![\\p{L}\\p{Nd}_]))';
      case '`': return '(?<![^])';
      case "'": return '(?![^])';
      case 'n': return '\\n';
      case 't': return '\\t';
      case 'r': return '\\r';
      case 'f': return '\\f';
      case 'v': return '\\v';
      case 'a': return '\\x07';
      default: return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char === '-' ? '\\x2d' : char;
    }
  }
}

/** POSIX lets repetitions follow each other; JavaScript would read the second one as "lazy". */
function wrapRepeat(out: string): string {
  if (!/(?<!\\)(?:\\\\)*[*+?}]$/.test(out) || /(?<!\\)(?:\\\\)*\\[*+?}]$/.test(out) || /\\p\{\w+\}$|\\u\{\w+\}$/.test(out)) return out;
  const match = /((?:\[(?:\\.|[^\]\\])*\]|\\.|[^\\()[\]]))([*+?]|\{\d+,?\d*\})$/u.exec(out);
  return match ? `${out.slice(0, match.index)}(?:${match[0]})` : out;
}

function bracket(pattern: string, from: number, scope: string, awk: boolean, dialect: RegexSettings['dialect']): [string, number] {
  let at = from;
  const negated = pattern[at] === '^';
  if (negated) at++;
  let set = '';
  const begin = at;
  for (;;) {
    if (at >= pattern.length) throw new RegexError(from === pattern.length ? 'Invalid regular expression' : 'Unmatched [, [^, [:, [., or [=');
    const named = /^\[([:.=])(.*?)\1\]/su.exec(pattern.slice(at));
    if (pattern[at] === ']' && at > begin) break;
    if (named) {
      const [whole, kind, name = ''] = named;
      if (kind === ':') {
        const members = (awk ? asciiClasses[name] : undefined) ?? classes[name];
        if (members === undefined) throw new RegexError('Invalid character class name');
        set += members;
      } else set += member(name);
      at += whole.length;
      continue;
    }
    let char = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += char.length;
    if (char === '\\' && (awk || (dialect !== 'grep' && /^[nt]/.test(pattern.slice(at))))) {
      const next = pattern.charAt(at);
      at++;
      char = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[next] ?? next;
    }
    if (pattern[at] === '-' && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      let upper = String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0);
      at += 1 + upper.length;
      if (awk && upper === '\\') {
        upper = pattern.charAt(at);
        at++;
      }
      if (upper < char) throw new RegexError('Invalid range end');
      set += `${member(char)}-${member(upper)}`;
    } else set += member(char);
  }
  if (set === '') return [negated ? '[^]' : '(?!)', at + 1];
  return [`[${negated ? '^' : ''}${set}${negated && scope === 'line' ? '\\n' : ''}]`, at + 1];
}

function member(char: string): string {
  if (char === '\n') return '\\n';
  return /[\\\]^[\-&~|{}()/]/.test(char) ? (/[&~]/.test(char) ? `\\x${char.charCodeAt(0).toString(16)}` : `\\${char}`) : char;
}
