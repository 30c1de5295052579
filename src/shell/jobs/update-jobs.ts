import { isSystemError } from '../../kernel/index.ts';
import { exitStatus, signalWords } from '../execute/subshell.ts';
import type { Shell } from '../state/shell.ts';
import type { Job } from './job.ts';

/** Takes note of every child that changed, without waiting. */
export async function updateJobs(shell: Shell): Promise<void> {
  if (shell.jobs.foreign) return;
  for (const job of shell.jobs.all()) {
    for (const process of job.processes) {
      if (process.status && process.status.kind !== 'stopped') continue;
      try {
        const status = await shell.process.wait(process.pid, { nohang: true, untraced: true });
        if (!status) continue;
        shell.jobs.update(status);
        if (status.kind !== 'stopped' && status.kind !== 'continued') shell.jobs.ended.set(process.pid, exitStatus(status));
      } catch (error) {
        if (!isSystemError(error, 'ECHILD')) throw error;
        shell.jobs.update({ pid: process.pid, kind: 'exited', status: shell.jobs.ended.get(process.pid) ?? 127 });
      }
    }
  }
}

/** `[1]+  Running                 sleep 100 &` */
export function describeJob(shell: Shell, job: Job, withPids = false): string {
  const state = job.state === 'stopped' && !withPids && shell.settings.dialect.name === 'bash' ? 'Stopped' : stateWords(job);
  const pids = withPids ? `${String(job.processes[0]?.pid ?? job.pgid).padStart(shell.settings.dialect.name === 'bash' ? 5 : 0)} ` : ' ';
  return `[${job.id}]${shell.jobs.mark(job)} ${shell.settings.dialect.name === 'bash' || !withPids ? '' : ' '}${pids}${state.padEnd(shell.settings.dialect.jobStateWidth)}${job.command}${job.state === 'running' ? ' &' : ''}`;
}

function stateWords(job: Job): string {
  if (job.state === 'running') return 'Running';
  const last = job.processes[job.processes.length - 1]?.status;
  if (job.state === 'stopped') {
    const stopped = job.processes.find((process) => process.status?.kind === 'stopped')?.status;
    return stopped?.kind === 'stopped' ? signalWords[stopped.signal] : 'Stopped';
  }
  if (last?.kind === 'signaled') return signalWords[last.signal] + (last.coreDumped ? ' (core dumped)' : '');
  const status = last?.kind === 'exited' ? last.status : 0;
  return status === 0 ? 'Done' : `Exit ${status}`;
}

/** Tells of jobs that ended or stopped since the last prompt, and forgets those that ended. */
export async function notifyJobs(shell: Shell): Promise<void> {
  if (shell.jobs.count === 0) return;
  await updateJobs(shell);
  for (const job of shell.jobs.all()) {
    if (job.state === 'running' || job.notified) continue;
    job.notified = true;
    if (shell.interactive) await shell.writeError(`${describeJob(shell, job)}\n`);
    if (job.state === 'done') shell.jobs.remove(job);
  }
}

/** Tells an interactive user who leaves of stopped jobs, and of running ones where `checkjobs` asks for it; true when it did. */
export async function warnOfJobs(shell: Shell): Promise<boolean> {
  await updateJobs(shell);
  const jobs = shell.jobs.all();
  const check = shell.options.shopt('checkjobs');
  const stopped = jobs.some((job) => job.state === 'stopped');
  if (!stopped && !(check && jobs.some((job) => job.state === 'running'))) return false;
  await shell.writeError(`There are ${stopped ? 'stopped' : 'running'} jobs.\n`);
  if (check) for (const job of jobs) await shell.writeError(`${describeJob(shell, job)}\n`);
  shell.exiting = true;
  return true;
}

/** Passes SIGHUP on to all jobs but those that `disown -h` marked; stopped ones go on to get it. */
export function hangUpJobs(shell: Shell): void {
  for (const job of shell.jobs.all()) {
    if (job.keep || job.state === 'done') continue;
    try {
      shell.process.kill(-job.pgid, 'SIGHUP');
      if (job.state === 'stopped') shell.process.kill(-job.pgid, 'SIGCONT');
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}
