import { compareFiles, fileTest } from '../execute/file-test.ts';
import { compareNumbers } from '../execute/compare-numbers.ts';
import { chain, type Maybe } from '../state/maybe.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';

const unary = /^-[abcdefghknoprstuvwxzGLNORS]$/;
const binary = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']);

/** The words of `test` by the rules of POSIX: few arguments are judged by their number. */
class TestParser {
  readonly #shell: Shell;
  readonly #words: readonly string[];
  #at = 0;

  constructor(shell: Shell, words: readonly string[]) {
    this.#shell = shell;
    this.#words = words;
  }

  get #dash(): boolean {
    return this.#shell.settings.dialect.name === 'dash';
  }

  evaluate(): Maybe<boolean> {
    const words = this.#words;
    const [a = '', b = '', c = '', d = ''] = words;
    switch (words.length) {
      case 0: return false;
      case 1: return a !== '';
      case 2: return this.#two(a, b);
      case 3: return this.#three(a, b, c);
      case 4:
        if (a === '!') return chain(this.#three(b, c, d), (result) => !result);
        if (a === '(' && d === ')') return this.#two(b, c);
        return this.#all();
      default: return this.#all();
    }
  }

  #two(a: string, b: string): Maybe<boolean> {
    if (a === '!') return b === '';
    if (a === '-v' && this.#shell.settings.dialect.name !== 'bash') throw new ShellFailure(`${this.#dash ? a : b}: binary operator expected`);
    if (unary.test(a)) return this.#unary(a, b);
    throw new ShellFailure(`${a}: unary operator expected`);
  }

  #three(a: string, b: string, c: string): Maybe<boolean> {
    if (binary.has(b) && !(b === '==' && this.#dash)) return this.#binary(a, b, c);
    if (b === '-a') return a !== '' && c !== '';
    if (b === '-o') return a !== '' || c !== '';
    if (a === '!') return chain(this.#two(b, c), (result) => !result);
    if (a === '(' && c === ')') return b !== '';
    throw new ShellFailure(`${this.#dash ? a : b}: binary operator expected`);
  }

  async #all(): Promise<boolean> {
    const result = await this.#or();
    if (this.#at < this.#words.length) throw new ShellFailure('too many arguments');
    return result;
  }

  async #or(): Promise<boolean> {
    let result = await this.#and();
    while (this.#words[this.#at] === '-o') {
      this.#at++;
      const right = await this.#and();
      result = result || right;
    }
    return result;
  }

  async #and(): Promise<boolean> {
    let result = await this.#term();
    while (this.#words[this.#at] === '-a') {
      this.#at++;
      const right = await this.#term();
      result = result && right;
    }
    return result;
  }

  async #term(): Promise<boolean> {
    const word = this.#words[this.#at];
    if (word === undefined) throw new ShellFailure('argument expected');
    const next = this.#words[this.#at + 1];
    const third = this.#words[this.#at + 2];
    if (word !== '(' && next !== undefined && third !== undefined && binary.has(next)) {
      this.#at += 3;
      return this.#binary(word, next, third);
    }
    if (word === '!') {
      this.#at++;
      return !(await this.#term());
    }
    if (word === '(') {
      this.#at++;
      const result = await this.#or();
      const close = this.#words[this.#at++];
      if (close !== ')') throw new ShellFailure(close === undefined ? "`)' expected" : `\`)' expected, found ${close}`);
      return result;
    }
    if (unary.test(word) && next !== undefined) {
      this.#at += 2;
      return this.#unary(word, next);
    }
    this.#at++;
    return word !== '';
  }

  #unary(operator: string, operand: string): Maybe<boolean> {
    if (operator === '-t' && !/^\s*[+-]?\d+\s*$/.test(operand)) return false;
    return fileTest(this.#shell, operator, operand);
  }

  #binary(left: string, operator: string, right: string): boolean {
    switch (operator) {
      case '=':
      case '==': return left === right;
      case '!=': return left !== right;
      case '<': return left < right;
      case '>': return left > right;
      case '-nt':
      case '-ot':
      case '-ef': return compareFiles(this.#shell, operator, left, right);
      default: return compareNumbers(operator, this.#integer(left), this.#integer(right));
    }
  }

  #integer(text: string): bigint {
    const trimmed = text.trim();
    if (!/^[+-]?\d+$/.test(trimmed)) throw new ShellFailure(`${text}: integer expression expected`);
    const value = BigInt(trimmed.replace(/^\+/, ''));
    if (BigInt.asIntN(64, value) !== value) throw new ShellFailure(`${text}: integer expression expected`);
    return value;
  }
}

async function run(shell: Shell, name: string, words: readonly string[]): Promise<number> {
  try {
    return (await new TestParser(shell, words).evaluate()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ShellFailure)) throw error;
    return fail(shell, name, error.message, 2);
  }
}

export const test: Builtin = {
  name: 'test', usage: '[expr]', summary: 'Evaluate conditional expression.',
  run: (shell, args) => run(shell, 'test', textArguments(args)),
};

export const bracket: Builtin = {
  name: '[', usage: 'arg... ]', summary: 'Evaluate conditional expression.',
  run(shell, args) {
    const words = textArguments(args);
    if (words[words.length - 1] !== ']') return fail(shell, '[', "missing `]'", 2);
    return run(shell, '[', words.slice(0, -1));
  },
};
