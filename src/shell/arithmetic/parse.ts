import { ShellFailure } from '../state/control.ts';
import { type Int, normalize } from './int.ts';

/** A parsed arithmetic expression. `pos` is the offset in its text, for error messages. */
export type Arithmetic =
  | { kind: 'number'; value: Int; pos: number }
  | { kind: 'variable'; name: string; subscript: string | undefined; pos: number; end: number }
  | { kind: 'unary'; operator: string; operand: Arithmetic; pos: number }
  | { kind: 'step'; delta: 1 | -1; prefix: boolean; target: Arithmetic & { kind: 'variable' }; pos: number }
  | { kind: 'binary'; operator: string; left: Arithmetic; right: Arithmetic; pos: number }
  | { kind: 'logical'; operator: '&&' | '||'; left: Arithmetic; right: Arithmetic; pos: number }
  | { kind: 'conditional'; test: Arithmetic; then: Arithmetic; else: Arithmetic; pos: number }
  | { kind: 'assign'; operator: string; target: Arithmetic & { kind: 'variable' }; value: Arithmetic; pos: number }
  | { kind: 'sequence'; left: Arithmetic; right: Arithmetic; pos: number };

const binaryLevels: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['==', '!='], ['<=', '>=', '<', '>'], ['<<', '>>'], ['+', '-'], ['*', '/', '%']];
const assignOperators = new Set(['=', '*=', '/=', '%=', '+=', '-=', '<<=', '>>=', '&=', '^=', '|=']);
const operatorForm = /^(?:<<=|>>=|\*\*|\+\+|--|&&|\|\||<<|>>|<=|>=|==|!=|[-+*/%&^|]=|[-+*/%<>=!~&|^?:,()])/;

interface Token {
  kind: 'operator' | 'number' | 'name' | 'end';
  text: string;
  subscript: string | undefined;
  value: Int;
  pos: number;
  end: number;
}

const cache = new Map<string, Arithmetic | undefined>();

