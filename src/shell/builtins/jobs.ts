import { describeJob, updateJobs } from '../jobs/update-jobs.ts';
import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { findJob } from './job-spec.ts';

export const jobs: Builtin = {
  name: 'jobs', usage: '[-lnprs] [jobspec ...] or jobs -x command [args]', summary: 'Display status of jobs.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'lnprsx');
    if (parsed.invalid) return invalidOption(shell, jobs, parsed.invalid);
    await updateJobs(shell);
    const { letters, rest } = parsed;
    let shown = shell.jobs.all();
    let status = 0;
    if (rest.length > 0) {
      shown = [];
      for (const spec of rest) {
        const job = await findJob(shell, 'jobs', spec);
        if (job) shown.push(job);
        else status = 1;
      }
    }
    for (const job of shown) {
      if (letters.has('r') && job.state !== 'running') continue;
      if (letters.has('s') && job.state !== 'stopped') continue;
      if (letters.has('p')) await shell.write(1, `${job.processes[0]?.pid ?? job.pgid}\n`);
      else await shell.write(1, `${describeJob(shell, job, letters.has('l'))}\n`);
      job.notified = true;
      if (job.state === 'done') shell.jobs.remove(job);
    }
    return status;
  },
};
