import { isSystemError, strerror } from '../../kernel/index.ts';
import { readLineBytes } from '../execute/line-input.ts';
import type { Shell } from '../state/shell.ts';
import { isIdentifier } from '../state/reference.ts';
import { decodeText } from '../text/byte-string.ts';
import { quoteSingle } from '../text/quote.ts';
import type { Argument } from '../state/argument.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';

async function run(shell: Shell, builtin: Builtin, args: readonly Argument[]): Promise<number> {
  const parsed = parseOptions(textArguments(args), 'd:n:O:s:tu:C:c:');
  if (parsed.invalid) return invalidOption(shell, builtin, parsed.invalid);
  const { letters, values } = parsed;
  const name = parsed.rest[0] ?? 'MAPFILE';
  if (!isIdentifier(name)) return fail(shell, builtin.name, `\`${name}': not a valid identifier`);
  const number = (letter: string, fallback: number): number => Number(values.get(letter) ?? fallback);
  for (const [letter, what] of [['n', 'line count'], ['O', 'array origin'], ['s', 'line count'], ['u', 'file descriptor specification'], ['c', 'callback quantum']] as const) {
    const given = values.get(letter);
    if (given !== undefined && !/^\d+$/.test(given)) return fail(shell, builtin.name, `${given}: invalid ${what}`);
  }
  const limit = number('n', 0);
  const fd = number('u', 0);
  const delimiter = values.has('d') ? (values.get('d')?.charCodeAt(0) ?? 0) || 0 : 10;
  const origin = number('O', 0);
  let skip = number('s', 0);
  const callback = values.get('C');
  const quantum = number('c', 5000);
  if (!values.has('O')) shell.variables.assignArray(name, []);
  let index = origin;
  let count = 0;
  try {
    while (limit === 0 || count < limit) {
      const bytes = await readLineBytes(shell, fd, delimiter);
      if (!bytes) break;
      if (skip > 0) {
        skip--;
        continue;
      }
      const end = letters.has('t') && bytes[bytes.length - 1] === delimiter ? bytes.length - 1 : bytes.length;
      const nul = bytes.indexOf(0);
      const text = decodeText(bytes.subarray(0, nul < 0 ? end : Math.min(nul, end)));
      count++;
      if (callback !== undefined && count % quantum === 0) await shell.runner.runText(shell, `${callback} ${index} ${quoteSingle(text)}`, { name: 'mapfile' });
      shell.variables.assignElement(name, String(index++), text);
    }
  } catch (error) {
    // What cannot be read, such as a directory, is as good as empty.
    if (isSystemError(error, 'EISDIR')) return 0;
    if (isSystemError(error)) return fail(shell, builtin.name, `${fd}: invalid file descriptor: ${strerror(error.code)}`);
    throw error;
  }
  return 0;
}

export const mapfile: Builtin = {
  name: 'mapfile', usage: '[-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]',
  summary: 'Read lines from the standard input into an indexed array variable.',
  run: (shell, args) => run(shell, mapfile, args),
};

export const readarray: Builtin = {
  name: 'readarray', usage: '[-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]', summary: 'Read lines from a file into an array variable.',
  run: (shell, args) => run(shell, readarray, args),
};
