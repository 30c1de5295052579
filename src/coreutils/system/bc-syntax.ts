import { type Token, tokenize } from './bc-token.ts';

/** The tree of a bc program. */
export type Expression =
  | { kind: 'number'; text: string }
  | { kind: 'variable'; name: string; index?: Expression }
  | { kind: 'special'; name: 'scale' | 'ibase' | 'obase' | 'last' }
  | { kind: 'assign'; target: Expression; operator: string; value: Expression }
  | { kind: 'step'; target: Expression; by: 1n | -1n; before: boolean }
  | { kind: 'unary'; operator: '-' | '!'; value: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'call'; name: string; args: Expression[] };

export type Statement =
  | { kind: 'expression'; value: Expression; shown: boolean }
  | { kind: 'string'; text: string }
  | { kind: 'print'; parts: (string | Expression)[] }
  | { kind: 'block'; body: Statement[] }
  | { kind: 'if'; test: Expression; then: Statement; otherwise: Statement | undefined }
  | { kind: 'loop'; first: Expression | undefined; test: Expression | undefined; step: Expression | undefined; body: Statement }
  | { kind: 'return'; value: Expression | undefined }
  | { kind: 'break' } | { kind: 'continue' } | { kind: 'quit' } | { kind: 'halt' }
  | { kind: 'define'; name: string; parameters: string[]; autos: string[]; body: Statement[] };

/** A mistake in the text; `line` from 1. */
export class BcSyntaxError extends Error {
  readonly line: number;

  constructor(line: number) {
    super('syntax error');
    this.line = line;
  }
}

const relations = new Set(['<', '>', '<=', '>=', '==', '!=']);
const assignments = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=']);

