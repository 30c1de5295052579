/** What encoding/json says of the first mistake in a text that is no JSON; undefined for one that is. The words are Go's, which programs show as they are. */
export function jsonSyntaxError(text: string): string | undefined {
  try {
    new Scanner(text).document();
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value();
    this.#space();
    if (this.#at < this.#text.length) throw this.#invalid('after top-level value');
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  /** The next character that is no space. Throws at the end of the text. */
  #next(): string {
    this.#space();
    return this.#char();
  }

  #char(): string {
    const char = this.#text[this.#at];
    if (char === undefined) throw new SyntaxError('unexpected EOF');
    return char;
  }

  #invalid(where: string): SyntaxError {
    const char = this.#char();
    return new SyntaxError(`invalid character ${char === "'" ? "'\\''" : char === '"' ? "'\"'" : `'${char === '\n' ? '\\n' : char}'`} ${where}`);
  }

  #value(where = 'looking for beginning of value'): void {
    const char = this.#next();
    if (char === '{') this.#list('}', 'object key:value pair', () => this.#pair());
    else if (char === '[') this.#list(']', 'array element', () => this.#value());
    else if (char === '"') this.#string();
    else if (char === '-' || (char >= '0' && char <= '9')) this.#number();
    else if (char === 't') this.#literal('true');
    else if (char === 'f') this.#literal('false');
    else if (char === 'n') this.#literal('null');
    else throw this.#invalid(where);
  }

  #list(close: string, what: string, item: () => void): void {
    this.#at++;
    if (this.#next() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      item();
      const char = this.#next();
      if (char !== ',' && char !== close) throw this.#invalid(`after ${what}`);
      this.#at++;
      if (char === close) return;
    }
  }

  #pair(): void {
    if (this.#next() !== '"') throw this.#invalid('looking for beginning of object key string');
    this.#string();
    if (this.#next() !== ':') throw this.#invalid('after object key');
    this.#at++;
    this.#value();
  }

  #string(): void {
    this.#at++;
    for (let char = this.#char(); char !== '"'; char = this.#char()) {
      if (char < ' ') throw this.#invalid('in string literal');
      this.#at++;
      if (char !== '\\') continue;
      if (!'"\\/bfnrtu'.includes(this.#char())) throw this.#invalid('in string escape code');
      this.#at++;
    }
    this.#at++;
  }

  #number(): void {
    if (this.#char() === '-') this.#at++;
    if (!/\d/.test(this.#char())) throw this.#invalid('in numeric literal');
    const [whole = ''] = /^(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += whole.length;
  }

  #literal(word: string): void {
    for (let i = 0; i < word.length; i++) {
      if (this.#char() !== word[i]) throw this.#invalid(`in literal ${word} (expecting '${word[i]}')`);
      this.#at++;
    }
  }
}
