import { isSystemError } from '../../kernel/index.ts';
import { execProgram, findCommand } from '../execute/external.ts';
import { ExitJump, ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';

export const exec: Builtin = {
  name: 'exec', special: true, usage: '[-cl] [-a name] [command [argument ...]] [redirection ...]', summary: 'Replace the shell with the given command.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'cla:');
    if (parsed.invalid) return invalidOption(shell, exec, parsed.invalid);
    const [name, ...rest] = parsed.rest;
    if (name === undefined) return 0;
    const path = findCommand(shell, name);
    if (path === undefined) return giveUp(shell, `exec: ${name}: not found`, 127);
    const argv0 = parsed.values.get('a') ?? name;
    const words = [parsed.letters.has('l') ? `-${argv0}` : argv0, ...rest];
    const environment = parsed.letters.has('c') ? {} : { ...shell.variables.environment() };
    if (environment.SHLVL !== undefined) environment.SHLVL = String(Math.max(0, Number(environment.SHLVL) - 1));
    try {
      await execProgram(shell, name, path, words, environment);
    } catch (error) {
      if (error instanceof ShellFailure) {
        const full = path.startsWith('/') ? path : `${shell.variables.text('PWD') ?? shell.process.cwd}/${path.replace(/^\.\//, '')}`;
        if (error.status === 127 && !shell.process.exists(path)) return giveUp(shell, error.message, 127, `exec: ${full}: cannot execute: No such file or directory`);
        const words126 = error.message.replace(`${name}: `, '');
        return giveUp(shell, `${full}: ${words126}`, error.status, `exec: ${full}: cannot execute: ${words126}`);
      }
      if (isSystemError(error)) return giveUp(shell, `exec: ${name}: ${error.message}`, 126);
      throw error;
    }
    throw new ExitJump(await shell.runner.runScriptFile(shell, path, words));
  },
};

/** A shell that is not interactive ends when `exec` fails. */
async function giveUp(shell: Shell, message: string, status: number, second?: string): Promise<number> {
  await shell.complain(message);
  if (second !== undefined) await shell.complain(second);
  if (!shell.interactive && !shell.options.shopt('execfail')) throw new ExitJump(status);
  return status;
}
