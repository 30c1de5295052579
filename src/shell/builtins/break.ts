import { DiscardJump, ExitJump, LoopJump, ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, textArguments } from './builtin.ts';

async function jump(shell: Shell, kind: 'break' | 'continue', args: readonly string[]): Promise<number> {
  const [first, second] = args[0] === '--' ? args.slice(1) : args;
  if (shell.loopDepth === 0) {
    if (shell.settings.dialect.name === 'bash') await shell.complain(`${kind}: only meaningful in a \`for', \`while', or \`until' loop`);
    return 0;
  }
  if (second !== undefined) {
    throw new ShellFailure(`${kind}: too many arguments`, { unwinds: true });
  }
  let levels = 1;
  if (first !== undefined) {
    if (!/^\s*[+-]?\d+\s*$/.test(first)) {
      await shell.complain(`${kind}: ${first}: numeric argument required`);
      throw shell.interactive ? new DiscardJump(128) : new ExitJump(128);
    }
    levels = Number(first);
    if (levels < 1) {
      await shell.complain(`${kind}: ${first}: loop count out of range`);
      throw new LoopJump('break', Infinity);
    }
  }
  throw new LoopJump(kind, Math.min(levels, shell.loopDepth));
}

export const breakBuiltin: Builtin = {
  name: 'break', special: true, usage: '[n]', summary: 'Exit for, while, or until loops.',
  run: (shell, args) => jump(shell, 'break', textArguments(args)),
};

export const continueBuiltin: Builtin = {
  name: 'continue', special: true, usage: '[n]', summary: 'Resume for, while, or until loops.',
  run: (shell, args) => jump(shell, 'continue', textArguments(args)),
};
