import { type Arguments, defineProgram, quote, type Tool, UsageError } from '../program/index.ts';
import { parseDuration } from './duration.ts';

export const sleep = defineProgram({ name: 'sleep', usage: 'NUMBER[SUFFIX]...', summary: "Pause for NUMBER seconds. SUFFIX may be 's' (default), 'm', 'h' or 'd'.", options: {}, run });

async function run(tool: Tool, args: Arguments<never>): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('missing operand');
  let total = 0;
  for (const word of args.operands) {
    const ms = parseDuration(word);
    if (ms === undefined) throw new UsageError(tool.busybox ? `invalid number '${word}'` : `invalid time interval ${quote(word)}`, !tool.busybox);
    total += ms;
  }
  await tool.process.sleep(Math.min(total, 2 ** 31 * 1000));
  return 0;
}
