import { isSystemError } from '../../kernel/uapi/index.ts';
import { defineProgram } from '../program/index.ts';

export const tty = defineProgram({
  name: 'tty', usage: '[OPTION]...', summary: 'Print the file name of the terminal connected to standard input.', options: { silent: '-s --silent --quiet  print nothing, only return an exit status' }, usageStatus: 2, run: (tool, args) => {
    let name = 'not a tty';
    let status = 0;
    try {
      name = tool.process.ttyname(0);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      status = 1;
    }
    if (!args.has('silent')) tool.out.write(`${name}\n`);
    return status;
  },
});
