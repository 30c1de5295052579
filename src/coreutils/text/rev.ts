import { type Arguments, defineProgram, LineReader, type Tool } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = { zero: '-0 --zero  use the byte \'\\0\' as line separator' };

export const rev = defineProgram({ name: 'rev', usage: '[options] [<file> ...]', summary: 'Reverse lines characterwise.', version: 'from util-linux 2.41', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd, args.has('zero') ? 0 : 10);
    for (let batch = await reader.nextBatch(); batch; batch = await reader.nextBatch()) {
      for (const line of batch) tool.out.write([...line].reverse().join('') + (reader.unterminated ? '' : '\n'));
      await tool.out.flush();
    }
  }, (name, why) => `cannot open ${name}: ${why}`);
}
