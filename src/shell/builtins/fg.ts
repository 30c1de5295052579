import { isSystemError } from '../../kernel/index.ts';
import { waitForeground } from '../execute/foreground.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';
import { findJob } from './job-spec.ts';
import { updateJobs } from '../jobs/update-jobs.ts';

function resume(shell: Shell, pgid: number): void {
  try {
    shell.process.kill(-pgid, 'SIGCONT');
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

export const fg: Builtin = {
  name: 'fg', usage: '[job_spec]', summary: 'Move job to the foreground.',
  async run(shell, args) {
    if (!shell.options.has('monitor')) return fail(shell, 'fg', 'no job control');
    await updateJobs(shell);
    const [spec = ''] = textArguments(args);
    const job = await findJob(shell, 'fg', spec);
    if (!job) return 1;
    if (job.state === 'done') {
      shell.jobs.remove(job);
      return fail(shell, 'fg', 'job has terminated');
    }
    await shell.write(1, `${job.command}\n`);
    const pids = job.processes.map((process) => process.pid);
    shell.jobs.remove(job);
    resume(shell, job.pgid);
    const statuses = await waitForeground(shell, pids, job.pgid, job.command);
    return statuses[statuses.length - 1] ?? 0;
  },
};

export const bg: Builtin = {
  name: 'bg', usage: '[job_spec ...]', summary: 'Move jobs to the background.',
  async run(shell, args) {
    if (!shell.options.has('monitor')) return fail(shell, 'bg', 'no job control');
    await updateJobs(shell);
    const specs = textArguments(args);
    let status = 0;
    for (const spec of specs.length > 0 ? specs : ['']) {
      const job = await findJob(shell, 'bg', spec);
      if (!job) {
        status = 1;
        continue;
      }
      if (job.state === 'running') {
        await shell.complain(`bg: job ${job.id} already in background`);
        continue;
      }
      job.state = 'running';
      job.foreground = false;
      for (const process of job.processes) if (process.status?.kind === 'stopped') process.status = undefined;
      await shell.write(1, `[${job.id}]${shell.jobs.mark(job)} ${job.command} &\n`);
      resume(shell, job.pgid);
      shell.lastBackground = job.processes[job.processes.length - 1]?.pid;
    }
    return status;
  },
};
