import { type Arguments, compileRegex, defineProgram, readToEnd, textOf, type Tool } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  before: '-b --before  attach the separator before instead of after',
  regex: '-r --regex  interpret the separator as a regular expression',
  separator: '-s --separator=  use STRING as the separator instead of newline',
};

export const tac = defineProgram({ name: 'tac', usage: '[OPTION]... [FILE]...', summary: 'Write each FILE to standard output, last line first.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const separator = args.value('separator') || '\n';
  return await eachInput(tool, args.operands, async (fd) => {
    const text = textOf(await readToEnd(tool.process, fd));
    const records: string[] = [];
    let from = 0;
    for (const [start, end] of separators(text, separator, args.has('regex'))) {
      const cut = args.has('before') ? start : end;
      records.push(text.slice(from, cut));
      from = cut;
    }
    if (from < text.length) records.push(text.slice(from));
    for (const record of records.reverse()) if (tool.out.write(record)) await tool.out.flush();
  }, (name, why, opening) => (opening ? `failed to open '${name}' for reading: ${why}` : `${name}: read error: ${why === 'Is a directory' ? 'Invalid argument' : why}`));
}

function separators(text: string, separator: string, regex: boolean): [number, number][] {
  if (regex) return [...text.matchAll(compileRegex(separator, { extended: false, flags: 'g' }))].filter((match) => match[0] !== '').map((match) => [match.index, match.index + match[0].length]);
  const found: [number, number][] = [];
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length)) found.push([at, at + separator.length]);
  return found;
}
