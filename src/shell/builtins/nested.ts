import type { Shell } from '../state/shell.ts';
import type { Argument } from '../state/argument.ts';
import { textArguments } from './builtin.ts';

/** Runs the command that follows `command` or `builtin`; assignments among its arguments stay assignments. */
export async function runNested(shell: Shell, args: readonly Argument[], options: { only: 'command' | 'builtin'; standardPath?: boolean }): Promise<number> {
  return shell.runner.runWords(shell, textArguments(args), { ...options, args: args.slice(1) });
}
