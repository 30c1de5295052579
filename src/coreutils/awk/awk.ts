import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram, readInput, reason, RegexError, textOf, type Tool } from '../program/index.ts';
import { AwkRuntimeError } from './interpreter.ts';
import { AwkSyntaxError, unescapeString } from './lexer.ts';
import { parseAwk } from './parser.ts';
import { Runner } from './runner.ts';
import type { AwkProgram } from './syntax.ts';
import { fromInput, type Scalar } from './value.ts';

/** awk as mawk is. */
export const awk = rawProgram('awk', async (tool, words) => {
  const rest = [...words];
  const assignments: [string, string][] = [];
  const sources: string[] = [];
  let separator: string | undefined;
  while (rest[0]?.startsWith('-') && rest[0].length > 1) {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    if (word === '--version' || word === '-W' || word === '-V') {
      tool.out.write('mawk 1.3.4 20250131\n');
      return 0;
    }
    const letter = word.charAt(1);
    const value = (): string => word.slice(2) || (rest.shift() ?? '');
    if (letter === 'F') separator = value();
    else if (letter === 'v') {
      const [, name = '', text = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(value()) ?? [];
      if (name === '') return await usage(tool, `improper assignment: -v`);
      assignments.push([name, text]);
    } else if (letter === 'f') {
      const path = value();
      try {
        sources.push(textOf(await readInput(tool.process, path)));
      } catch (error) {
        await tool.error(`cannot open ${path} (${reason(error)})`);
        return 2;
      }
    } else return await usage(tool, `not an option: ${word}`);
  }
  if (sources.length === 0) {
    const source = rest.shift();
    if (source === undefined) {
      await tool.errorText(`Usage: ${tool.name} [Options] [Program] [file ...]\n`);
      return 2;
    }
    sources.push(source);
  }
  let program: AwkProgram;
  try {
    program = parseAwk(sources.join('\n'));
  } catch (error) {
    if (!(error instanceof AwkSyntaxError)) throw error;
    await tool.error(`line ${error.line}: ${error.message}`);
    return 2;
  }
  const runner = new Runner(tool, program);
  const { interpreter } = runner;
  const argv = interpreter.array('ARGV');
  argv.set('0', tool.name);
  rest.forEach((word, index) => argv.set(String(index + 1), fromInput(word)));
  interpreter.set('ARGC', rest.length + 1);
  const environ = interpreter.array('ENVIRON');
  for (const [name, value] of Object.entries(tool.process.env)) environ.set(name, fromInput(value));
  if (separator !== undefined) interpreter.set('FS', unescapeString(separator === 't' ? '\t' : separator));
  for (const [name, text] of assignments) interpreter.set(name, fromInput(unescapeString(text)) as Scalar);
  try {
    return await runner.run();
  } catch (error) {
    const message = error instanceof AwkRuntimeError || error instanceof RegexError ? error.message : isSystemError(error) && error.code !== 'EPIPE' ? reason(error) : undefined;
    if (message === undefined) throw error;
    await tool.out.flush();
    await tool.error(message);
    return 2;
  }
}, 2);

async function usage(tool: Tool, message: string): Promise<number> {
  await tool.error(message);
  return 2;
}
