import { type ArithmeticScope, evaluateArithmetic } from '../arithmetic/evaluate.ts';
import type { Int } from '../arithmetic/int.ts';
import { ShellFailure } from '../state/control.ts';
import { chain, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';

/** A subscript inside a variable's value held a command substitution: its result is on the way, then the expression is evaluated again. */
class PendingSubscript {
  readonly text: string;
  readonly value: Promise<string>;

  constructor(text: string, value: Promise<string>) {
    this.text = text;
    this.value = value;
  }
}

/** Expands a subscript's text; the executor fills it in, to keep the imports one-way. */
export type SubscriptExpander = (shell: Shell, text: string) => Maybe<string>;

let expandSubscript: SubscriptExpander = (_, text) => text;

/** Registers how subscripts are expanded. */
export function setSubscriptExpander(expander: SubscriptExpander): void {
  expandSubscript = expander;
}

/** Evaluates an arithmetic text whose `$` forms were expanded already. */
export function evaluateExpression(shell: Shell, text: string, known = new Map<string, string>()): Maybe<Int> {
  try {
    return evaluateArithmetic(new ShellScope(shell, known), text);
  } catch (error) {
    if (!(error instanceof PendingSubscript)) throw error;
    return chain(error.value, (value) => evaluateExpression(shell, text, known.set(error.text, value)));
  }
}

/** A subscript as the variable takes it: the key of an associative array, else the number that the expression gives. */
export function indexIn(shell: Shell, name: string, subscript: string): Maybe<string> {
  if (/^(?:0|[1-9]\d*)$/.test(subscript) || subscript.trim() === '' || shell.variables.get(name)?.assoc) return subscript;
  try {
    return chain(evaluateExpression(shell, subscript), String);
  } catch (error) {
    if (error instanceof ShellFailure && !error.fatal) throw new ShellFailure(error.message, { unwinds: true });
    throw error;
  }
}

/** An arithmetic text's value where nothing can be waited for: integer variables, subscripts. */
export function evaluateNow(shell: Shell, text: string): number {
  const plain = Number(text);
  if (Number.isSafeInteger(plain) && /^-?(?:0|[1-9]\d*)$/.test(text)) return plain;
  try {
    return Number(evaluateArithmetic(new ShellScope(shell, new Map()), text));
  } catch (error) {
    if (error instanceof ShellFailure && !error.fatal) throw new ShellFailure(error.message, { unwinds: true });
    throw error;
  }
}

class ShellScope implements ArithmeticScope {
  readonly #shell: Shell;
  readonly #known: Map<string, string>;

  constructor(shell: Shell, known: Map<string, string>) {
    this.#shell = shell;
    this.#known = known;
  }

  #key(name: string, subscript: string): string {
    if (!/[$`"'\\]/.test(subscript)) return subscript;
    const known = this.#known.get(subscript);
    if (known !== undefined) return known;
    const value = expandSubscript(this.#shell, subscript);
    if (value instanceof Promise) throw new PendingSubscript(subscript, value);
    if (value === '' && !this.#shell.variables.get(name)?.assoc) throw new ShellFailure(`${name}[${subscript}]: bad array subscript`);
    return value;
  }

  read(name: string, subscript: string | undefined): string | undefined {
    const { variables, options } = this.#shell;
    const value = subscript === undefined ? variables.text(name) : variables.element(name, this.#key(name, subscript));
    if (value === undefined && options.has('nounset')) throw new ShellFailure(`${subscript === undefined ? name : `${name}[${subscript}]`}: unbound variable`, { fatal: true, status: 127 });
    return value;
  }

  write(name: string, subscript: string | undefined, value: string): void {
    if (subscript === undefined) this.#shell.variables.assign(name, value);
    else this.#shell.variables.assignElement(name, this.#key(name, subscript), value);
  }
}
