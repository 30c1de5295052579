import { type Argument, assignmentText } from '../state/argument.ts';
import type { Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';

/** A command that the shell itself carries out. */
export interface Builtin {
  name: string;
  /** Special in the sense of POSIX. */
  special?: boolean;
  /** Arguments may be assignments: `declare`, `export` … */
  declaration?: boolean;
  /** The usage line without the name. */
  usage: string;
  /** First line of `help`. */
  summary: string;
  run(shell: Shell, args: readonly Argument[]): Maybe<number>;
}

/** Arguments of a builtin that takes no assignments. */
export function textArguments(args: readonly Argument[]): string[] {
  return args.map((arg) => (typeof arg === 'string' ? arg : assignmentText(arg)));
}

/** Prints `name: message` as an error of the builtin; gives the status. */
export async function fail(shell: Shell, name: string, message: string, status = 1): Promise<number> {
  await shell.complain(message, name);
  return status;
}

/** Prints the usage line on standard error; the status is 2. */
export async function usage(shell: Shell, builtin: Builtin): Promise<number> {
  if (shell.settings.dialect.name !== 'bash') return 2;
  await shell.writeError(`${builtin.name}: usage: ${builtin.name}${builtin.usage === '' ? '' : ` ${builtin.usage}`}\n`);
  return 2;
}

/** The words of an option that does not exist, then the usage. */
export async function invalidOption(shell: Shell, builtin: Builtin, option: string): Promise<number> {
  await shell.complain(`${builtin.name}: ${option}: invalid option`);
  return usage(shell, builtin);
}

/** Parsed options: letters seen, values of those that take one, and what is left. */
export interface ParsedOptions {
  letters: Set<string>;
  values: Map<string, string>;
  rest: string[];
  /** The option that is not known, such as `-z`. */
  invalid: string | undefined;
  /** The option whose value is missing. */
  missing: string | undefined;
}

/** getopt(3) without reordering: `spec` lists letters, a colon after one that takes a value. */
export function parseOptions(args: readonly string[], spec: string): ParsedOptions {
  const result: ParsedOptions = { letters: new Set(), values: new Map(), rest: [], invalid: undefined, missing: undefined };
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      index++;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? '';
      const known = letter === ':' ? -1 : spec.indexOf(letter);
      if (known < 0) {
        result.invalid ??= `-${letter}`;
        return result;
      }
      result.letters.add(letter);
      if (spec[known + 1] !== ':') continue;
      const value = at + 1 < arg.length ? arg.slice(at + 1) : args[++index];
      if (value === undefined) result.missing ??= `-${letter}`;
      else result.values.set(letter, value);
      break;
    }
  }
  result.rest = args.slice(index);
  return result;
}
