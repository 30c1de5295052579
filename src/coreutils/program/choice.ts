import { UsageError } from './getopt.ts';
import { quote } from './quote.ts';

/**
 * The word meant by an option's value, as gnulib's argmatch finds it: whole, or cut short where one meaning is left. `choices` are lines of
 * words that mean the same, `'always yes force'`; the first of the line is returned. Throws a UsageError that lists them with `status`, by default 1 whatever the program's own is.
 */
export function choose(value: string, option: string, choices: readonly string[], status = 1): string {
  const groups = choices.map((line) => line.split(' '));
  const exact = groups.find((group) => group.includes(value));
  const close = value === '' ? [] : groups.filter((group) => group.some((word) => word.startsWith(value)));
  const [found] = exact ? [exact] : close;
  if (found?.[0] !== undefined && (exact || close.length === 1)) return found[0];
  const list = groups.map((group) => `  - ${group.map(quote).join(', ')}`).join('\n');
  throw new UsageError(`${close.length > 1 ? 'ambiguous' : 'invalid'} argument ${quote(value)} for ${quote(option)}\nValid arguments are:\n${list}`, true, status);
}
