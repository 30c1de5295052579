import { encodeUtf8 } from '../../../../base/index.ts';
import { GoFloat } from '../../../../base/go/index.ts';
import { formatG } from './float.ts';
import { compareKeys } from './key-order.ts';
import { resolvePlain, type Scalar } from './resolve.ts';
import { Timestamp } from './timestamp.ts';

/** What can be written. */
export type Emitted = Scalar | readonly Emitted[] | EmittedMap;

export interface EmittedMap {
  readonly entries: Iterable<readonly [string, Emitted]>;
  /** Whether the keys are sorted: those of a Go map. */
  readonly sorted: boolean;
}

/** A document as go-yaml v3 encodes it with an indentation of two. */
export function emitYaml(value: Emitted): string {
  const emitter = new Emitter();
  emitter.value(value, -2);
  return `${emitter.text}\n`;
}

/** Longer keys, and those of several lines, stand behind a question mark. */
const longestKey = 128;
const lineBreaks = /[\n\r\x85\u2028\u2029]/;

class Emitter {
  text = '';

  /** Writes a value after `key:`, `-` or at the top; `indent` is the column of that key or dash. `behindDash`: a collection begins on the line. */
  value(value: Emitted, indent: number, behindDash = false): void {
    if (isList(value) && value.length > 0) {
      value.forEach((item, index) => {
        this.#line(indent + 2, behindDash && index === 0);
        this.text += '-';
        this.value(item, indent + 2, true);
      });
      return;
    }
    if (!isMap(value)) return this.#inline(isList(value) ? '[]' : scalar(value, indent + 2, false), indent);
    const entries = [...value.entries];
    if (value.sorted) entries.sort(([a], [b]) => compareKeys(a, b));
    if (entries.length === 0) this.#inline('{}', indent);
    entries.forEach(([key, item], index) => {
      this.#line(indent + 2, behindDash && index === 0);
      const complex = lineBreaks.test(key) || utf8Length(key) > longestKey;
      const name = scalar(key, indent + 4, !complex);
      if (complex) {
        this.text += `? ${name}`;
        this.#line(indent + 2, false);
        this.text += ':';
      } else this.text += `${name}:`;
      this.value(item, indent + 2);
    });
  }

  #inline(text: string, indent: number): void {
    this.text += indent < 0 ? text : ` ${text}`;
  }

  #line(indent: number, onThisLine: boolean): void {
    if (onThisLine) this.text += ' ';
    else this.text += `${this.text === '' ? '' : '\n'}${' '.repeat(indent)}`;
  }
}

function isList(value: Emitted): value is readonly Emitted[] {
  return Array.isArray(value);
}

function isMap(value: Emitted): value is EmittedMap {
  return typeof value === 'object' && value !== null && 'entries' in value && 'sorted' in value;
}

function scalar(value: Scalar, indent: number, isKey: boolean): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return stringScalar(value, indent, isKey);
  if (value instanceof GoFloat) {
    if (Number.isNaN(value.value)) return '.nan';
    return Number.isFinite(value.value) ? formatG(value.value) : value.value > 0 ? '.inf' : '-.inf';
  }
  if (value instanceof Timestamp) return value.rfc3339();
  return String(value);
}

const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const oldBooleans = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

/** A string in the plainest style that reads back as that string. */
function stringScalar(text: string, indent: number, isKey: boolean): string {
  const shape = analyze(text);
  if (text.includes('\n')) return shape.block && !isKey ? literal(text, indent) : doubleQuoted(text);
  if (resolvePlain(text).tag !== '!!str' || base60.test(text) || oldBooleans.has(text)) return doubleQuoted(text);
  if (shape.plain) return text;
  return shape.single ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

const unprintable = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;

/** Which styles a text allows in a block: libyaml's yaml_emitter_analyze_scalar. */
function analyze(text: string): { plain: boolean; single: boolean; block: boolean } {
  const lineBreak = '[\\n\\r\\x85\\u2028\\u2029]';
  const special = unprintable.test(text.replaceAll('\t', ''));
  const indicators = /^(?:---|\.\.\.)/.test(text) || /^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[?:-](?:[ \t]|$)/.test(text) || /:(?:[ \t]|$)/.test(text) || /[ \t\n\r\x85\u2028\u2029]#/.test(text);
  const breakThenSpace = new RegExp(`${lineBreak} `).test(text);
  const spaceThenBreak = new RegExp(` ${lineBreak}`).test(text);
  const multiline = new RegExp(lineBreak).test(text);
  const atEdge = new RegExp(`^(?: |${lineBreak})|(?: |${lineBreak})$`).test(text);
  const tabs = text.includes('\t');
  const single = !breakThenSpace && !spaceThenBreak && !tabs && !special;
  return { plain: single && !atEdge && !multiline && !indicators, single, block: !text.endsWith(' ') && !spaceThenBreak && !special };
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const body = text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n');
  // go-yaml takes a line break at the start for the one behind the header. The one at the end is written with what follows.
  return `|${hint}${chomp}${text.startsWith('\n') ? '' : '\n'}${body}`.replace(/\n$/, '');
}

const escapeLetters: Record<string, string> = {
  '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '\x1b': 'e', '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P',
};

function doubleQuoted(text: string): string {
  // go-yaml takes every character of a text with a byte order mark for one.
  const all = text.startsWith('\uFEFF');
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const letter = escapeLetters[char];
    if (letter !== undefined) out += `\\${letter}`;
    else if (!all && !unprintable.test(char) && code !== 0xfeff) out += char;
    else if (code <= 0xff) out += `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
    else if (code <= 0xffff) out += `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
    else out += `\\U${code.toString(16).toUpperCase().padStart(8, '0')}`;
  }
  return `"${out}"`;
}

function utf8Length(text: string): number {
  return encodeUtf8(text).length;
}
