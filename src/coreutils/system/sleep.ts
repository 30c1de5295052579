import { type Arguments, defineProgram, quote, type Tool, UsageError } from '../program/index.ts';
import { parseDuration } from './duration.ts';

export const sleep = defineProgram({ name: 'sleep', usage: 'NUMBER[SUFFIX]...', summary: "Pause for NUMBER seconds. SUFFIX may be 's' (default), 'm', 'h' or 'd'.", options: {}, run });

async function run(tool: Tool, args: Arguments<never>): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('missing operand');
  let total = 0;
  const wrong = args.operands.filter((word) => parseDuration(word) === undefined);
  for (const [index, word] of wrong.entries()) {
    if (tool.busybox) throw new UsageError(`invalid number '${word}'`, false);
    const message = `invalid time interval ${quote(word)}`;
    if (index === wrong.length - 1) throw new UsageError(message);
    await tool.error(message);
  }
  for (const word of args.operands) total += parseDuration(word) ?? 0;
  await tool.process.sleep(Math.min(total, 2 ** 31 * 1000));
  return 0;
}
