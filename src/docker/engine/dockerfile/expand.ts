import { editedByPattern } from './edit-by-pattern.ts';

/** How words are expanded. */
export interface ExpandOptions {
  escape: string;
  /** For showing: quotes stay, and what is unset stays as it is written. */
  display?: boolean;
  /** Told of each name looked up. */
  onUse?: (name: string) => void;
}

/** A word that cannot be expanded; the message has BuildKit's words. */
export class ExpandError extends Error {
  override readonly name = 'ExpandError';
}

/** Expands `$NAME`, `${NAME}` and its modifiers and takes quotes off, as BuildKit's shell lexer does. */
export function expandWord(word: string, env: ReadonlyMap<string, string>, options: ExpandOptions): string {
  return new WordExpander(word, env, options).run();
}

class WordExpander {
  readonly #text: string;
  readonly #env: ReadonlyMap<string, string>;
  readonly #options: ExpandOptions;
  #at = 0;
  #words: string[] = [];
  #word = '';
  #inWord = false;

  constructor(text: string, env: ReadonlyMap<string, string>, options: ExpandOptions) {
    this.#text = text;
    this.#env = env;
    this.#options = options;
  }

  run(): string {
    return this.#until(undefined);
  }

  runWords(): string[] {
    this.#until(undefined);
    if (this.#inWord) this.#words.push(this.#word);
    return this.#words;
  }

  #peek(): string | undefined {
    return this.#text[this.#at];
  }

  #collect(text: string): void {
    for (const char of text) {
      if (/\s/.test(char)) {
        if (this.#inWord) this.#words.push(this.#word);
        this.#word = '';
        this.#inWord = false;
      } else this.#raw(char);
    }
  }

  #raw(text: string): void {
    this.#word += text;
    this.#inWord = true;
  }

  #until(stop: string | undefined): string {
    let result = '';
    for (let char = this.#peek(); char !== undefined; char = this.#peek()) {
      if (char === stop) return result;
      if (char === "'") {
        const text = this.#singleQuoted();
        result += text;
        this.#raw(text);
      } else if (char === '"') {
        const text = this.#doubleQuoted();
        result += text;
        this.#raw(text);
      } else if (char === '$') {
        const text = this.#dollar();
        result += text;
        this.#collect(text);
      } else if (char === this.#options.escape) {
        this.#at++;
        const next = this.#peek();
        if (next === undefined) break;
        this.#at++;
        result += next;
        this.#raw(next);
      } else {
        this.#at++;
        result += char;
        this.#collect(char);
      }
    }
    if (stop !== undefined) throw new ExpandError(`unexpected end of statement while looking for matching ${stop}`);
    return result;
  }

  #singleQuoted(): string {
    const close = this.#text.indexOf("'", this.#at + 1);
    if (close < 0) throw new ExpandError("unexpected end of statement while looking for matching single-quote");
    const inner = this.#text.slice(this.#at + 1, close);
    this.#at = close + 1;
    return this.#options.display ? `'${inner}'` : inner;
  }

  #doubleQuoted(): string {
    const { escape, display } = this.#options;
    let result = display ? '"' : '';
    this.#at++;
    for (;;) {
      const char = this.#peek();
      if (char === undefined) throw new ExpandError('unexpected end of statement while looking for matching double-quote');
      if (char === '"') {
        this.#at++;
        return display ? `${result}"` : result;
      }
      if (char === '$') result += this.#dollar();
      else if (char === escape) {
        this.#at++;
        const next = this.#peek();
        if (next === undefined) throw new ExpandError('unexpected end of statement while looking for matching double-quote');
        this.#at++;
        result += display || (next !== '"' && next !== '$' && next !== escape) ? char + next : next;
      } else {
        this.#at++;
        result += char;
      }
    }
  }

  #dollar(): string {
    const start = this.#at++;
    if (this.#peek() !== '{') {
      const [name = ''] = /^(?:[a-zA-Z_][a-zA-Z0-9_]*|[0-9@*#])/.exec(this.#text.slice(this.#at)) ?? [];
      if (name === '') return '$';
      this.#at += name.length;
      return this.#lookup(name) ?? (this.#options.display ? this.#text.slice(start, this.#at) : '');
    }
    this.#at++;
    if (this.#peek() === '}') throw new ExpandError('bad substitution');
    const [name = ''] = /^(?:[a-zA-Z_][a-zA-Z0-9_]*|[0-9@*#])/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += name.length;
    const value = this.#lookup(name);
    if (this.#peek() === '}') {
      this.#at++;
      return value ?? (this.#options.display ? this.#text.slice(start, this.#at) : '');
    }
    const colon = this.#peek() === ':';
    if (colon) this.#at++;
    const modifier = this.#peek() ?? '';
    if (name === '' || !['-', '+', '?', ...(colon ? [] : ['#', '%', '/'])].includes(modifier) || modifier === '') throw new ExpandError(`unsupported modifier (${colon ? ':' : ''}${modifier || '\uFFFD'}) in substitution`);
    this.#at++;
    if (modifier === '#' || modifier === '%' || modifier === '/') return this.#edited(start, value, modifier);
    const alternative = this.#operand('}');
    const unset = value === undefined || (colon && value === '');
    if (this.#options.display && value === undefined) return this.#text.slice(start, this.#at);
    if (modifier === '-') return unset ? alternative : (value ?? '');
    if (modifier === '+') return unset ? '' : alternative;
    if (unset) throw new ExpandError(`${name}: ${alternative === '' ? (value === undefined ? 'is not allowed to be unset' : 'is not allowed to be empty') : alternative}`);
    return value ?? '';
  }

  /** What stands up to `stop`, expanded; goes on behind it. */
  #operand(stop: string): string {
    const word = new WordExpander(this.#text.slice(this.#at), this.#env, this.#options);
    const text = word.#until(stop);
    this.#at += word.#at + 1;
    return text;
  }

  /** `${NAME#pattern}`, `${NAME%pattern}` and `${NAME/pattern/replacement}`, the doubled forms too. */
  #edited(start: number, value: string | undefined, modifier: '#' | '%' | '/'): string {
    const doubled = this.#peek() === modifier;
    if (doubled) this.#at++;
    const pattern = this.#operand(modifier === '/' ? '/' : '}');
    const replacement = modifier === '/' ? this.#operand('}') : '';
    if (value === undefined) return this.#options.display ? this.#text.slice(start, this.#at) : '';
    return editedByPattern(value, pattern, modifier, doubled, replacement);
  }

  #lookup(name: string): string | undefined {
    this.#options.onUse?.(name);
    return this.#env.get(name);
  }
}
