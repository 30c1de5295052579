import { defineProgram } from '../program/index.ts';
import { procText } from './uname.ts';

const options = { all: '--all  print the number of installed processors', ignore: '--ignore=  if possible, exclude N processing units' };

export const nproc = defineProgram({
  name: 'nproc', usage: '[OPTION]...', summary: 'Print the number of processing units available to the current process.', options, run: (tool, args) => {
    const count = procText(tool.process, '/proc/cpuinfo', 'processor\t: 0\nprocessor\t: 1').match(/^processor\s*:/gm)?.length ?? 2;
    const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(procText(tool.process, '/proc/self/status', ''))?.[1];
    const usable = args.has('all') || allowed === undefined ? count : allowed.split(',').reduce((sum, part) => sum + Number(part.split('-')[1] ?? part) - Number(part.split('-')[0]) + 1, 0);
    tool.out.write(`${Math.max(1, usable - Number(args.value('ignore') ?? 0))}\n`);
    return 0;
  },
});
