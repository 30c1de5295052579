import { isSystemError, type SpawnOptions, type WaitStatus } from '../../kernel/index.ts';
import { DiscardJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { attempt, forkRetrying } from './fork-retry.ts';
import { exitStatus, signalWords, waitForChild } from './subshell.ts';

/** Starts something with `start` and waits for it as the foreground job; the result is `$?`. */
export async function runForeground(shell: Shell, text: string, start: (spawn: SpawnOptions) => number): Promise<number> {
  const control = shell.options.has('monitor');
  const launch = (): number => start(control ? { processGroup: 'new' } : {});
  const pid = attempt(launch) ?? (await forkRetrying(shell, launch));
  const statuses = await waitForeground(shell, [pid], control ? pid : undefined, text);
  return statuses[0] ?? 0;
}

/** Makes a process group the terminal's foreground group. */
export function giveTerminal(shell: Shell, pgid: number): void {
  const { process } = shell;
  if (!shell.interactive || shell.terminal === undefined) return;
  try {
    process.tcsetpgrp(shell.terminal, pgid);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Takes the terminal back, with the settings it had. */
export function takeTerminal(shell: Shell): void {
  giveTerminal(shell, shell.process.getpgid());
}

/**
 * Waits for the processes of a pipeline, in order; gives their statuses. With job control (`pgid`) the group has the
 * terminal meanwhile, and a pipeline that is stopped becomes a job.
 */
export async function waitForeground(shell: Shell, pids: readonly number[], pgid: number | undefined, command: string | (() => string)): Promise<number[]> {
  const text = (): string => (typeof command === 'string' ? command : command());
  const control = pgid !== undefined;
  if (control) {
    giveTerminal(shell, pgid);
    // Ctrl-C came when the job existed already, but had not got the terminal.
    if (shell.interrupted) shell.process.kill(-pgid, 'SIGINT');
  }
  const results: WaitStatus[] = [];
  try {
    for (const pid of pids) {
      const status = await waitForChild(shell.process, pid, control);
      results.push(status);
      if (status.kind === 'stopped') {
        await recordStopped(shell, pids, pgid ?? pid, text(), results);
        return results.map(exitStatus);
      }
    }
  } finally {
    if (control) takeTerminal(shell);
  }
  const last = results[results.length - 1];
  if (last?.kind === 'signaled') await announceSignal(shell, last, text());
  return results.map(exitStatus);
}

async function recordStopped(shell: Shell, pids: readonly number[], pgid: number, text: string, results: readonly WaitStatus[]): Promise<void> {
  const job = shell.jobs.add(pgid, pids, text, shell.process.cwd, true);
  for (const status of results) shell.jobs.update(status);
  // The rest of the pipeline stopped too.
  for (const process of job.processes) process.status ??= { pid: process.pid, kind: 'stopped', signal: 'SIGTSTP' };
  job.state = 'stopped';
  shell.jobs.touch(job);
  job.notified = true;
  const { name, jobStateWidth } = shell.settings.dialect;
  if (shell.interactive) await shell.writeError(`${name === 'bash' ? '\n' : ''}[${job.id}]${shell.jobs.mark(job)}  ${'Stopped'.padEnd(jobStateWidth)}${job.command}\n`);
}

/** Tells that a foreground command died of a signal. */
async function announceSignal(shell: Shell, status: WaitStatus & { kind: 'signaled' }, text: string): Promise<void> {
  const { signal, pid } = status;
  if (signal === 'SIGINT') {
    if (shell.interactive) {
      await shell.writeError('\n');
      throw new DiscardJump(130, 'SIGINT');
    }
    if (!shell.traps.has('SIGINT')) {
      // As if the interrupt had been for the shell alone: it dies of it too.
      shell.process.onSignal('SIGINT', 'default');
      shell.process.kill(shell.process.pid, 'SIGINT');
      await shell.process.checkpoint();
    }
    return;
  }
  if (signal === 'SIGPIPE') return;
  const words = signalWords[signal] + (status.coreDumped ? ' (core dumped)' : '');
  const message = shell.interactive || shell.settings.dialect.name !== 'bash' || signal === 'SIGTERM' ? words : `${shell.prefix}${String(pid).padStart(5)} ${words.padEnd(23)} ${text}`;
  if (shell.heldMessages) shell.heldMessages.push(message);
  else await shell.writeError(`${message}\n`);
}
