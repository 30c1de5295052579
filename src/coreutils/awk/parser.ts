import { AwkSyntaxError, tokenize, type Token } from './lexer.ts';
import type { AwkProgram, Expression, Statement } from './syntax.ts';

/** Parses a program. Throws AwkSyntaxError. */
export function parseAwk(source: string): AwkProgram {
  return new Parser(tokenize(source)).program();
}

class Parser {
  readonly #tokens: Token[];
  #at = 0;
  /** Inside `print …` a `>` redirects; in `for (` an `in` belongs to the loop. */
  #noGreater = false;
  #noIn = false;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: 'end of file', value: '', line: 0 };
  }

  #is(text: string): boolean {
    const { kind, text: own } = this.#token;
    return own === text && (kind === 'operator' || kind === 'keyword');
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #fail(): never {
    const token = this.#token;
    throw new AwkSyntaxError(token.kind === 'end' || (token.kind === 'newline' && this.#tokens[this.#at + 1]?.kind === 'end') ? 'syntax error at or near end of line' : `syntax error at or near ${token.kind === 'newline' ? 'end of line' : token.text}`, token.line, token.text);
  }

  #need(text: string): void {
    if (!this.#take(text)) this.#fail();
  }

  #newlines(): void {
    while (this.#token.kind === 'newline') this.#at++;
  }

  #ends(): void {
    while (this.#token.kind === 'newline' || this.#is(';')) this.#at++;
  }

  program(): AwkProgram {
    const program: AwkProgram = { begin: [], end: [], rules: [], functions: new Map() };
    for (this.#ends(); this.#token.kind !== 'end'; this.#ends()) {
      if (this.#take('function')) this.#function(program);
      else if (this.#take('BEGIN')) program.begin.push(this.#block());
      else if (this.#take('END')) program.end.push(this.#block());
      else {
        const from = this.#is('{') ? undefined : this.#expression();
        let to: Expression | undefined;
        if (from && this.#take(',')) {
          this.#newlines();
          to = this.#expression();
        }
        program.rules.push({ from, to, body: this.#is('{') ? this.#block() : undefined });
        const after = this.#token.kind;
        if (!this.#is('{') && after !== 'newline' && !this.#is(';') && this.#tokens[this.#at - 1]?.text !== '}') this.#fail();
      }
    }
    return program;
  }

  #function(program: AwkProgram): void {
    const { kind, text } = this.#token;
    if (kind !== 'name' && kind !== 'call') this.#fail();
    this.#at++;
    this.#need('(');
    const parameters: string[] = [];
    while (!this.#take(')')) {
      if (this.#token.kind !== 'name') this.#fail();
      parameters.push(this.#token.text);
      this.#at++;
      if (this.#take(',')) this.#newlines();
    }
    this.#newlines();
    program.functions.set(text, { name: text, parameters, body: this.#block() });
  }

  #block(): Statement {
    this.#need('{');
    const body: Statement[] = [];
    for (this.#ends(); !this.#take('}'); this.#ends()) {
      if (this.#token.kind === 'end') throw new AwkSyntaxError('missing } near end of file', this.#token.line, '');
      body.push(this.#statement());
    }
    return { kind: 'block', body };
  }

  #endOfStatement(): void {
    if (this.#token.kind === 'newline' || this.#is(';')) this.#at++;
    else if (!this.#is('}') && this.#token.kind !== 'end') this.#fail();
  }

  #body(): Statement {
    this.#newlines();
    if (this.#take(';')) return { kind: 'block', body: [] };
    return this.#statement();
  }

  #statement(): Statement {
    if (this.#is('{')) return this.#block();
    if (this.#take('if')) {
      this.#need('(');
      const test = this.#expression();
      this.#need(')');
      const yes = this.#body();
      const before = this.#at;
      this.#ends();
      if (this.#take('else')) return { kind: 'if', test, yes, no: this.#body() };
      this.#at = before;
      return { kind: 'if', test, yes, no: undefined };
    }
    if (this.#take('while')) {
      this.#need('(');
      const test = this.#expression();
      this.#need(')');
      return { kind: 'while', test, body: this.#body() };
    }
    if (this.#take('do')) {
      const body = this.#body();
      this.#ends();
      this.#need('while');
      this.#need('(');
      const test = this.#expression();
      this.#need(')');
      this.#endOfStatement();
      return { kind: 'do', test, body };
    }
    if (this.#take('for')) return this.#for();
    const simple = this.#simple();
    this.#endOfStatement();
    return simple;
  }

  #for(): Statement {
    this.#need('(');
    const [name, word, array, close] = this.#tokens.slice(this.#at, this.#at + 4);
    if (name?.kind === 'name' && word?.text === 'in' && array?.kind === 'name' && close?.text === ')') {
      this.#at += 4;
      return { kind: 'forIn', name: name.text, array: array.text, body: this.#body() };
    }
    const start = this.#is(';') ? undefined : this.#simple();
    this.#need(';');
    this.#newlines();
    const test = this.#is(';') ? undefined : this.#expression();
    this.#need(';');
    this.#newlines();
    const step = this.#is(')') ? undefined : this.#simple();
    this.#need(')');
    return { kind: 'for', start, test, step, body: this.#body() };
  }

  #simple(): Statement {
    for (const kind of ['break', 'continue', 'next', 'nextfile'] as const) if (this.#take(kind)) return { kind };
    for (const kind of ['exit', 'return'] as const) {
      if (this.#take(kind)) return { kind, value: this.#token.kind === 'newline' || this.#is(';') || this.#is('}') ? undefined : this.#expression() };
    }
    if (this.#take('delete')) {
      const name = this.#token.text;
      if (this.#token.kind !== 'name') this.#fail();
      this.#at++;
      return { kind: 'delete', name, keys: this.#take('[') ? this.#list(']') : undefined };
    }
    for (const kind of ['print', 'printf'] as const) if (this.#take(kind)) return this.#print(kind);
    return { kind: 'expression', value: this.#expression() };
  }

  #print(kind: 'print' | 'printf'): Statement {
    let args: Expression[] = [];
    const outer = this.#noGreater;
    this.#noGreater = true;
    if (!(this.#token.kind === 'newline' || [';', '}', '>', '>>', '|'].some((text) => this.#is(text)))) {
      args.push(this.#expression());
      while (this.#take(',')) {
        this.#newlines();
        args.push(this.#expression());
      }
      const [only] = args;
      if (args.length === 1 && only?.kind === 'group') args = only.items;
    }
    let redirect: '>' | '>>' | '|' | undefined;
    let to: Expression | undefined;
    for (const mark of ['>', '>>', '|'] as const) {
      if (this.#take(mark)) {
        redirect = mark;
        to = this.#concatenation(true);
        break;
      }
    }
    this.#noGreater = outer;
    return { kind, args, redirect, to };
  }

  #list(close: string): Expression[] {
    const [greater, inside] = [this.#noGreater, this.#noIn];
    this.#noGreater = false;
    this.#noIn = false;
    const items: Expression[] = [];
    this.#newlines();
    while (!this.#take(close)) {
      items.push(this.#expression());
      this.#newlines();
      if (this.#take(',')) this.#newlines();
      else if (!this.#is(close)) this.#fail();
    }
    this.#noGreater = greater;
    this.#noIn = inside;
    return items;
  }

  #expression(): Expression {
    const left = this.#ternary();
    for (const operator of ['=', '+=', '-=', '*=', '/=', '%=', '^=']) {
      if (this.#is(operator) && (left.kind === 'name' || left.kind === 'field' || left.kind === 'element')) {
        this.#at++;
        this.#newlines();
        return { kind: 'assign', operator, target: left, value: this.#expression() };
      }
    }
    return left;
  }

  #ternary(): Expression {
    const test = this.#or();
    if (!this.#take('?')) return test;
    this.#newlines();
    const yes = this.#expression();
    this.#newlines();
    this.#need(':');
    this.#newlines();
    return { kind: 'condition', test, yes, no: this.#expression() };
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#take('||')) {
      this.#newlines();
      left = { kind: 'or', left, right: this.#and() };
    }
    return left;
  }

  #and(): Expression {
    let left = this.#in();
    while (this.#take('&&')) {
      this.#newlines();
      left = { kind: 'and', left, right: this.#in() };
    }
    return left;
  }

  #in(): Expression {
    let left = this.#matching();
    while (!this.#noIn && this.#take('in')) {
      left = { kind: 'in', keys: left.kind === 'group' ? left.items : [left], name: this.#token.text };
      this.#at++;
    }
    return left;
  }

  #matching(): Expression {
    let left = this.#comparison();
    while (this.#is('~') || this.#is('!~')) {
      const negated = this.#is('!~');
      this.#at++;
      left = { kind: 'match', negated, left, right: this.#comparison() };
    }
    return left;
  }

  #comparison(): Expression {
    const left = this.#pipe(this.#concatenation());
    for (const operator of ['<=', '>=', '==', '!=', '<', '>']) {
      if (operator === '>' && this.#noGreater) continue;
      if (this.#take(operator)) return { kind: 'binary', operator, left, right: this.#pipe(this.#concatenation()) };
    }
    return left;
  }

  /** `command | getline [target]` */
  #pipe(left: Expression): Expression {
    let value = left;
    while (this.#is('|') && this.#tokens[this.#at + 1]?.text === 'getline') {
      this.#at += 2;
      value = { kind: 'getline', source: 'command', from: value, target: this.#target() };
    }
    return value;
  }

  #target(): Expression | undefined {
    const { kind } = this.#token;
    return kind === 'name' || this.#is('$') ? this.#postfix() : undefined;
  }

  #concatenation(noPipe = false): Expression {
    let left = this.#sum();
    for (;;) {
      const { kind } = this.#token;
      const begins = kind === 'number' || kind === 'string' || kind === 'regex' || kind === 'name' || kind === 'call' || kind === 'builtin' || ['$', '!', '(', '-', '+', '++', '--'].some((text) => this.#is(text));
      if (!begins || this.#is('in') || (noPipe && this.#is('|'))) return left;
      left = { kind: 'binary', operator: ' ', left, right: this.#sum() };
    }
  }

  #sum(): Expression {
    let left = this.#product();
    while (this.#is('+') || this.#is('-')) {
      const operator = this.#token.text;
      this.#at++;
      left = { kind: 'binary', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Expression {
    let left = this.#unary();
    while (this.#is('*') || this.#is('/') || this.#is('%')) {
      const operator = this.#token.text;
      this.#at++;
      left = { kind: 'binary', operator, left, right: this.#unary() };
    }
    return left;
  }

  #unary(): Expression {
    for (const operator of ['!', '-', '+'] as const) if (this.#take(operator)) return { kind: 'unary', operator, operand: this.#unary() };
    return this.#power();
  }

  #power(): Expression {
    const left = this.#postfix();
    if (!this.#take('^')) return left;
    const right = this.#is('-') || this.#is('+') || this.#is('!') ? this.#unary() : this.#power();
    return { kind: 'binary', operator: '^', left, right };
  }

  #postfix(): Expression {
    const value = this.#primary();
    if (value.kind === 'name' || value.kind === 'field' || value.kind === 'element') {
      if (this.#take('++')) return { kind: 'step', target: value, by: 1, prefix: false };
      if (this.#take('--')) return { kind: 'step', target: value, by: -1, prefix: false };
    }
    return value;
  }

  #primary(): Expression {
    const token = this.#token;
    this.#at++;
    switch (token.kind) {
      case 'number': return { kind: 'number', value: Number(token.value) };
      case 'string': return { kind: 'string', value: String(token.value) };
      case 'regex': return { kind: 'regex', source: String(token.value) };
      case 'name': return this.#take('[') ? { kind: 'element', name: token.text, keys: this.#list(']') } : { kind: 'name', name: token.text };
      case 'call':
        this.#need('(');
        return { kind: 'call', name: token.text, args: this.#list(')') };
      case 'builtin': return { kind: 'builtin', name: token.text, args: this.#take('(') ? this.#list(')') : [] };
      default:
    }
    if (token.text === 'getline') {
      const target = this.#target();
      if (this.#take('<')) return { kind: 'getline', source: 'file', from: this.#postfix(), target };
      return { kind: 'getline', source: 'main', from: undefined, target };
    }
    if (token.text === '$') return { kind: 'field', index: this.#is('-') || this.#is('+') || this.#is('!') ? this.#unary() : this.#is('++') || this.#is('--') ? this.#primary() : this.#primaryOfField() };
    if (token.text === '++' || token.text === '--') return { kind: 'step', target: this.#primary(), by: token.text === '++' ? 1 : -1, prefix: true };
    if (token.text === '(') {
      const items = this.#list(')');
      const [only] = items;
      if (items.length === 1 && only) return only.kind === 'group' ? only : { kind: 'group', items };
      return { kind: 'group', items };
    }
    this.#at--;
    return this.#fail();
  }

  #primaryOfField(): Expression {
    return this.#primary();
  }
}
