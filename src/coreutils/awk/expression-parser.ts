import { AwkSyntaxError } from './lexer.ts';
import { regexFault } from './record.ts';
import type { Expression } from './syntax.ts';
import { TokenReader } from './token-reader.ts';

/** How many arguments a function takes. */
const argumentCounts: Readonly<Record<string, readonly [number, number]>> = {
  length: [0, 1], substr: [2, 3], index: [2, 2], split: [2, 3], sub: [2, 3], gsub: [2, 3], match: [2, 2], sprintf: [1, 255], sin: [1, 1], cos: [1, 1], atan2: [2, 2], exp: [1, 1], log: [1, 1], sqrt: [1, 1], int: [1, 1],
  rand: [0, 0], srand: [0, 1], tolower: [1, 1], toupper: [1, 1], system: [1, 1], close: [1, 1], fflush: [0, 1], systime: [0, 0], strftime: [0, 3], mktime: [1, 1],
};

/** Functions whose arguments are part of the grammar. */
const ownGrammar: ReadonlySet<string> = new Set(['split', 'sub', 'gsub', 'match', 'length']);

/** awk's expressions, by falling strength of operators. */
export class ExpressionParser extends TokenReader {
  protected list(close: string): Expression[] {
    const [greater, inside] = [this.noGreater, this.noIn];
    this.noGreater = false;
    this.noIn = false;
    const items: Expression[] = [];
    this.newlines();
    while (!this.take(close)) {
      items.push(this.expression());
      this.newlines();
      if (this.take(',')) this.newlines();
      else if (!this.is(close)) this.fail();
    }
    this.noGreater = greater;
    this.noIn = inside;
    return items;
  }

  protected expression(): Expression {
    const left = this.#ternary();
    for (const operator of ['=', '+=', '-=', '*=', '/=', '%=', '^=']) {
      if (this.is(operator) && (left.kind === 'name' || left.kind === 'field' || left.kind === 'element')) {
        this.at++;
        this.newlines();
        return { kind: 'assign', operator, target: left, value: this.expression() };
      }
    }
    return left;
  }

