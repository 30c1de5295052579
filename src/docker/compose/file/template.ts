import { goQuote } from '../../../base/go/index.ts';

/** Looks up a variable; undefined: not set. */
export type Lookup = (name: string) => string | undefined;

/** A template that can't be filled in. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';
  /** The whole text; empty until it is known. */
  readonly template: string;

  constructor(template = '') {
    super(`Invalid template: ${goQuote(template)}`);
    this.template = template;
  }
}

/** `${NAME:?words}` of a variable that is not set. */
export class MissingVariable extends Error {
  override readonly name = 'MissingVariable';

  constructor(variable: string, reason: string) {
    super(`required variable ${variable} is missing a value${reason === '' ? '' : `: ${reason}`}`);
  }
}

/** What substituting needs besides the text: variables, and where the warning about one that is not set goes. */
export interface Substitution {
  readonly lookup: Lookup;
  warn(message: string): void;
}

/** `$$`, `$name`, `${…}` up to the last brace of the line, or a lonely brace. */
const pattern = /\$(?:(\$)|([_a-zA-Z\u017f\u212a][_a-zA-Z0-9\u017f\u212a]*)|\{(?:([_a-zA-Z\u017f\u212a][_a-zA-Z0-9\u017f\u212a]*(?::?[-+?](?:.*))?)\}|()))/g;

/** Fills in variables: `$NAME`, `${NAME}` and the forms with `:-`, `-`, `:?`, `?`, `:+`, `+`. Throws TemplateProblem or MissingVariable; the first problem of the text counts. */
export function substitute(text: string, substitution: Substitution): string {
  let problem: unknown;
  const result = text.replace(pattern, (part) => {
    try {
      return replace(part, substitution);
    } catch (error) {
      problem ??= error instanceof TemplateProblem && error.template === '' ? new TemplateProblem(text) : error;
      return '';
    }
  });
  if (problem !== undefined) throw problem;
  return result;
}

function replace(part: string, substitution: Substitution): string {
  const operator = firstOperator(part);
  const close = closingBrace(part);
  const rest = close < 0 ? '' : part.slice(close + 1);
  const own = close < 0 ? part : part.slice(0, close + 1);
  const [, escaped, named, braced] = new RegExp(pattern.source).exec(own) ?? [];
  if (escaped !== undefined) return escaped;
  if (named === undefined && !braced) throw new TemplateProblem();
  if (named === undefined && braced) {
    const value = apply(operator, braced, substitution);
    if (value !== undefined) return value + substitute(rest, substitution);
  }
  const name = named ?? braced ?? '';
  const value = substitution.lookup(name);
  if (value === undefined) substitution.warn(`The "${name}" variable is not set. Defaulting to a blank string.`);
  return value ?? '';
}

const operators = [':?', '?', ':-', '-', ':+', '+'] as const;
type Operator = (typeof operators)[number];

/** The operator that stands first in the text. */
function firstOperator(text: string): Operator {
  let first: Operator = ':?';
  let place = Infinity;
  for (const operator of operators) {
    const index = text.indexOf(operator);
    if (index >= 0 && index < place) [first, place] = [operator, index];
  }
  return first;
}

/** Where the first brace is closed; -1: nowhere. */
function closingBrace(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '}') {
      open--;
      if (open === 0) return i;
    }
    if (text[i] === '{') {
      open++;
      i++;
    }
  }
  return -1;
}

/** What stands for `NAME` with an operator; undefined where it has none. */
function apply(operator: Operator, text: string, substitution: Substitution): string | undefined {
  const index = text.indexOf(operator);
  if (index < 0) return undefined;
  const name = text.slice(0, index);
  const words = substitute(text.slice(index + operator.length), substitution);
  const value = substitution.lookup(name);
  const given = value !== undefined && (!operator.startsWith(':') || value !== '');
  if (operator.endsWith('-')) return given ? value : words;
  if (operator.endsWith('+')) return given ? words : value ?? '';
  if (!given) throw new MissingVariable(name, words);
  return value;
}
