import { isSystemError, signalNumbers } from '../../kernel/index.ts';
import { exitStatus } from '../execute/subshell.ts';
import { interruptCalls } from '../execute/trap.ts';
import { DiscardJump } from '../state/control.ts';
import type { Job } from '../jobs/job.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { findJob } from './job-spec.ts';

/** Thrown inside when a trapped signal ends the waiting. */
class WaitInterrupted {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

export const wait: Builtin = {
  name: 'wait', usage: '[-fn] [-p var] [id ...]', summary: 'Wait for job completion and return exit status.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'fnp:');
    if (parsed.invalid) return invalidOption(shell, wait, parsed.invalid);
    const variable = parsed.values.get('p');
    interruptCalls(shell, true);
    try {
      if (variable !== undefined) shell.variables.unset(variable);
      if (parsed.letters.has('n')) return await waitAny(shell, parsed.rest, variable);
      if (parsed.rest.length === 0) {
        for (const job of shell.jobs.foreign ? [] : shell.jobs.all()) {
          if (job.state === 'stopped') continue;
          for (const process of job.processes) await waitPid(shell, process.pid);
          forget(shell, job);
        }
        if (shell.lastBackground !== undefined) await waitPid(shell, shell.lastBackground);
        return 0;
      }
      let status = 0;
      for (const spec of parsed.rest) status = await waitOne(shell, spec, variable);
      return status;
    } catch (error) {
      if (error instanceof WaitInterrupted) return error.status;
      throw error;
    } finally {
      interruptCalls(shell, false);
    }
  },
};

async function waitOne(shell: Shell, spec: string, variable: string | undefined): Promise<number> {
  if (spec.startsWith('%')) {
    const job = await findJob(shell, 'wait', spec);
    if (!job) return 127;
    let status = 0;
    for (const process of job.processes) status = await waitPid(shell, process.pid);
    forget(shell, job);
    return status;
  }
  if (!/^\d+$/.test(spec)) return fail(shell, 'wait', `\`${spec}': not a pid or valid job spec`);
  const pid = Number(spec);
  const known = shell.jobs.ended.get(pid);
  const job = shell.jobs.byPid(pid);
  if (!job && known === undefined && !(await isChild(shell, pid))) {
    return fail(shell, 'wait', `pid ${pid} is not a child of this shell`, 127);
  }
  const status = await waitPid(shell, pid);
  if (variable !== undefined) shell.variables.assign(variable, spec);
  const after = shell.jobs.byPid(pid);
  if (after?.state === 'done') forget(shell, after);
  return status;
}

/** Takes a job off the list; an interactive shell tells of its end before the next prompt, and does it then. */
function forget(shell: Shell, job: Job): void {
  if (!shell.interactive || job.state !== 'done') shell.jobs.remove(job);
}

async function isChild(shell: Shell, pid: number): Promise<boolean> {
  return shell.process.processes().some((entry) => entry.pid === pid && entry.ppid === shell.process.pid);
}

async function waitPid(shell: Shell, pid: number): Promise<number> {
  const known = shell.jobs.ended.get(pid);
  if (known !== undefined) return known;
  for (;;) {
    try {
      const status = await shell.process.wait(pid);
      if (!status) continue;
      shell.jobs.update(status);
      const code = exitStatus(status);
      shell.jobs.ended.set(pid, code);
      return code;
    } catch (error) {
      if (isSystemError(error, 'ECHILD')) return shell.jobs.ended.get(pid) ?? 127;
      if (!isSystemError(error, 'EINTR')) throw error;
      if (shell.interrupted) throw new DiscardJump(130, 'SIGINT');
      const [signal] = shell.pendingSignals;
      if (signal) throw new WaitInterrupted(128 + signalNumbers[signal]);
    }
  }
}

async function waitAny(shell: Shell, specs: readonly string[], variable: string | undefined): Promise<number> {
  const wanted = specs.length === 0 ? undefined : new Set(specs.flatMap((spec) => {
    if (!spec.startsWith('%')) return [Number(spec)];
    const job = shell.jobs.find(spec);
    return job && job !== 'ambiguous' ? job.processes.map((process) => process.pid) : [];
  }));
  for (;;) {
    for (const job of shell.jobs.all()) {
      const last = job.processes[job.processes.length - 1];
      if (job.state !== 'done' || !last || (wanted && !wanted.has(last.pid))) continue;
      shell.jobs.remove(job);
      if (variable !== undefined) shell.variables.assign(variable, String(last.pid));
      return last.status ? exitStatus(last.status) : 0;
    }
    if (shell.jobs.count === 0) return 127;
    try {
      const status = await shell.process.wait(-1);
      if (!status) continue;
      shell.jobs.update(status);
      shell.jobs.ended.set(status.pid, exitStatus(status));
    } catch (error) {
      if (isSystemError(error, 'ECHILD')) return 127;
      if (!isSystemError(error, 'EINTR')) throw error;
      const [signal] = shell.pendingSignals;
      if (signal) throw new WaitInterrupted(128 + signalNumbers[signal]);
    }
  }
}
