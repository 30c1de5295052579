/** Kinds of items of Go's template language. */
export type ItemType =
  | 'error' | 'eof' | 'text' | 'leftDelim' | 'rightDelim' | 'space' | 'bool' | 'char' | 'charConstant' | 'number' | 'string' | 'rawString' | 'identifier' | 'field' | 'variable'
  | 'dot' | 'nil' | 'leftParen' | 'rightParen' | 'pipe' | 'assign' | 'declare' | 'keyword';

export interface Item {
  type: ItemType;
  pos: number;
  value: string;
  line: number;
}

const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const spaces = ' \t\r\n';

/** Splits a template into items, one at a time. */
export class Lexer {
  readonly #input: string;
  #pos = 0;
  #line = 1;
  #inAction = false;
  #parens = 0;
  #done = false;

  constructor(input: string) {
    this.#input = input;
  }

  next(): Item {
    if (this.#done) return { type: 'eof', pos: this.#pos, value: 'EOF', line: this.#line };
    return this.#inAction ? this.#action() : this.#text();
  }

  #item(type: ItemType, end: number): Item {
    const item = { type, pos: this.#pos, value: this.#input.slice(this.#pos, end), line: this.#line };
    this.#skipTo(end);
    return item;
  }

  #skipTo(end: number): void {
    for (let i = this.#pos; i < end; i++) if (this.#input[i] === '\n') this.#line++;
    this.#pos = end;
  }

  #error(message: string): Item {
    this.#done = true;
    return { type: 'error', pos: this.#pos, value: message, line: this.#line };
  }

  #text(): Item {
    const input = this.#input;
    const delimiter = input.indexOf('{{', this.#pos);
    if (delimiter < 0) {
      if (this.#pos < input.length) return this.#item('text', input.length);
      this.#done = true;
      return { type: 'eof', pos: this.#pos, value: 'EOF', line: this.#line };
    }
    const trims = input[delimiter + 2] === '-' && spaces.includes(input[delimiter + 3] ?? 'x');
    if (delimiter > this.#pos) {
      const text = input.slice(this.#pos, delimiter);
      const kept = trims ? text.replace(/[ \t\r\n]+$/, '') : text;
      if (kept !== '') {
        const item = this.#item('text', this.#pos + kept.length);
        this.#skipTo(delimiter);
        return item;
      }
      this.#skipTo(delimiter);
    }
    const afterMarker = delimiter + 2 + (trims ? 2 : 0);
    if (input.startsWith('/*', afterMarker)) return this.#comment(afterMarker);
    const item = this.#item('leftDelim', delimiter + 2);
    this.#skipTo(afterMarker);
    this.#inAction = true;
    this.#parens = 0;
    return item;
  }

  #comment(start: number): Item {
    this.#skipTo(start);
    const end = this.#input.indexOf('*/', start + 2);
    if (end < 0) return this.#error('unclosed comment');
    const trims = this.#trimsBefore(end + 2);
    const close = end + 2 + (trims ? 2 : 0);
    if (!this.#input.startsWith('}}', close)) return this.#error('comment ends before closing delimiter');
    this.#skipTo(close + 2);
    if (trims) this.#skipSpaces();
    return this.#text();
  }

  #trimsBefore(pos: number): boolean {
    return spaces.includes(this.#input[pos] ?? 'x') && this.#input.startsWith('-}}', pos + 1);
  }

  #skipSpaces(): void {
    let end = this.#pos;
    while (end < this.#input.length && spaces.includes(this.#input[end] ?? 'x')) end++;
    this.#skipTo(end);
  }

  #rightDelim(trims: boolean): Item {
    if (trims) this.#skipTo(this.#pos + 2);
    const item = this.#item('rightDelim', this.#pos + 2);
    if (trims) this.#skipSpaces();
    this.#inAction = false;
    return item;
  }

  #action(): Item {
    const input = this.#input;
    const pos = this.#pos;
    const trims = this.#trimsBefore(pos);
    if (trims || input.startsWith('}}', pos)) return this.#parens === 0 ? this.#rightDelim(trims) : this.#error('unclosed left paren');
    const char = input[pos];
    if (char === undefined) return this.#error('unclosed action');
    if (spaces.includes(char)) {
      let end = pos;
      while (spaces.includes(input[end] ?? 'x')) end++;
      // A space before a trim marker belongs to it.
      if (this.#trimsBefore(end - 1)) {
        if (end - 1 === pos) return this.#rightDelim(true);
        end--;
      }
      return this.#item('space', end);
    }
    if (char === '=') return this.#item('assign', pos + 1);
    if (char === ':') return input[pos + 1] === '=' ? this.#item('declare', pos + 2) : this.#error('expected :=');
    if (char === '|') return this.#item('pipe', pos + 1);
    if (char === '"') return this.#quoted('"', 'string', 'unterminated quoted string');
    if (char === "'") return this.#quoted("'", 'charConstant', 'unterminated character constant');
    if (char === '`') {
      const end = input.indexOf('`', pos + 1);
      return end < 0 ? this.#error('unterminated raw quoted string') : this.#item('rawString', end + 1);
    }
    if (char === '$' || (char === '.' && !/[0-9]/.test(input[pos + 1] ?? ''))) return this.#fieldOrVariable(char);
    if (/[+\-.0-9]/.test(char)) return this.#number();
    if (isAlphanumeric(char)) return this.#identifier();
    if (char === '(') {
      this.#parens++;
      return this.#item('leftParen', pos + 1);
    }
    if (char === ')') {
      if (--this.#parens < 0) return this.#error('unexpected right paren');
      return this.#item('rightParen', pos + 1);
    }
    if (char > ' ' && char <= '~') return this.#item('char', pos + 1);
    return this.#error(`unrecognized character in action: ${unicodeName(input.slice(pos))}`);
  }

  #quoted(quote: string, type: ItemType, unterminated: string): Item {
    for (let end = this.#pos + 1; ; end++) {
      const char = this.#input[end];
      if (char === undefined || char === '\n') return this.#error(unterminated);
      if (char === quote) return this.#item(type, end + 1);
      if (char === '\\') {
        end++;
        if (this.#input[end] === undefined || this.#input[end] === '\n') return this.#error(unterminated);
      }
    }
  }

  #wordEnd(start: number): number {
    let end = start;
    while (end < this.#input.length && isAlphanumeric(this.#input[end] ?? '')) end++;
    return end;
  }

  #isTerminator(pos: number): boolean {
    const char = this.#input[pos];
    return char === undefined || spaces.includes(char) || '.,|:)('.includes(char) || this.#input.startsWith('}}', pos);
  }

  #badCharacter(pos: number): Item {
    return this.#error(`bad character ${unicodeName(this.#input.slice(pos))}`);
  }

  #fieldOrVariable(first: string): Item {
    const start = this.#pos + 1;
    if (this.#isTerminator(start)) return this.#item(first === '$' ? 'variable' : 'dot', start);
    const end = this.#wordEnd(start);
    if (!this.#isTerminator(end)) return this.#badCharacter(end);
    return this.#item(first === '$' ? 'variable' : 'field', end);
  }

  #identifier(): Item {
    const end = this.#wordEnd(this.#pos);
    if (!this.#isTerminator(end)) return this.#badCharacter(end);
    const word = this.#input.slice(this.#pos, end);
    if (keywords.has(word)) return this.#item('keyword', end);
    if (word === 'nil') return this.#item('nil', end);
    return this.#item(word === 'true' || word === 'false' ? 'bool' : 'identifier', end);
  }

  #number(): Item {
    const pattern = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)/y;
    pattern.lastIndex = this.#pos;
    const end = this.#pos + (pattern.exec(this.#input)?.[0].length ?? 1);
    if (isAlphanumeric(this.#input[end] ?? ' ')) return this.#error(`bad number syntax: "${this.#input.slice(this.#pos, end + 1)}"`);
    return this.#item('number', end);
  }
}

function isAlphanumeric(char: string): boolean {
  return /^[_\p{L}\p{Nd}]$/u.test(char);
}

/** The verb %#U: `U+0023 '#'`. */
function unicodeName(rest: string): string {
  const code = rest.codePointAt(0);
  if (code === undefined) return 'U+FFFFFFFFFFFFFFFF';
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code < 0x20 || code === 0x7f ? name : `${name} '${String.fromCodePoint(code)}'`;
}
