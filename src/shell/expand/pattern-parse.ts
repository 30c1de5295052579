/** A shell pattern, taken apart. */
export type PatternNode =
  | { kind: 'text'; text: string }
  | { kind: 'any' }
  | { kind: 'star' }
  | { kind: 'set'; source: string }
  | { kind: 'group'; operator: '?' | '*' | '+' | '@' | '!'; alternatives: PatternNode[][] };

const classes: Record<string, string> = {
  alpha: '\\p{L}', digit: '0-9', alnum: '\\p{L}\\p{N}', upper: '\\p{Lu}', lower: '\\p{Ll}', space: '\\s', blank: ' \\t',
  punct: '!-\\/:-@\\[-`\\{-~', print: '\\x20-\\x7e\\u00a0-\\uffff', graph: '\\x21-\\x7e\\u00a1-\\uffff', cntrl: '\\x00-\\x1f\\x7f', xdigit: '0-9A-Fa-f',
  word: '\\p{L}\\p{N}_', ascii: '\\x00-\\x7f',
};

/** Parses a pattern in which a backslash takes the meaning off the next character. */
export function parsePattern(pattern: string, extglob: boolean): PatternNode[] {
  return new PatternParser(pattern, extglob).sequence(false);
}

class PatternParser {
  readonly #text: string;
  readonly #extglob: boolean;
  #at = 0;

  constructor(text: string, extglob: boolean) {
    this.#text = text;
    this.#extglob = extglob;
  }

  sequence(inGroup: boolean): PatternNode[] {
    const nodes: PatternNode[] = [];
    let literal = '';
    const flush = (): void => {
      if (literal !== '') nodes.push({ kind: 'text', text: literal });
      literal = '';
    };
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (inGroup && (character === '|' || character === ')')) break;
      if (this.#extglob && '?*+@!'.includes(character) && this.#text[this.#at + 1] === '(') {
        const group = this.#group(character as '@');
        if (group) {
          flush();
          nodes.push(group);
          continue;
        }
      }
      if (character === '\\') {
        literal += this.#text[this.#at + 1] ?? '\\';
        this.#at += 2;
      } else if (character === '*' || character === '?') {
        flush();
        const last = nodes[nodes.length - 1];
        if (character === '?') nodes.push({ kind: 'any' });
        else if (last?.kind !== 'star') nodes.push({ kind: 'star' });
        this.#at += 1;
      } else if (character === '[') {
        const set = this.#set();
        if (set === undefined) {
          literal += '[';
          this.#at += 1;
        } else {
          flush();
          nodes.push(set);
        }
      } else {
        literal += character;
        this.#at += 1;
      }
    }
    flush();
    return nodes;
  }

  #group(operator: '?' | '*' | '+' | '@' | '!'): PatternNode | undefined {
    const start = this.#at;
    this.#at += 2;
    const alternatives: PatternNode[][] = [];
    for (;;) {
      alternatives.push(this.sequence(true));
      const end = this.#text[this.#at];
      this.#at += 1;
      if (end === ')') return { kind: 'group', operator, alternatives };
      if (end !== '|') break;
    }
    this.#at = start;
    return undefined;
  }

  /** A bracket expression as the source of a RegExp class; undefined when it is not closed. */
  #set(): PatternNode | undefined {
    const text = this.#text;
    let at = this.#at + 1;
    let negated = false;
    if (text[at] === '!' || text[at] === '^') {
      negated = true;
      at += 1;
    }
    let source = '';
    let first = true;
    for (;;) {
      const character = text[at];
      if (character === undefined) return undefined;
      if (character === ']' && !first) break;
      first = false;
      const item = this.#setItem(at);
      if (item.class !== undefined) {
        source += item.class;
        at = item.end;
        continue;
      }
      at = item.end;
      if (text[at] === '-' && text[at + 1] !== ']' && text[at + 1] !== undefined) {
        const to = this.#setItem(at + 1);
        if (to.class === undefined) {
          at = to.end;
          if ((item.character.codePointAt(0) ?? 0) <= (to.character.codePointAt(0) ?? 0)) source += `${escapeInSet(item.character)}-${escapeInSet(to.character)}`;
          continue;
        }
      }
      source += escapeInSet(item.character);
    }
    this.#at = at + 1;
    if (source === '') return { kind: 'set', source: negated ? '[^]' : '[]' };
    return { kind: 'set', source: `[${negated ? '^' : ''}${source}]` };
  }

  #setItem(at: number): { character: string; end: number; class?: string } {
    const text = this.#text;
    if (text[at] === '[' && (text[at + 1] === ':' || text[at + 1] === '=' || text[at + 1] === '.')) {
      const mark = text[at + 1];
      const close = text.indexOf(`${mark}]`, at + 2);
      if (close > 0) {
        const name = text.slice(at + 2, close);
        if (mark !== ':') return { character: name, end: close + 2 };
        return { character: '', end: close + 2, class: classes[name] ?? '' };
      }
    }
    if (text[at] === '\\' && at + 1 < text.length) return { character: text[at + 1] ?? '', end: at + 2 };
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return { character, end: at + character.length };
  }
}

function escapeInSet(character: string): string {
  return /[\\\]^\-[&~|]/.test(character) ? `\\${character}` : character.replace('/', '\\/');
}
