import { type Characters, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters.ts';
import type { Token } from './token.ts';
import { type Mark, scannerError } from './yaml-error.ts';

const flowIndicators = ',?[]{}';

/** A scalar without quotes. `indent` is that of the block it stands in; `endsLine`: whether it ran over a line break, so that a key may follow. */
export function scanPlain(chars: Characters, indent: number, inFlow: boolean): { token: Token; endsLine: boolean } {
  const start = chars.mark;
  let end = start;
  let text = '';
  const gap = new Gap();
  for (;;) {
    if (chars.atDocumentIndicator || chars.at() === '#') break;
    while (!isBlankOrEnd(chars.at())) {
      const char = chars.at();
      if ((char === ':' && isBlankOrEnd(chars.at(1))) || (inFlow && flowIndicators.includes(char))) break;
      text += gap.take() + char;
      chars.skip();
      end = chars.mark;
    }
    if (!isBlank(chars.at()) && !isBreak(chars.at())) break;
    while (isBlank(chars.at()) || isBreak(chars.at())) {
      if (chars.at() === '\t' && gap.broken && chars.column < indent + 1) throw scannerError('found a tab character that violates indentation', start, chars.mark);
      gap.read(chars);
    }
    if (!inFlow && chars.column < indent + 1) break;
  }
  return { token: { kind: 'scalar', start, end, value: text, style: 'plain' }, endsLine: gap.broken };
}

/** Blanks and line breaks between words: one break is a blank, more stay. */
class Gap {
  #blanks = '';
  #first = '';
  #more = '';
  broken = false;

  read(chars: Characters): void {
    if (isBreak(chars.at())) {
      const line = chars.readBreak();
      if (this.broken) this.#more += line;
      else this.#first = line;
      this.broken = true;
      this.#blanks = '';
    } else if (this.broken) chars.skip();
    else this.#blanks += chars.read();
  }

  /** A line break that is escaped leaves nothing. */
  escapeBreak(): void {
    this.broken = true;
  }

  take(): string {
    let text = this.#blanks;
    if (this.broken) text = this.#first === '\n' ? this.#more || ' ' : this.#first + this.#more;
    this.#blanks = '';
    this.#first = '';
    this.#more = '';
    this.broken = false;
    return text;
  }
}

const escapes: Record<string, string> = {
  0: '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"', "'": "'", '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029',
};

/** A scalar in quotes. */
export function scanQuoted(chars: Characters, quote: '"' | "'"): Token {
  const start = chars.mark;
  chars.skip();
  let text = '';
  for (;;) {
    if (chars.atDocumentIndicator) throw scannerError('found unexpected document indicator', start, chars.mark);
    if (chars.at() === '') throw scannerError('found unexpected end of stream', start, chars.mark);
    const gap = new Gap();
    while (!isBlankOrEnd(chars.at())) {
      if (quote === "'" && chars.startsWith("''")) {
        text += "'";
        chars.skip(2);
      } else if (chars.at() === quote) break;
      else if (quote === '"' && chars.at() === '\\' && isBreak(chars.at(1))) {
        chars.skip();
        chars.readBreak();
        gap.escapeBreak();
        break;
      } else if (quote === '"' && chars.at() === '\\') text += scanEscape(chars, start);
      else text += chars.read();
    }
    if (chars.at() === quote) break;
    while (isBlank(chars.at()) || isBreak(chars.at())) gap.read(chars);
    text += gap.take();
  }
  chars.skip();
  return { kind: 'scalar', start, end: chars.mark, value: text, style: quote === '"' ? 'double' : 'single' };
}

function scanEscape(chars: Characters, start: Mark): string {
  const letter = chars.at(1);
  const length = { x: 2, u: 4, U: 8 }[letter] ?? 0;
  if (length === 0) {
    const simple = escapes[letter];
    if (simple === undefined) throw scannerError('found unknown escape character', start, chars.mark);
    chars.skip(2);
    return simple;
  }
  chars.skip(2);
  let digits = '';
  for (let i = 0; i < length; i++) {
    if (!/^[0-9a-fA-F]$/.test(chars.at(i))) throw scannerError('did not find expected hexdecimal number', start, chars.mark);
    digits += chars.at(i);
  }
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) throw scannerError('found invalid Unicode character escape code', start, chars.mark);
  chars.skip(length);
  return String.fromCodePoint(code);
}

/** A scalar after `|` or `>`. */
export function scanBlock(chars: Characters, parentIndent: number): Token {
  const start = chars.mark;
  const literal = chars.read() === '|';
  let chomping = '';
  let increment = 0;
  for (let i = 0; i < 2; i++) {
    const char = chars.at();
    if ((char === '+' || char === '-') && chomping === '') chomping = chars.read();
    else if (/^\d$/.test(char) && increment === 0) {
      if (char === '0') throw scannerError('found an indentation indicator equal to 0', start, chars.mark);
      increment = Number(chars.read());
    }
  }
  while (isBlank(chars.at())) chars.skip();
  if (chars.at() === '#') while (!isBreakOrEnd(chars.at())) chars.skip();
  if (!isBreakOrEnd(chars.at())) throw scannerError('did not find expected comment or line break', start, chars.mark);
  if (isBreak(chars.at())) chars.readBreak();
  let end = chars.mark;
  let indent = increment > 0 ? Math.max(parentIndent, 0) + increment : 0;
  /** Empty lines; finds the indentation where none was said. */
  const scanBreaks = (): string => {
    let breaks = '';
    let widest = 0;
    end = chars.mark;
    for (;;) {
      while ((indent === 0 || chars.column < indent) && chars.at() === ' ') chars.skip();
      widest = Math.max(widest, chars.column);
      if ((indent === 0 || chars.column < indent) && chars.at() === '\t') throw scannerError('found a tab character where an indentation space is expected', start, chars.mark);
      if (!isBreak(chars.at())) break;
      breaks += chars.readBreak();
      end = chars.mark;
    }
    if (indent === 0) indent = Math.max(widest, parentIndent + 1, 1);
    return breaks;
  };
  let text = '';
  let lineBreak = '';
  let leadingBlank = false;
  let breaks = scanBreaks();
  while (chars.column === indent && chars.at() !== '') {
    const blank = isBlank(chars.at());
    if (!literal && !leadingBlank && !blank && lineBreak === '\n') text += breaks === '' ? ' ' : '';
    else text += lineBreak;
    text += breaks;
    leadingBlank = blank;
    while (!isBreakOrEnd(chars.at())) text += chars.read();
    lineBreak = isBreak(chars.at()) ? chars.readBreak() : '';
    breaks = scanBreaks();
  }
  if (chomping !== '-') text += lineBreak;
  if (chomping === '+') text += breaks;
  return { kind: 'scalar', start, end, value: text, style: literal ? 'literal' : 'folded' };
}
