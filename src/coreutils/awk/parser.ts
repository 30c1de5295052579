import { ExpressionParser } from './expression-parser.ts';
import { AwkSyntaxError, tokenize } from './lexer.ts';
import type { AwkProgram, Expression, Statement } from './syntax.ts';

/** Parses a program. Throws AwkSyntaxError. */
export function parseAwk(source: string): AwkProgram {
  return new Parser(tokenize(source)).program();
}

/** awk's programs and statements. */
class Parser extends ExpressionParser {
  #loops = 0;
  #where: 'rule' | 'block' | 'function' = 'rule';

  #ends(): void {
    while (this.token.kind === 'newline' || this.is(';')) this.at++;
  }

  program(): AwkProgram {
    const program: AwkProgram = { begin: [], end: [], rules: [], functions: new Map() };
    for (this.newlines(); this.token.kind !== 'end'; this.#separator()) {
      if (this.take('function')) this.#function(program);
      else if (this.take('BEGIN')) program.begin.push(this.#outside('block'));
      else if (this.take('END')) program.end.push(this.#outside('block'));
      else {
        this.#where = 'rule';
        const from = this.is('{') ? undefined : this.expression();
        let to: Expression | undefined;
        if (from && this.take(',')) {
          this.newlines();
          to = this.expression();
        }
        program.rules.push({ from, to, body: this.is('{') ? this.#block() : undefined });
        const after = this.token.kind;
        if (!this.is('{') && after !== 'newline' && !this.is(';') && this.tokens[this.at - 1]?.text !== '}') this.fail();
      }
    }
    this.checkUses();
    for (const name of this.calls.toReversed()) if (!program.functions.has(name)) this.complain(`function ${name} never defined`);
    const last = this.errors.pop();
    if (last) throw new AwkSyntaxError(last.message, last.line, this.errors);
    return program;
  }

  #outside(where: 'block' | 'function'): Statement {
    this.#where = where;
    return this.#block();
  }

  /** Between the parts of a program: lines, and one semicolon. */
  #separator(): void {
    this.take(';');
    this.newlines();
  }

  #function(program: AwkProgram): void {
    const { kind, text } = this.token;
    if (kind !== 'name' && kind !== 'call') this.fail();
    this.at++;
    this.need('(');
    const parameters: string[] = [];
    while (!this.take(')')) {
      if (this.token.kind !== 'name') this.fail();
      if (this.token.text === text) {
        this.complain('function parameter cannot be the function');
        this.fail();
      }
      if (parameters.includes(this.token.text)) this.complain(`${this.token.text} is duplicated in argument list`);
      parameters.push(this.token.text);
      this.at++;
      if (this.take(',')) this.newlines();
    }
    this.newlines();
    if (program.functions.has(text)) this.complain(`redefinition of ${text}`);
    this.locals = new Set(parameters);
    program.functions.set(text, { name: text, parameters, body: this.#outside('function') });
    this.locals = undefined;
  }

  #block(): Statement {
    this.need('{');
    const body: Statement[] = [];
    for (this.#ends(); !this.take('}'); this.#ends()) {
      if (this.token.kind === 'end') throw new AwkSyntaxError('missing } near end of file', this.token.line, this.errors);
      body.push(this.#statement());
    }
    return { kind: 'block', body };
  }

  #endOfStatement(): void {
    if (this.token.kind === 'newline' || this.is(';')) this.at++;
    else if (!this.is('}') && this.token.kind !== 'end') this.fail();
  }

  #body(): Statement {
    this.newlines();
    if (this.take(';')) return { kind: 'block', body: [] };
    return this.#statement();
  }

  #loopBody(): Statement {
    this.#loops++;
    const body = this.#body();
    this.#loops--;
    return body;
  }

  #statement(): Statement {
    if (this.is('{')) return this.#block();
    if (this.take('if')) {
      this.need('(');
      const test = this.expression();
      this.need(')');
      const yes = this.#body();
      const before = this.at;
      this.#ends();
      if (this.take('else')) return { kind: 'if', test, yes, no: this.#body() };
      this.at = before;
      return { kind: 'if', test, yes, no: undefined };
    }
    if (this.take('while')) {
      this.need('(');
      const test = this.expression();
      this.need(')');
      return { kind: 'while', test, body: this.#loopBody() };
    }
    if (this.take('do')) {
      const body = this.#loopBody();
      this.#ends();
      this.need('while');
      this.need('(');
      const test = this.expression();
      this.need(')');
      this.#endOfStatement();
      return { kind: 'do', test, body };
    }
    if (this.take('for')) return this.#for();
    const simple = this.#simple();
    this.#endOfStatement();
    return simple;
  }

  #for(): Statement {
    this.need('(');
    const [name, word, array, close] = this.tokens.slice(this.at, this.at + 4);
    if (name?.kind === 'name' && word?.text === 'in' && array?.kind === 'name' && close?.text === ')') {
      this.at += 4;
      this.use(name.text, 'variable');
      this.use(array.text, 'array');
      return { kind: 'forIn', name: name.text, array: array.text, body: this.#loopBody() };
    }
    const start = this.is(';') ? undefined : this.#simple();
    this.need(';');
    this.newlines();
    const test = this.is(';') ? undefined : this.expression();
    this.need(';');
    this.newlines();
    const step = this.is(')') ? undefined : this.#simple();
    this.need(')');
    return { kind: 'for', start, test, step, body: this.#loopBody() };
  }

  #simple(): Statement {
    for (const kind of ['break', 'continue', 'next', 'nextfile'] as const) {
      if (!this.take(kind)) continue;
      if ((kind === 'break' || kind === 'continue') && this.#loops === 0) this.complain(`${kind} statement outside of loop`);
      if ((kind === 'next' || kind === 'nextfile') && this.#where !== 'rule') this.complain(`improper use of ${kind}`);
      return { kind };
    }
    if (this.is('return') && this.#where !== 'function') this.complain('return outside function body');
    for (const kind of ['exit', 'return'] as const) {
      if (this.take(kind)) return { kind, value: this.token.kind === 'newline' || this.is(';') || this.is('}') ? undefined : this.expression() };
    }
    if (this.take('delete')) {
      const name = this.token.text;
      if (this.token.kind !== 'name') this.fail();
      this.at++;
      this.use(name, 'array');
      return { kind: 'delete', name, keys: this.take('[') ? this.list(']') : undefined };
    }
    for (const kind of ['print', 'printf'] as const) if (this.take(kind)) return this.#print(kind);
    return { kind: 'expression', value: this.expression() };
  }

  #print(kind: 'print' | 'printf'): Statement {
    let args: Expression[] = [];
    const outer = this.noGreater;
    this.noGreater = true;
    if (!(this.token.kind === 'newline' || [';', '}', '>', '>>', '|'].some((text) => this.is(text)))) {
      args.push(this.expression());
      while (this.take(',')) {
        this.newlines();
        args.push(this.expression());
      }
      const [only] = args;
      if (args.length === 1 && only?.kind === 'group') args = only.items;
    }
    let redirect: '>' | '>>' | '|' | undefined;
    let to: Expression | undefined;
    for (const mark of ['>', '>>', '|'] as const) {
      if (this.take(mark)) {
        redirect = mark;
        to = this.concatenation(true);
        if (mark !== '|' && this.take('?')) {
          const yes = this.expression();
          this.need(':');
          to = { kind: 'condition', test: to, yes, no: this.expression() };
        }
        break;
      }
    }
    this.noGreater = outer;
    if (kind === 'printf' && args.length === 0) this.complain('no arguments in call to printf');
    return { kind, args, redirect, to };
  }
}