/** Reads a program statement by statement, so that what stands before a mistake runs. */
export class BcParser {
  readonly #tokens: Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { text: '', kind: 'end', line: 0 };
  }

  #is(text: string): boolean {
    const { kind } = this.#token;
    return this.#token.text === text && kind !== 'string' && kind !== 'end';
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #need(text: string): void {
    if (!this.#take(text)) throw new BcSyntaxError(this.#token.line);
  }

  #newlines(): void {
    while (this.#token.kind === 'newline') this.#at++;
  }

  /** The statements of the next line; undefined at the end. */
  nextLine(): Statement[] | undefined {
    this.#newlines();
    if (this.#token.kind === 'end') return undefined;
    const statements: Statement[] = [];
    for (;;) {
      while (this.#take(';'));
      if (['newline', 'end'].includes(this.#token.kind)) return statements;
      statements.push(this.#statement());
      if (!this.#is(';') && !this.#is('\n') && this.#token.text !== '' && statements.at(-1)?.kind !== 'define') throw new BcSyntaxError(this.#token.line);
    }
  }

  /** Goes on after the line with the mistake. */
  recover(): void {
    while (this.#token.kind !== 'newline' && this.#token.kind !== 'end') this.#at++;
  }

  #statement(): Statement {
    const { kind, text } = this.#token;
    if (kind === 'string') {
      this.#at++;
      return { kind: 'string', text };
    }
    if (this.#take('{')) return { kind: 'block', body: this.#block() };
    if (kind === 'name') {
      if (this.#take('if')) return this.#if();
      if (this.#take('while')) {
        this.#need('(');
        const test = this.#expression();
        this.#need(')');
        this.#newlines();
        return { kind: 'loop', first: undefined, test, step: undefined, body: this.#statement() };
      }
      if (this.#take('for')) return this.#for();
      if (this.#take('define')) return this.#define();
      if (text === 'break' || text === 'continue' || text === 'quit' || text === 'halt') {
        this.#at++;
        return { kind: text };
      }
      if (this.#take('return')) return { kind: 'return', value: this.#is(';') || this.#is('\n') || this.#is('}') || this.#token.kind === 'end' ? undefined : this.#is('(') && this.#tokens[this.#at + 1]?.text === ')' ? (this.#at += 2, undefined) : this.#expression() };
      if (this.#take('print')) {
        const parts: (string | Expression)[] = [];
        do {
          if (this.#token.kind === 'string') parts.push(this.#tokens[this.#at++]?.text ?? '');
          else parts.push(this.#expression());
        } while (this.#take(','));
        return { kind: 'print', parts };
      }
    }
    const start = this.#token;
    const value = this.#expression();
    return { kind: 'expression', value, shown: !(value.kind === 'assign' && start.text !== '(') };
  }

  #block(): Statement[] {
    const body: Statement[] = [];
    for (;;) {
      while (this.#take(';') || this.#take('\n'));
      if (this.#take('}')) return body;
      if (this.#token.kind === 'end') throw new BcSyntaxError(this.#token.line);
      body.push(this.#statement());
    }
  }

  #if(): Statement {
    this.#need('(');
    const test = this.#expression();
    this.#need(')');
    this.#newlines();
    const then = this.#statement();
    const mark = this.#at;
    while (this.#take(';') || this.#take('\n'));
    if (this.#take('else')) {
      this.#newlines();
      return { kind: 'if', test, then, otherwise: this.#statement() };
    }
    this.#at = mark;
    return { kind: 'if', test, then, otherwise: undefined };
  }

  #for(): Statement {
    this.#need('(');
    const part = (end: string): Expression | undefined => {
      const value = this.#is(end) ? undefined : this.#expression();
      this.#need(end);
      return value;
    };
    const [first, test, step] = [part(';'), part(';'), part(')')];
    this.#newlines();
    return { kind: 'loop', first, test, step, body: this.#statement() };
  }

  #define(): Statement {
    this.#take('void');
    const name = this.#name();
    this.#need('(');
    const parameters = this.#names(')');
    this.#newlines();
    this.#need('{');
    const autos: string[] = [];
    while (this.#take(';') || this.#take('\n'));
    if (this.#take('auto')) autos.push(...this.#names());
    return { kind: 'define', name, parameters, autos, body: this.#block() };
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== 'name') throw new BcSyntaxError(token.line);
    this.#at++;
    return token.text;
  }

  #names(end?: string): string[] {
    const found: string[] = [];
    while (this.#token.kind === 'name' || this.#is('*')) {
      this.#take('*');
      let name = this.#name();
      if (this.#take('[')) {
        this.#need(']');
        name += '[]';
      }
      found.push(name);
      if (!this.#take(',')) break;
    }
    if (end !== undefined) this.#need(end);
    return found;
  }

  #expression(): Expression {
    let left = this.#and();
    while (this.#take('||')) left = { kind: 'binary', operator: '||', left, right: this.#and() };
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.#take('&&')) left = { kind: 'binary', operator: '&&', left, right: this.#not() };
    return left;
  }

  #not(): Expression {
    return this.#take('!') ? { kind: 'unary', operator: '!', value: this.#not() } : this.#relation();
  }

  #relation(): Expression {
    let left = this.#assignment();
    while (relations.has(this.#token.text) && this.#token.kind === 'operator') {
      const operator = this.#tokens[this.#at++]?.text ?? '';
      left = { kind: 'binary', operator, left, right: this.#assignment() };
    }
    return left;
  }

  #assignment(): Expression {
    const left = this.#sum();
    if ((left.kind === 'variable' || left.kind === 'special') && assignments.has(this.#token.text) && this.#token.kind === 'operator') {
      const operator = this.#tokens[this.#at++]?.text ?? '';
      return { kind: 'assign', target: left, operator, value: this.#assignment() };
    }
    return left;
  }

  #sum(): Expression {
    let left = this.#product();
    while (this.#is('+') || this.#is('-')) left = { kind: 'binary', operator: this.#tokens[this.#at++]?.text ?? '', left, right: this.#product() };
    return left;
  }

  #product(): Expression {
    let left = this.#power();
    while (this.#is('*') || this.#is('/') || this.#is('%')) left = { kind: 'binary', operator: this.#tokens[this.#at++]?.text ?? '', left, right: this.#power() };
    return left;
  }

  #power(): Expression {
    const left = this.#unary();
    return this.#take('^') ? { kind: 'binary', operator: '^', left, right: this.#power() } : left;
  }

  #unary(): Expression {
    if (this.#take('-')) return { kind: 'unary', operator: '-', value: this.#unary() };
    for (const [text, by] of [['++', 1n], ['--', -1n]] as const) if (this.#take(text)) return { kind: 'step', target: this.#primary(), by, before: true };
    const value = this.#primary();
    for (const [text, by] of [['++', 1n], ['--', -1n]] as const) if ((value.kind === 'variable' || value.kind === 'special') && this.#take(text)) return { kind: 'step', target: value, by, before: false };
    return value;
  }

  #primary(): Expression {
    const token = this.#token;
    if (token.kind === 'number') {
      this.#at++;
      return { kind: 'number', text: token.text };
    }
    if (this.#take('(')) {
      const value = this.#expression();
      this.#need(')');
      // In brackets an assignment is a value to be shown.
      return value;
    }
    if (this.#take('.')) return { kind: 'special', name: 'last' };
    if (token.kind !== 'name') throw new BcSyntaxError(token.line);
    this.#at++;
    const { text } = token;
    if (this.#take('(')) {
      const args: Expression[] = [];
      if (!this.#take(')')) {
        do {
          const arg = this.#expression();
          args.push(arg);
        } while (this.#take(','));
        this.#need(')');
      }
      return { kind: 'call', name: text, args };
    }
    if (text === 'scale' || text === 'ibase' || text === 'obase' || text === 'last') return { kind: 'special', name: text };
    if (this.#take('[')) {
      if (this.#take(']')) return { kind: 'variable', name: `${text}[]` };
      const index = this.#expression();
      this.#need(']');
      return { kind: 'variable', name: text, index };
    }
    return { kind: 'variable', name: text };
  }
}
