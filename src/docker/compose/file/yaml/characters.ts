import type { Mark } from './yaml-error.ts';

/** The text as YAML's scanner walks through it. The end reads as an empty string. */
export class Characters {
  readonly #text: string;
  index = 0;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.#text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  at(offset = 0): string {
    return this.#text[this.index + offset] ?? '';
  }

  startsWith(words: string): boolean {
    return this.#text.startsWith(words, this.index);
  }

  /** Steps over one character of a line. */
  skip(count = 1): void {
    this.index += count;
    this.column += count;
  }

  read(): string {
    const char = this.at();
    this.skip();
    return char;
  }

  /** Steps over a line break; gives what it reads as. */
  readBreak(): string {
    const char = this.at();
    this.index += char === '\r' && this.at(1) === '\n' ? 2 : 1;
    this.column = 0;
    this.line++;
    return char === '\u2028' || char === '\u2029' ? char : '\n';
  }

  /** `---` or `...` at the start of a line, with nothing behind. */
  get atDocumentIndicator(): boolean {
    return this.column === 0 && (this.startsWith('---') || this.startsWith('...')) && isBlankOrEnd(this.at(3));
  }
}

export function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

export function isBreak(char: string): boolean {
  return char === '\n' || char === '\r' || char === '\x85' || char === '\u2028' || char === '\u2029';
}

export function isBreakOrEnd(char: string): boolean {
  return char === '' || isBreak(char);
}

export function isBlankOrEnd(char: string): boolean {
  return isBlank(char) || isBreakOrEnd(char);
}

export function isWord(char: string): boolean {
  return /^[0-9A-Za-z_-]$/.test(char);
}
