import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram, readInput, reason, RegexError, textOf, type Tool, usageText } from '../program/index.ts';
import { byteText, plainText } from './byte-text.ts';
import type { Interpreter } from './interpreter.ts';
import { AwkSyntaxError, unescapeString } from './lexer.ts';
import { parseAwk } from './parser.ts';
import { Runner } from './runner.ts';
import type { AwkProgram } from './syntax.ts';
import { AwkRuntimeError, fromInput, type Scalar } from './value.ts';

/** awk as mawk is. */
export const awk = rawProgram('awk', async (tool, words) => {
  const rest = [...words];
  const assignments: [string, string][] = [];
  const sources: string[] = [];
  let separator: string | undefined;
  while (rest[0]?.startsWith('-') && rest[0].length > 1) {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    const letter = word.charAt(1);
    if (!tool.busybox && (letter === 'W' || letter === '-')) {
      const how = letter === '-' ? word.slice(2) : word.slice(2) || (rest.shift() ?? '');
      const said = await implementationOption(how);
      if (said === undefined) {
        if (letter === '-') return await usage(tool, `not an option: ${word}`);
        await tool.error(`vacuous option: -W "${how}"`);
      } else if (said !== '') {
        tool.out.write(said);
        return 0;
      }
      continue;
    }
    if (/[Fvf]/.test(letter) && word.length === 2 && rest.length === 0) return await usage(tool, `option ${word} lacks argument`);
    const value = (): string => word.slice(2) || (rest.shift() ?? '');
    if (letter === 'F') separator = value();
    else if (letter === 'v') {
      const given = value();
      const [, name = '', text = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(given) ?? [];
      if (name === '') return await usage(tool, `improper assignment: -v ${given}`);
      assignments.push([name, text]);
    } else if (letter === 'f') {
      const path = value();
      try {
        sources.push(textOf(await readInput(tool.process, path)));
      } catch (error) {
        await tool.error(`cannot open "${path}" (${reason(error)})`);
        return 2;
      }
    } else return await usage(tool, `not an option: ${word}`);
  }
  if (sources.length === 0) {
    const source = rest.shift();
    if (source === undefined) {
      await tool.errorText(tool.busybox ? `Usage: ${tool.name} [Options] [Program] [file ...]\n` : await usageOfMawk());
      return tool.busybox ? 2 : 0;
    }
    sources.push(source);
  }
  let program: AwkProgram;
  try {
    program = parseAwk(byteText(sources.join('\n')));
  } catch (error) {
    if (!(error instanceof AwkSyntaxError)) throw error;
    for (const line of error.lines) await tool.error(plainText(line));
    return 2;
  }
  const runner = new Runner(tool, program);
  const { interpreter } = runner;
  const argv = interpreter.array('ARGV');
  argv.set('0', tool.name);
  rest.forEach((word, index) => argv.set(String(index + 1), fromInput(byteText(word))));
  interpreter.set('ARGC', rest.length + 1);
  const environ = interpreter.array('ENVIRON');
  for (const [name, value] of Object.entries(tool.process.env)) environ.set(name, fromInput(byteText(value)));
  if (separator !== undefined) interpreter.set('FS', unescapeString(byteText(separator)));
  for (const [name, text] of assignments) interpreter.set(name, fromInput(unescapeString(byteText(text))) as Scalar);
  try {
    return await runner.run();
  } catch (error) {
    const message = error instanceof AwkRuntimeError || error instanceof RegexError ? error.message : isSystemError(error) && error.code !== 'EPIPE' ? reason(error) : undefined;
    if (message === undefined) throw error;
    await tool.out.flush();
    await tool.error(plainText(error instanceof AwkRuntimeError && error.located ? `run time error: ${message}\n${place(interpreter)}` : message));
    return 2;
  }
}, 2);

/** Where in the input a program failed. */
function place(interpreter: Interpreter): string {
  return `\tFILENAME="${interpreter.text('FILENAME')}" FNR=${interpreter.text('FNR')} NR=${interpreter.text('NR')}`;
}

/** What an option of -W prints before awk ends; '' when it changes nothing here, undefined when there is none of the name. */
async function implementationOption(name: string): Promise<string | undefined> {
  const known = ['version', 'dump', 'help', 'usage', 'interactive', 'exec', 'posix_space', 'posix', 'random', 'repetitions', 'sprintf', 'traditional'].find((one) => name !== '' && one.startsWith(name.replace(/=.*$/s, '')));
  if (known === 'version') return versionText;
  if (known === 'help' || known === 'usage') return await usageOfMawk();
  return known === undefined ? undefined : '';
}

async function usageOfMawk(): Promise<string> {
  return (await usageText('mawk')) ?? '';
}

const versionText = 'mawk 1.3.4 20250131\n';

async function usage(tool: Tool, message: string): Promise<number> {
  await tool.error(message);
  return 2;
}
