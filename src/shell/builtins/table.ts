import type { Shell } from '../state/shell.ts';
import type { Builtin } from './builtin.ts';
import { alias, unalias } from './alias.ts';
import { bind } from './bind.ts';
import { breakBuiltin, continueBuiltin } from './break.ts';
import { builtinBuiltin } from './builtin-command.ts';
import { caller } from './caller.ts';
import { cd } from './cd.ts';
import { colon, falseBuiltin, trueBuiltin } from './colon.ts';
import { command } from './command.ts';
import { compgen, complete, compopt } from './complete.ts';
import { declare, local, readonly, typeset } from './declare.ts';
import { dirs, popd, pushd } from './dirs.ts';
import { disown } from './disown.ts';
import { echo } from './echo.ts';
import { enable } from './enable.ts';
import { evalBuiltin } from './eval.ts';
import { exec } from './exec.ts';
import { exit, logout } from './exit.ts';
import { exportBuiltin } from './export.ts';
import { bg, fg } from './fg.ts';
import { getopts } from './getopts.ts';
import { hash } from './hash.ts';
import { createHelp } from './help.ts';
import { fc, history } from './history.ts';
import { jobs } from './jobs.ts';
import { kill } from './kill.ts';
import { letBuiltin } from './let.ts';
import { mapfile, readarray } from './mapfile.ts';
import { printf } from './printf.ts';
import { pwd } from './pwd.ts';
import { read } from './read.ts';
import { returnBuiltin } from './return.ts';
import { set } from './set.ts';
import { shift } from './shift.ts';
import { shopt } from './shopt.ts';
import { dot, source } from './source.ts';
import { suspend } from './suspend.ts';
import { bracket, test } from './test.ts';
import { times } from './times.ts';
import { trap } from './trap.ts';
import { type } from './type.ts';
import { ulimit } from './ulimit.ts';
import { umask } from './umask.ts';
import { unset } from './unset.ts';
import { wait } from './wait.ts';

/** All builtins, in the order of `help`. */
export const builtins: readonly Builtin[] = [
  dot, colon, bracket, alias, bg, bind, breakBuiltin, builtinBuiltin, caller, cd, command, compgen, complete, compopt, continueBuiltin, declare, dirs, disown,
  echo, enable, evalBuiltin, exec, exit, exportBuiltin, falseBuiltin, fc, fg, getopts, hash, createHelp(() => builtins), history, jobs, kill, letBuiltin, local, logout, mapfile,
  popd, printf, pushd, pwd, read, readarray, readonly, returnBuiltin, set, shift, shopt, source, suspend, test, times, trap, trueBuiltin, type, typeset, ulimit,
  umask, unalias, unset, wait,
];

const byName = new Map(builtins.map((builtin) => [builtin.name, builtin]));

/** The builtin of that name, unless `enable -n` took it away. */
export function findBuiltin(shell: Shell, name: string): Builtin | undefined {
  const builtin = byName.get(name);
  return builtin && shell.disabledBuiltins.size > 0 && shell.disabledBuiltins.has(name) ? undefined : builtin;
}
