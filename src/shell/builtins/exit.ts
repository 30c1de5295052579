import { warnOfJobs } from '../jobs/update-jobs.ts';
import { ExitJump, ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';

async function leave(shell: Shell, name: string, args: readonly string[]): Promise<number> {
  const [code, extra] = args[0] === '--' ? args.slice(1) : args;
  if (shell.interactive && shell.subshellDepth === 0) await shell.writeError(shell.settings.dialect.farewell(shell.login, false));
  if (code !== undefined && !/^\s*[+-]?\d+\s*$/.test(code)) {
    await shell.complain(`${name}: ${code}: numeric argument required`);
    throw new ExitJump(2);
  }
  if (extra !== undefined) throw new ShellFailure(`${name}: too many arguments`, { unwinds: true });
  if (shell.interactive && shell.subshellDepth === 0 && !shell.exiting && (await warnOfJobs(shell))) return 1;
  throw new ExitJump(code === undefined ? shell.status : Number(BigInt.asUintN(8, BigInt(code.trim()))));
}

export const exit: Builtin = {
  name: 'exit', special: true, usage: '[n]', summary: 'Exit the shell.',
  run: (shell, args) => leave(shell, 'exit', textArguments(args)),
};

export const logout: Builtin = {
  name: 'logout', usage: '[n]', summary: 'Exit a login shell.',
  run: (shell, args) => (shell.login ? leave(shell, 'logout', textArguments(args)) : fail(shell, 'logout', "not login shell: use `exit'")),
};
