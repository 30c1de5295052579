import { ShellFailure } from '../state/control.ts';
import { calculate, formatInt, type Int, isZero, normalize } from './int.ts';
import { type Arithmetic, arithmeticFailure, parseArithmetic } from './parse.ts';

/** The variables that arithmetic reads and writes. */
export interface ArithmeticScope {
  /** Value of a variable or element; undefined when unset. May throw for `set -u`. */
  read(name: string, subscript: string | undefined): string | undefined;
  write(name: string, subscript: string | undefined, value: string): void;
}

const maxDepth = 1024;

/** Value of the expression `text`; a blank one is 0. Throws ShellFailure with bash's words. */
export function evaluateArithmetic(scope: ArithmeticScope, text: string): Int {
  return evaluateText(scope, text, 0);
}

function evaluateText(scope: ArithmeticScope, text: string, depth: number): Int {
  if (depth > maxDepth) throw new ShellFailure(`${text}: expression recursion level exceeded (error token is "${text}")`);
  const parsed = parseArithmetic(text);
  return parsed ? new Evaluation(scope, text, depth).value(parsed) : 0;
}

class Evaluation {
  readonly scope: ArithmeticScope;
  readonly text: string;
  readonly depth: number;

  constructor(scope: ArithmeticScope, text: string, depth: number) {
    this.scope = scope;
    this.text = text;
    this.depth = depth;
  }

  value(node: Arithmetic): Int {
    switch (node.kind) {
      case 'number': return node.value;
      case 'variable': return this.#read(node);
      case 'unary': return this.#unary(node.operator, this.value(node.operand));
      case 'binary': return this.#binary(node.operator, this.value(node.left), node.right);
      case 'logical': return (node.operator === '&&' ? this.#truth(node.left) && this.#truth(node.right) : this.#truth(node.left) || this.#truth(node.right)) ? 1 : 0;
      case 'conditional': return this.#truth(node.test) ? this.value(node.then) : this.value(node.else);
      case 'sequence': this.value(node.left); return this.value(node.right);
      case 'step': {
        const before = this.#read(node.target);
        const after = calculate('+', before, node.delta);
        this.#write(node.target, after);
        return node.prefix ? after : before;
      }
      case 'assign': {
        if (node.operator === '') {
          const value = this.value(node.value);
          this.#write(node.target, value);
          return value;
        }
        const value = this.#binary(node.operator, this.#read(node.target), node.value);
        this.#write(node.target, value);
        return value;
      }
    }
  }

  #truth(node: Arithmetic): boolean {
    return !isZero(this.value(node));
  }

  #read(node: Arithmetic & { kind: 'variable' }): Int {
    const text = this.scope.read(node.name, node.subscript);
    if (text === undefined || text === '') return 0;
    // Most values are plain numbers.
    if (text.length < 16 && /^-?[1-9][0-9]*$|^0$/.test(text)) return Number(text);
    return evaluateText(this.scope, text, this.depth + 1);
  }

  #write(node: Arithmetic & { kind: 'variable' }, value: Int): void {
    this.scope.write(node.name, node.subscript, formatInt(value));
  }

  #unary(operator: string, value: Int): Int {
    switch (operator) {
      case '!': return isZero(value) ? 1 : 0;
      case '-': return calculate('-', 0, value);
      case '~': return normalize(~BigInt(value));
      default: return value;
    }
  }

  #binary(operator: string, left: Int, rightNode: Arithmetic): Int {
    const right = this.value(rightNode);
    if ((operator === '/' || operator === '%') && isZero(right)) throw arithmeticFailure(this.text, 'division by 0', startOf(rightNode.kind === 'unary' ? rightNode.operand : rightNode));
    if (operator === '**' && right < 0) throw arithmeticFailure(this.text, 'exponent less than 0', startOf(rightNode));
    return calculate(operator, left, right);
  }
}

function startOf(node: Arithmetic): number {
  switch (node.kind) {
    case 'binary': case 'logical': case 'sequence': return startOf(node.left);
    case 'conditional': return startOf(node.test);
    case 'assign': return node.target.pos;
    case 'step': return node.prefix ? node.pos : node.target.pos;
    default: return node.pos;
  }
}
