import { substitute, type Substitution } from './template.ts';

/** A line of an env file that can't be read; the message has its number. */
export class EnvFileProblem extends Error {
  override readonly name = 'EnvFileProblem';
}

const isSpace = (char: string): boolean => /^[\t\v\f\r \x85\xa0]$/.test(char);

/** Reads an env file: `KEY=value`, `export`, comments, quotes, several lines in quotes, variables. What the process has goes before what the file said. Throws EnvFileProblem and what substitute throws. */
export function parseEnvFile(text: string, { lookup, warn }: Substitution): Map<string, string> {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const values = new Map<string, string>();
  const expand = (value: string): string => substitute(value, { lookup: (name) => lookup(name) ?? values.get(name), warn });
  while (reader.toStatement()) {
    const { key, inherited } = reader.key();
    if (key.includes(' ')) throw new EnvFileProblem(`line ${reader.line}: key cannot contain a space`);
    if (inherited) {
      const value = lookup(key);
      if (value !== undefined) values.set(key, value);
    } else values.set(key, reader.value(expand));
  }
  return values;
}

class Reader {
  line = 1;
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  /** Steps to the next key; false at the end. */
  toStatement(): boolean {
    for (;;) {
      const blank = /^[\s\x85]*/.exec(this.#rest)?.[0] ?? '';
      this.line += blank.split('\n').length - 1;
      this.#rest = this.#rest.slice(blank.length);
      if (!this.#rest.startsWith('#')) return this.#rest !== '';
      const end = this.#rest.indexOf('\n');
      if (end < 0) return false;
      this.#rest = this.#rest.slice(end);
    }
  }

  key(): { key: string; inherited: boolean } {
    if (/^export\s+/.test(this.#rest)) this.#rest = trimStart(this.#rest.slice('export'.length));
    const source = this.#rest;
    let key = '';
    let offset = 0;
    let inherited = false;
    for (const { index, char } of characters(source)) {
      if (isSpace(char)) continue;
      if (char === '=' || char === ':' || char === '\n') {
        key = source.slice(0, index);
        offset = index + 1;
        inherited = char === '\n';
        break;
      }
      if (!/^[\p{L}\p{N}_.[\]-]$/u.test(char)) {
        throw new EnvFileProblem(`line ${this.line}: unexpected character ${JSON.stringify(char)} in variable name ${JSON.stringify(source.split('\n')[0])}`);
      }
    }
    if (source === '') throw new EnvFileProblem('zero length string');
    if (inherited && !key.includes(' ')) this.line++;
    this.#rest = trimStart(source.slice(offset));
    return { key: key.trimEnd(), inherited };
  }

  value(expand: (text: string) => string): string {
    const source = this.#rest;
    const [quote = ''] = source;
    if (quote !== '"' && quote !== "'") {
      const end = source.indexOf('\n');
      this.#rest = end < 0 ? '' : source.slice(end + 1);
      this.line++;
      const [value = ''] = (end < 0 ? source : source.slice(0, end)).split(' #');
      return expand(value.trimEnd());
    }
    let text = '';
    let escaped = false;
    for (let i = 1; i < source.length; i++) {
      const char = source[i] ?? '';
      if (char === '\n') this.line++;
      if (char !== quote && !escaped && char === '\\') {
        escaped = true;
        continue;
      }
      if (char === quote && !escaped) {
        this.#rest = source.slice(i + 1);
        return quote === '"' ? expand(unescape(text)) : text;
      }
      if (escaped && char !== quote) text += '\\';
      escaped = false;
      text += char;
    }
    throw new EnvFileProblem(`line ${this.line}: unterminated quoted value ${source.split('\n')[0]}`);
  }
}

function* characters(text: string): Iterable<{ index: number; char: string }> {
  let index = 0;
  for (const char of text) {
    yield { index, char };
    index += char.length;
  }
}

function trimStart(text: string): string {
  return text.replace(/^[\t\v\f\r \x85\xa0]+/, '');
}

const letters: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"' };

function unescape(text: string): string {
  return text.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (whole, code: string) => {
    if (code === '$') return '$$';
    if (code.startsWith('0')) return /^0[0-7]{3}$/.test(code) && Number.parseInt(code, 8) <= 255 ? String.fromCodePoint(Number.parseInt(code, 8)) : whole.replace('\\0', '\\');
    return letters[code] ?? whole;
  });
}

