import { type Arguments, defineProgram, type Tool } from '../program/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';

const options = { logical: '-L --logical  use PWD from environment, even if it contains symlinks', physical: '-P --physical  resolve all symlinks' };

export const pwd = defineProgram({ name: 'pwd', usage: '[OPTION]...', summary: 'Print the full filename of the current working directory.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  if (args.operands.length) await tool.error('ignoring non-option arguments');
  const logical = process.env['PWD'];
  if (args.last('logical', 'physical') === 'logical' && logical?.startsWith('/')) {
    try {
      if (process.realpath(logical) === process.realpath('.')) {
        tool.out.write(`${logical}\n`);
        return 0;
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  tool.out.write(`${process.cwd}\n`);
  return 0;
}