  #ternary(): Expression {
    const test = this.#or();
    if (!this.take('?')) return test;
    this.newlines();
    const yes = this.expression();
    this.newlines();
    this.need(':');
    this.newlines();
    return { kind: 'condition', test, yes, no: this.expression() };
  }

  #or(): Expression {
    let left = this.#and();
    while (this.take('||')) {
      this.newlines();
      left = { kind: 'or', left, right: this.#and() };
    }
    return left;
  }

  #and(): Expression {
    let left = this.#in();
    while (this.take('&&')) {
      this.newlines();
      left = { kind: 'and', left, right: this.#in() };
    }
    return left;
  }

  #in(): Expression {
    let left = this.#matching();
    while (!this.noIn && this.take('in')) {
      left = { kind: 'in', keys: left.kind === 'group' ? left.items : [left], name: this.token.text };
      this.at++;
      this.use(left.name, 'array');
    }
    return left;
  }

  #matching(): Expression {
    let left = this.#comparison();
    while (this.is('~') || this.is('!~')) {
      const negated = this.is('!~');
      this.at++;
      left = { kind: 'match', negated, left, right: this.#comparison() };
    }
    return left;
  }

  #comparison(): Expression {
    const left = this.#pipe(this.concatenation());
    for (const operator of ['<=', '>=', '==', '!=', '<', '>']) {
      if (operator === '>' && this.noGreater) continue;
      if (this.take(operator)) return { kind: 'binary', operator, left, right: this.#pipe(this.concatenation()) };
    }
    return left;
  }

  /** `command | getline [target]` */
  #pipe(left: Expression): Expression {
    let value = left;
    while (this.is('|') && this.tokens[this.at + 1]?.text === 'getline') {
      this.at += 2;
      value = { kind: 'getline', source: 'command', from: value, target: this.#target() };
    }
    return value;
  }

  #target(): Expression | undefined {
    const { kind } = this.token;
    return kind === 'name' || this.is('$') ? this.postfix() : undefined;
  }

  protected concatenation(noPipe = false): Expression {
    let left = this.#sum();
    for (;;) {
      const { kind } = this.token;
      const begins = kind === 'number' || kind === 'string' || kind === 'regex' || kind === 'name' || kind === 'call' || kind === 'builtin' || ['$', '!', '(', '-', '+', '++', '--'].some((text) => this.is(text));
      if (!begins || this.is('in') || (noPipe && this.is('|'))) return left;
      left = { kind: 'binary', operator: ' ', left, right: this.#sum() };
    }
  }

  #sum(): Expression {
    let left = this.#product();
    while (this.is('+') || this.is('-')) {
      const operator = this.token.text;
      this.at++;
      left = { kind: 'binary', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Expression {
    let left = this.#unary();
    while (this.is('*') || this.is('/') || this.is('%')) {
      const operator = this.token.text;
      this.at++;
      left = { kind: 'binary', operator, left, right: this.#unary() };
    }
    return left;
  }

  #unary(): Expression {
    for (const operator of ['!', '-', '+'] as const) if (this.take(operator)) return { kind: 'unary', operator, operand: this.#unary() };
    return this.#power();
  }

  #power(): Expression {
    const left = this.postfix();
    if (!this.take('^')) return left;
    const right = this.is('-') || this.is('+') || this.is('!') ? this.#unary() : this.#power();
    return { kind: 'binary', operator: '^', left, right };
  }

  protected postfix(): Expression {
    const value = this.#primary();
    if (value.kind === 'name' || value.kind === 'field' || value.kind === 'element') {
      if (this.take('++')) return { kind: 'step', target: value, by: 1, prefix: false };
      if (this.take('--')) return { kind: 'step', target: value, by: -1, prefix: false };
    }
    return value;
  }

  #primary(): Expression {
    const token = this.token;
    this.at++;
    switch (token.kind) {
      case 'number': return { kind: 'number', value: Number(token.value) };
      case 'string': return { kind: 'string', value: String(token.value) };
      case 'regex': {
        const source = String(token.value);
        const fault = regexFault(source);
        if (fault !== undefined) throw new AwkSyntaxError(fault, token.line, this.errors);
        return { kind: 'regex', source };
      }
      case 'name': {
        if (this.is('[')) {
          this.use(token.text, 'array');
          this.at++;
          return { kind: 'element', name: token.text, keys: this.list(']') };
        }
        const name: Expression = { kind: 'name', name: token.text };
        this.use(token.text, 'variable', name);
        return name;
      }
      case 'call': {
        this.need('(');
        const args = this.list(')');
        // What a bare name is, the function decides.
        this.uses = this.uses.filter(({ node }) => node === undefined || !args.includes(node));
        this.calls.push(token.text);
        return { kind: 'call', name: token.text, args };
      }
      case 'builtin': return this.#builtin(token.text);
      default:
    }
    if (token.text === 'getline') {
      const target = this.#target();
      if (this.take('<')) return { kind: 'getline', source: 'file', from: this.postfix(), target };
      return { kind: 'getline', source: 'main', from: undefined, target };
    }
    if (token.text === '$') return { kind: 'field', index: this.is('-') || this.is('+') || this.is('!') ? this.#unary() : this.is('++') || this.is('--') ? this.#primary() : this.#primaryOfField() };
    if (token.text === '++' || token.text === '--') return { kind: 'step', target: this.#primary(), by: token.text === '++' ? 1 : -1, prefix: true };
    if (token.text === '(') {
      const items = this.list(')');
      const [only] = items;
      if (items.length === 1 && only) return only.kind === 'group' ? only : { kind: 'group', items };
      return { kind: 'group', items };
    }
    this.at--;
    return this.fail();
  }

  #builtin(name: string): Expression {
    const given = this.take('(');
    const args = given ? this.list(')') : [];
    const [least, most] = argumentCounts[name] ?? [0, 255];
    if (ownGrammar.has(name) && (args.length < least || args.length > most)) {
      this.at--;
      this.fail();
    }
    if (args.length < least) this.complain(`not enough arguments in call to ${name}: ${args.length} (need ${least})`);
    if (args.length > most) this.complain(`too many arguments in call to ${name}: ${args.length} (maximum ${most})`);
    const array = name === 'split' ? args[1] : name === 'length' ? args[0] : undefined;
    if (array?.kind === 'name') this.uses = this.uses.filter(({ node }) => node !== array);
    if (name === 'split' && array?.kind === 'name') this.use(array.name, 'array');
    return { kind: 'builtin', name, args };
  }

  #primaryOfField(): Expression {
    return this.#primary();
  }
}
