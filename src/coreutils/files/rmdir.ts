import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  ignore: '--ignore-fail-on-non-empty  ignore each failure to remove a non-empty directory',
  parents: '-p --parents  remove DIRECTORY and its ancestors',
  verbose: '-v --verbose  output a diagnostic for every directory processed',
};

export const rmdir = defineProgram({ name: 'rmdir', usage: '[OPTION]... DIRECTORY...', summary: 'Remove the DIRECTORY(ies), if they are empty.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('missing operand');
  let status = 0;
  for (const operand of args.operands) {
    for (let path = operand; ;) {
      if (args.has('verbose')) tool.out.write(`${tool.name}: removing directory, ${quote(path)}\n`);
      try {
        tool.process.rmdir(path);
      } catch (error) {
        if (args.has('ignore') && isSystemError(error, 'ENOTEMPTY')) break;
        await tool.error(tool.busybox ? `'${path}': ${reason(error)}` : `failed to remove ${path === operand ? '' : 'directory '}${quote(path)}: ${reason(error)}`);
        status = 1;
        break;
      }
      const slash = path.replace(/\/+$/, '').lastIndexOf('/');
      if (!args.has('parents') || slash <= 0) break;
      path = path.slice(0, slash);
    }
  }
  return status;
}
