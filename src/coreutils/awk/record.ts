import { compileRegex, RegexError } from '../program/index.ts';
import { AwkRuntimeError, fromInput, type Scalar } from './value.ts';

const regexes = new Map<string, RegExp>();

/** A dynamic or constant regular expression, compiled once. */
export function awkRegex(source: string): RegExp {
  let regex = regexes.get(source);
  if (!regex) {
    if (regexes.size > 1000) regexes.clear();
    const fault = regexFault(source);
    if (fault !== undefined) throw new RegexError(`line 1: ${fault}`);
    regexes.set(source, regex = compileRegex(source.replace(/\\$/, '\\\\'), { extended: true, scope: 'buffer', awk: true, flags: 'g' }));
  }
  regex.lastIndex = 0;
  return regex;
}

/** What mawk finds wrong with a regular expression, in its words. */
export function regexFault(source: string): string | undefined {
  const plain = source.replaceAll(/\\[^]/g, 'x');
  const withoutClasses = plain.replaceAll(/\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/g, 'x');
  const failed = (why: string): string => `regular expression compile failed (${why})\n${source}`;
  if (withoutClasses.includes('[')) return failed('bad class -- [], [^] or [');
  const open = (withoutClasses.match(/\(/g) ?? []).length - (withoutClasses.match(/\)/g) ?? []).length;
  if (/(?:^|[(|])[*+?]|(?:^|[(|])\||\(\)|\|\)|\|$/.test(withoutClasses)) return failed('missing operand');
  return open > 0 ? failed("missing ')'") : undefined;
}

/** Splits text as FS says: a blank for runs of blanks, one character for itself, else a regular expression. */
export function splitFields(text: string, separator: string | RegExp): string[] {
  if (text === '') return [];
  if (separator === ' ') {
    const trimmed = text.replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '');
    return trimmed === '' ? [] : trimmed.split(/[ \t\n\r\v\f]+/);
  }
  if (separator === '') return [...text];
  if (typeof separator === 'string' && (separator.length === 1 && separator !== '\\')) return text.split(separator === '|' || separator !== '' ? separator : separator);
  const regex = typeof separator === 'string' ? awkRegex(separator) : separator;
  const fields: string[] = [];
  let from = 0;
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    if (match[0] === '') {
      regex.lastIndex++;
      if (regex.lastIndex > text.length) break;
      continue;
    }
    fields.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  fields.push(text.slice(from));
  return fields;
}

/** The current record and its fields, split when they are asked for. */
export class AwkRecord {
  #text = '';
  #fields: string[] | undefined = [];
  #stale = false;
  /** How the record is split: FS. */
  separator: string = ' ';
  /** FS as it was when the record was read. */
  #own: string | RegExp = ' ';
  ofs: () => string;

  constructor(ofs: () => string) {
    this.ofs = ofs;
  }

  set(text: string): void {
    this.#text = text;
    this.#fields = undefined;
    this.#stale = false;
    this.#own = this.separator;
  }

  get #split(): string[] {
    return this.#fields ??= splitFields(this.#text, this.#own);
  }

  get text(): string {
    if (this.#stale) {
      this.#text = this.#split.join(this.ofs());
      this.#stale = false;
    }
    return this.#text;
  }

  get count(): number {
    return this.#split.length;
  }

  set count(count: number) {
    if (count < 0) throw new AwkRuntimeError('negative value assigned to NF', true);
    const fields = this.#split;
    while (fields.length < count) fields.push('');
    fields.length = Math.max(0, count);
    this.#stale = true;
  }

  get(index: number): Scalar {
    if (index === 0) return fromInput(this.text);
    const field = this.#split[index - 1];
    return field === undefined ? undefined : fromInput(field);
  }

  put(index: number, value: string): void {
    if (index === 0) {
      this.set(value);
      return;
    }
    const fields = this.#split;
    while (fields.length < index) fields.push('');
    fields[index - 1] = value;
    this.#stale = true;
  }
}
