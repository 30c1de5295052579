import { type Arguments, defineProgram, readToEnd, textOf, type Tool } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  before: '-b --before  attach the separator before instead of after',
  separator: '-s --separator=  use STRING as the separator instead of newline',
};

export const tac = defineProgram({ name: 'tac', usage: '[OPTION]... [FILE]...', summary: 'Write each FILE to standard output, last line first.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const separator = args.value('separator') || '\n';
  return await eachInput(tool, args.operands, async (fd) => {
    const pieces = textOf(await readToEnd(tool.process, fd)).split(separator);
    const last = pieces.pop() ?? '';
    const records = args.has('before') ? [pieces.shift() ?? '', ...[...pieces, last].map((piece) => separator + piece)] : pieces.map((piece) => piece + separator);
    if (!args.has('before') && last !== '') records.push(last);
    for (const record of records.reverse()) if (tool.out.write(record)) await tool.out.flush();
  }, (name, why, opening) => (opening ? `failed to open '${name}' for reading: ${why}` : `${name}: read error: ${why}`));
}
