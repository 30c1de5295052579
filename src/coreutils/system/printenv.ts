import { type Arguments, defineProgram, type Tool } from '../program/index.ts';

const options = { null: '-0 --null  end each output line with NUL, not newline' };

export const printenv = defineProgram({ name: 'printenv', usage: '[OPTION]... [VARIABLE]...', summary: 'Print the values of the specified environment VARIABLE(s).', options, usageStatus: 2, run });

function run(tool: Tool, args: Arguments<keyof typeof options>): number {
  const { env } = tool.process;
  const end = args.has('null') ? '\0' : '\n';
  if (args.operands.length === 0) {
    for (const [name, value] of Object.entries(env)) tool.out.write(`${name}=${value}${end}`);
    return 0;
  }
  let status = 0;
  for (const name of args.operands) {
    const value = env[name];
    if (value === undefined) status = 1;
    else tool.out.write(value + end);
  }
  return status;
}
