import { type Arguments, defineProgram, LineReader, readBlocks, type Tool } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  numberNonblank: '-b --number-nonblank  number nonempty output lines, overrides -n',
  number: '-n --number  number all output lines',
  squeeze: '-s --squeeze-blank  suppress repeated empty output lines',
  nonprinting: '-v --show-nonprinting  use ^ and M- notation, except for LFD and TAB',
  ends: '-E --show-ends  display $ at end of each line',
  tabs: '-T --show-tabs  display TAB characters as ^I',
  all: '-A --show-all  equivalent to -vET',
  endsVisible: '-e  equivalent to -vE',
  tabsVisible: '-t  equivalent to -vT',
  unbuffered: '-u  (ignored)',
};

export const cat = defineProgram({ name: 'cat', usage: '[OPTION]... [FILE]...', summary: 'Concatenate FILE(s) to standard output.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  if (args.ordered.every(({ key }) => key === 'unbuffered')) {
    return await eachInput(tool, args.operands, async (fd) => {
      for await (const block of readBlocks(process, fd)) await process.write(1, block);
    });
  }
  const show = {
    ends: args.has('all') || args.has('ends') || args.has('endsVisible'), tabs: args.has('all') || args.has('tabs') || args.has('tabsVisible'),
    nonprinting: args.has('all') || args.has('nonprinting') || args.has('endsVisible') || args.has('tabsVisible'),
  };
  let number = 0;
  let blank = false;
  let open = false;
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(process, fd);
    for (let batch = await reader.nextBatch(); batch; batch = await reader.nextBatch()) {
      for (const line of batch) {
        if (!open) {
          if (args.has('squeeze') && line === '' && blank) continue;
          blank = line === '';
          if (args.has('numberNonblank') ? line !== '' : args.has('number')) tool.out.write(`${String(++number).padStart(6)}\t`);
        }
        const last = reader.unterminated;
        open = last;
        tool.out.write(`${visible(line, show)}${last ? '' : show.ends ? '$\n' : '\n'}`);
      }
      await tool.out.flush();
    }
  });
}

function visible(line: string, show: { tabs: boolean; nonprinting: boolean }): string {
  if (show.nonprinting) {
    line = Array.from(new TextEncoder().encode(line.toWellFormed()), (byte) => {
      const prefix = byte >= 128 ? 'M-' : '';
      const low = byte & 127;
      if (byte === 9) return '\t';
      return prefix + (low < 32 ? `^${String.fromCharCode(low + 64)}` : low === 127 ? '^?' : String.fromCharCode(low));
    }).join('');
  }
  return show.tabs ? line.replaceAll('\t', '^I') : line;
}
