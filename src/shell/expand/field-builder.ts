import { escapePattern } from './pattern.ts';

/** A field: its text, and the pattern when unquoted pattern characters are in it. */
export interface Field {
  text: string;
  pattern: string | undefined;
}

const globHint = /[*?[\\]|[@!+]\(/;

/** Collects what the parts of a word expand to, and splits it into fields. */
export class FieldBuilder {
  readonly fields: Field[] = [];
  #text = '';
  #pattern = '';
  #glob = false;
  #present = false;
  #afterWhitespace = false;
  readonly #ifs: string;
  readonly #split: boolean;

  /** `split` false: everything stays one field, as in assignments. */
  constructor(ifs: string, split: boolean) {
    this.#ifs = ifs;
    this.#split = split;
  }

  get splits(): boolean {
    return this.#split;
  }

  /** First character of IFS, which joins `"$*"`. */
  get separator(): string {
    return this.#ifs.slice(0, 1);
  }

  /** Text whose characters have no meaning. */
  quoted(text: string): void {
    this.#text += text;
    this.#pattern += globHint.test(text) || /[\])|^-]/.test(text) ? escapePattern(text) : text;
    this.#present = true;
    this.#afterWhitespace = false;
  }

  /** Unquoted text of the script: pattern characters count. */
  literal(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#pattern += text;
    this.#glob ||= globHint.test(text);
    this.#present = true;
    this.#afterWhitespace = false;
  }

  /** The result of an unquoted expansion: split by IFS, pattern characters count. */
  expanded(text: string): void {
    if (text === '') return;
    if (!this.#split || this.#ifs === '') return this.literal(text);
    let start = 0;
    for (let index = 0; index < text.length; index++) {
      const character = text[index] ?? '';
      if (!this.#ifs.includes(character)) continue;
      if (index > start) this.literal(text.slice(start, index));
      start = index + 1;
      if (character === ' ' || character === '\t' || character === '\n') {
        if (this.#present) {
          this.breakField();
          this.#afterWhitespace = true;
        }
      } else if (this.#present) {
        this.breakField();
        this.#afterWhitespace = false;
      } else if (this.#afterWhitespace) {
        this.#afterWhitespace = false;
      } else {
        this.fields.push({ text: '', pattern: undefined });
      }
    }
    if (start < text.length) this.literal(text.slice(start));
  }

  /** An empty field exists even without text: `""`. */
  touch(): void {
    this.#present = true;
    this.#afterWhitespace = false;
  }

  get present(): boolean {
    return this.#present;
  }

  /** Ends the current field if there is one. */
  breakField(): void {
    if (!this.#present) return;
    this.fields.push({ text: this.#text, pattern: this.#glob ? this.#pattern : undefined });
    this.#text = '';
    this.#pattern = '';
    this.#glob = false;
    this.#present = false;
    this.#afterWhitespace = false;
  }

  finish(): Field[] {
    this.breakField();
    return this.fields;
  }

  /** Everything as one text. */
  get joinedText(): string {
    return this.#text;
  }

  /** Everything as one pattern, quoted characters escaped. */
  get joinedPattern(): string {
    return this.#pattern;
  }
}
