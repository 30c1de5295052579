import type { AwkProgram, Expression, Statement } from './syntax.ts';
import { type Scalar, toText } from './value.ts';

const blockingBuiltins = new Set(['system', 'close', 'fflush']);

/** Children of an expression. */
export function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'field': return [expression.index];
    case 'element': case 'in': return expression.keys;
    case 'group': return expression.items;
    case 'unary': return [expression.operand];
    case 'binary': case 'and': case 'or': case 'match': return [expression.left, expression.right];
    case 'condition': return [expression.test, expression.yes, expression.no];
    case 'assign': return [expression.target, expression.value];
    case 'step': return [expression.target];
    case 'call': case 'builtin': return expression.args;
    case 'getline': return [expression.from, expression.target].filter((one) => one !== undefined);
    default: return [];
  }
}

/** The same expression with other children, in the order of `childrenOf`. */
export function withChildren(expression: Expression, [first, second, third]: readonly Expression[], all: readonly Expression[]): Expression {
  const one = first ?? expression;
  const two = second ?? expression;
  switch (expression.kind) {
    case 'field': return { ...expression, index: one };
    case 'element': case 'in': return { ...expression, keys: [...all] };
    case 'group': return { ...expression, items: [...all] };
    case 'unary': return { ...expression, operand: one };
    case 'binary': case 'and': case 'or': case 'match': return { ...expression, left: one, right: two };
    case 'condition': return { ...expression, test: one, yes: two, no: third ?? expression };
    case 'assign': return { ...expression, target: one, value: two };
    case 'step': return { ...expression, target: one };
    case 'call': case 'builtin': return { ...expression, args: [...all] };
    default: return expression;
  }
}

/** Knows which parts of a program can block: getline, system, close, pipes, and functions that use them. */
export class Blocking {
  readonly #known = new WeakMap<object, boolean>();
  readonly #functions = new Set<string>();

  constructor(program: AwkProgram) {
    for (let size = -1; size !== this.#functions.size;) {
      size = this.#functions.size;
      for (const [name, fn] of program.functions) if (!this.#functions.has(name) && this.#findStatement(fn.body)) this.#functions.add(name);
    }
  }

  expression(expression: Expression): boolean {
    let known = this.#known.get(expression);
    if (known === undefined) this.#known.set(expression, known = this.#findExpression(expression));
    return known;
  }

  statement(statement: Statement): boolean {
    let known = this.#known.get(statement);
    if (known === undefined) this.#known.set(statement, known = this.#findStatement(statement));
    return known;
  }

  #findExpression(expression: Expression): boolean {
    if (expression.kind === 'getline') return true;
    if (expression.kind === 'builtin' && blockingBuiltins.has(expression.name)) return true;
    if (expression.kind === 'call' && this.#functions.has(expression.name)) return true;
    return childrenOf(expression).some((child) => this.#findExpression(child));
  }

  #findStatement(statement: Statement): boolean {
    const in_ = (expression: Expression | undefined): boolean => expression !== undefined && this.#findExpression(expression);
    const of = (inner: Statement | undefined): boolean => inner !== undefined && this.#findStatement(inner);
    switch (statement.kind) {
      case 'block': return statement.body.some(of);
      case 'expression': return in_(statement.value);
      case 'print': case 'printf': return statement.redirect !== undefined || statement.args.some(in_);
      case 'if': return in_(statement.test) || of(statement.yes) || of(statement.no);
      case 'while': case 'do': return in_(statement.test) || of(statement.body);
      case 'for': return of(statement.start) || in_(statement.test) || of(statement.step) || of(statement.body);
      case 'forIn': return of(statement.body);
      case 'exit': case 'return': return in_(statement.value);
      case 'delete': return statement.keys?.some(in_) ?? false;
      default: return false;
    }
  }
}

/** A value as an expression: what blocks is worked out first and put in its place. */
export function constant(value: Scalar): Expression {
  if (typeof value === 'number') return { kind: 'number', value };
  return { kind: 'string', value: toText(value, '%.6g') };
}