/** Parses `text`; undefined when it is blank. Throws ShellFailure with bash's words. */
export function parseArithmetic(text: string): Arithmetic | undefined {
  if (cache.has(text)) return cache.get(text);
  const parsed = new ArithmeticParser(text).parse();
  if (cache.size > 2000) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/** The error as bash words it: the expression, what is wrong, and the rest from the token at fault. */
export function arithmeticFailure(text: string, message: string, at: number): ShellFailure {
  const rest = text.slice(at);
  return new ShellFailure(`${text.trimStart()}: ${message} (error token is "${rest.trimStart() === '' ? rest : rest.trimStart()}")`);
}

class ArithmeticParser {
  readonly #text: string;
  #token: Token;
  #lastPos = 0;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#scan(0);
  }

  parse(): Arithmetic | undefined {
    if (this.#token.kind === 'end') return undefined;
    const result = this.#sequence();
    if (!this.#atEnd()) throw this.#fail('syntax error in expression');
    return result;
  }

  #fail(message: string, at = this.#token.pos): ShellFailure {
    return arithmeticFailure(this.#text, message, at);
  }

  #atEnd(): boolean {
    return this.#token.kind === 'end';
  }

  /** At the end the token at fault is the one before. */
  #faultPos(): number {
    return this.#token.kind === 'end' ? this.#lastPos : this.#token.pos;
  }

  #scan(from: number): Token {
    const text = this.#text;
    let pos = from;
    while (pos < text.length && /\s/.test(text[pos] ?? '')) pos++;
    const base = { subscript: undefined, value: 0, pos };
    if (pos >= text.length) return { ...base, kind: 'end', text: '', end: pos };
    const rest = text.slice(pos);
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest)?.[0];
    if (name !== undefined) {
      let end = pos + name.length;
      if (text[end] !== '[') return { ...base, kind: 'name', text: name, end };
      const close = subscriptEnd(text, end);
      if (close < 0) throw arithmeticFailure(text, 'bad array subscript', pos);
      const subscript = text.slice(end + 1, close);
      end = close + 1;
      return { ...base, kind: 'name', text: name, subscript, end };
    }
    const number = /^[0-9][0-9A-Za-z_@#]*/.exec(rest)?.[0];
    if (number !== undefined) return { ...base, kind: 'number', text: number, value: this.#number(number, pos), end: pos + number.length };
    const operator = operatorForm.exec(rest)?.[0];
    if (operator === undefined) {
      throw arithmeticFailure(text, /(?:^|[^\w)\]\s])\s*$/.test(text.slice(0, pos)) ? 'syntax error: operand expected' : 'syntax error: invalid arithmetic operator', pos);
    }
    return { ...base, kind: 'operator', text: operator, end: pos + operator.length };
  }

  #number(text: string, pos: number): Int {
    const hash = text.indexOf('#');
    if (hash >= 0) {
      const base = Number(text.slice(0, hash));
      if (!/^[0-9]+$/.test(text.slice(0, hash)) || text.startsWith('0')) throw arithmeticFailure(this.#text, 'invalid number', pos);
      if (base < 2 || base > 64) throw arithmeticFailure(this.#text, 'invalid arithmetic base', pos);
      if (hash === text.length - 1) throw arithmeticFailure(this.#text, 'invalid integer constant', pos);
      return this.#digits(text.slice(hash + 1), base, pos);
    }
    if (/^0[xX]/.test(text)) return text.length === 2 ? 0 : this.#digits(text.slice(2), 16, pos);
    if (text.startsWith('0') && text.length > 1) return this.#digits(text.slice(1), 8, pos);
    return this.#digits(text, 10, pos);
  }

  #digits(text: string, base: number, pos: number): Int {
    let value = 0n;
    let small = 0;
    for (const character of text) {
      const digit = digitValue(character, base);
      if (digit < 0 || digit >= base) {
        throw arithmeticFailure(this.#text, character === '#' ? 'invalid number' : 'value too great for base', pos);
      }
      value = value * BigInt(base) + BigInt(digit);
      small = small * base + digit;
    }
    return Number.isSafeInteger(small) ? small : normalize(value);
  }

  #next(): Token {
    const token = this.#token;
    this.#lastPos = token.pos;
    this.#token = this.#scan(token.end);
    return token;
  }

  #accept(operator: string): boolean {
    if (this.#token.kind !== 'operator' || this.#token.text !== operator) return false;
    this.#next();
    return true;
  }

  #sequence(): Arithmetic {
    let left = this.#assignment();
    while (this.#token.kind === 'operator' && this.#token.text === ',') {
      const { pos } = this.#next();
      left = { kind: 'sequence', left, right: this.#assignment(), pos };
    }
    return left;
  }

  #assignment(): Arithmetic {
    const left = this.#conditional();
    const token = this.#token;
    if (token.kind !== 'operator' || !assignOperators.has(token.text)) return left;
    if (left.kind !== 'variable') throw this.#fail('attempted assignment to non-variable');
    this.#next();
    return { kind: 'assign', operator: token.text.slice(0, -1), target: left, value: this.#assignment(), pos: token.pos };
  }

  #conditional(): Arithmetic {
    const test = this.#logical('||');
    const { pos } = this.#token;
    if (!this.#accept('?')) return test;
    if (this.#token.kind === 'end' || (this.#token.kind === 'operator' && this.#token.text === ':')) throw this.#fail('expression expected', this.#faultPos());
    const then = this.#sequence();
    if (!this.#accept(':')) throw this.#fail("`:' expected for conditional expression", this.#faultPos());
    if (this.#atEnd()) throw this.#fail('expression expected', this.#faultPos());
    return { kind: 'conditional', test, then, else: this.#conditional(), pos };
  }

  #logical(operator: '&&' | '||'): Arithmetic {
    const below = (): Arithmetic => (operator === '||' ? this.#logical('&&') : this.#binary(0));
    let left = below();
    while (this.#token.kind === 'operator' && this.#token.text === operator) {
      const { pos } = this.#next();
      left = { kind: 'logical', operator, left, right: below(), pos };
    }
    return left;
  }

  #binary(level: number): Arithmetic {
    const operators = binaryLevels[level];
    if (!operators) return this.#power();
    let left = this.#binary(level + 1);
    while (this.#token.kind === 'operator' && operators.includes(this.#token.text)) {
      const { text, pos } = this.#next();
      left = { kind: 'binary', operator: text, left, right: this.#binary(level + 1), pos };
    }
    return left;
  }

  #power(): Arithmetic {
    const left = this.#unary();
    if (this.#token.kind !== 'operator' || this.#token.text !== '**') return left;
    const { pos } = this.#next();
    return { kind: 'binary', operator: '**', left, right: this.#power(), pos };
  }

  #unary(): Arithmetic {
    const token = this.#token;
    if (token.kind === 'operator') {
      if ('!~-+'.includes(token.text)) {
        this.#next();
        return { kind: 'unary', operator: token.text, operand: this.#unary(), pos: token.pos };
      }
      if (token.text === '++' || token.text === '--') {
        this.#next();
        if (this.#token.kind === 'name') {
          const target = this.#variable();
          return { kind: 'step', delta: token.text === '++' ? 1 : -1, prefix: true, target, pos: token.pos };
        }
        // `--5` is two signs.
        return { kind: 'unary', operator: token.text === '++' ? '+' : 'minus-minus', operand: this.#unary(), pos: token.pos };
      }
    }
    return this.#postfix();
  }

  #variable(): Arithmetic & { kind: 'variable' } {
    const token = this.#next();
    return { kind: 'variable', name: token.text, subscript: token.subscript, pos: token.pos, end: token.end };
  }

  #postfix(): Arithmetic {
    const token = this.#token;
    if (token.kind === 'name') {
      const target = this.#variable();
      const step = this.#token;
      if (step.kind === 'operator' && (step.text === '++' || step.text === '--')) {
        this.#next();
        return { kind: 'step', delta: step.text === '++' ? 1 : -1, prefix: false, target, pos: step.pos };
      }
      return target;
    }
    if (token.kind === 'number') {
      this.#next();
      return { kind: 'number', value: token.value, pos: token.pos };
    }
    if (this.#accept('(')) {
      const inner = this.#sequence();
      if (!this.#accept(')')) throw this.#fail("missing `)'", this.#faultPos());
      return inner.kind === 'variable' ? { kind: 'unary', operator: '+', operand: inner, pos: token.pos } : inner;
    }
    throw this.#fail('syntax error: operand expected', this.#faultPos());
  }
}

function digitValue(character: string, base: number): number {
  if (character >= '0' && character <= '9') return Number(character);
  const code = character.charCodeAt(0);
  if (character >= 'a' && character <= 'z') return code - 87;
  if (character >= 'A' && character <= 'Z') return base <= 36 ? code - 55 : code - 29;
  return character === '@' ? 62 : character === '_' ? 63 : -1;
}

/** Offset of the `]` that closes the `[` at `open`, or -1. */
export function subscriptEnd(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return index;
    else if (character === "'" || character === '"') {
      const close = text.indexOf(character, index + 1);
      if (close > 0) index = close;
    }
  }
  return -1;
}
