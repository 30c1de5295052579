import { exhausted } from '../../base/index.ts';
import { isSystemError, type Process, signalNumbers, type Signal, type SpawnOptions, strerror, type WaitStatus } from '../../kernel/index.ts';
import { DiscardJump, ExitJump, LoopJump, ReturnJump, ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { resetTrapsForChild, runExitTrap } from './trap.ts';

/** Forks a subshell that runs `body` and exits with its status; returns its pid. */
export function forkShell(shell: Shell, body: (child: Shell) => Promise<number>, options: SpawnOptions & { background?: boolean } = {}): number {
  const child = shell.clone();
  const { background, ...spawn } = options;
  return shell.process.fork((process) => {
    child.process = process;
    resetTrapsForChild(child, background ?? false);
    return runToEnd(child, () => body(child));
  }, spawn);
}

/** Runs `body` as the whole life of a shell process: what it throws becomes the exit status, then the EXIT trap runs. */
export async function runToEnd(shell: Shell, body: () => Promise<number>): Promise<number> {
  const status = await endStatus(shell, body);
  return (await runExitTrap(shell, status)) & 255;
}

async function endStatus(shell: Shell, body: () => Promise<number>): Promise<number> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof ExitJump || error instanceof ReturnJump || error instanceof DiscardJump) return error.status;
    if (error instanceof LoopJump) return 0;
    if (error instanceof ShellFailure) {
      await shell.report(error);
      return 1;
    }
    if (exhausted(error) === 'stack') {
      await shell.complain('maximum function nesting level exceeded');
      return 1;
    }
    if (exhausted(error) === 'memory') {
      await complainOfMemory(shell);
      return 2;
    }
    if (isSystemError(error)) {
      await shell.complain(strerror(error.code));
      return 1;
    }
    throw error;
  }
}

/** The most bytes that a value may have: what a string holds in every engine. */
export const maxValue = 536870912;

/** Says that there is no memory for a value, as bash does before it ends. */
export function complainOfMemory(shell: Shell): Promise<void> {
  return shell.writeError(`${shell.name.replace(/^-/, '')}: xrealloc: cannot allocate ${maxValue} bytes\n`);
}

/** `$?` for how a process ended. */
export function exitStatus(status: WaitStatus): number {
  switch (status.kind) {
    case 'exited': return status.status;
    case 'continued': return 0;
    default: return 128 + signalNumbers[status.signal];
  }
}

/** Waits for one child, however often a handler interrupts. `untraced`: a stop counts too. */
export async function waitForChild(process: Process, pid: number, untraced = false): Promise<WaitStatus> {
  for (;;) {
    try {
      const status = await process.wait(pid, { untraced });
      if (status && status.kind !== 'continued') return status;
    } catch (error) {
      if (isSystemError(error, 'ECHILD')) return { pid, kind: 'exited', status: 127 };
      if (!isSystemError(error, 'EINTR')) throw error;
    }
  }
}

/** Words for a signal that ended or stopped a process, as bash and strsignal(3) say them. */
export const signalWords: Record<Signal, string> = {
  SIGHUP: 'Hangup', SIGINT: 'Interrupt', SIGQUIT: 'Quit', SIGILL: 'Illegal instruction', SIGTRAP: 'Trace/breakpoint trap', SIGABRT: 'Aborted', SIGBUS: 'Bus error',
  SIGFPE: 'Floating point exception', SIGKILL: 'Killed', SIGUSR1: 'User defined signal 1', SIGSEGV: 'Segmentation fault', SIGUSR2: 'User defined signal 2',
  SIGPIPE: 'Broken pipe', SIGALRM: 'Alarm clock', SIGTERM: 'Terminated', SIGSTKFLT: 'Stack fault', SIGCHLD: 'Child death', SIGCONT: 'Continue', SIGSTOP: 'Stopped (signal)',
  SIGTSTP: 'Stopped', SIGTTIN: 'Stopped (tty input)', SIGTTOU: 'Stopped (tty output)', SIGURG: 'Urgent IO condition', SIGXCPU: 'CPU limit', SIGXFSZ: 'File limit exceeded',
  SIGVTALRM: 'Alarm (virtual)', SIGPROF: 'Alarm (profile)', SIGWINCH: 'Window changed', SIGIO: 'I/O ready', SIGPWR: 'Power failure', SIGSYS: 'Bad system call',
};
