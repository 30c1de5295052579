import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { findJob } from './job-spec.ts';

export const disown: Builtin = {
  name: 'disown', usage: '[-h] [-ar] [jobspec ... | pid ...]', summary: 'Remove jobs from current shell.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'har');
    if (parsed.invalid) return invalidOption(shell, disown, parsed.invalid);
    const { letters, rest } = parsed;
    if (rest.length === 0 && (letters.has('a') || letters.has('r'))) {
      for (const job of shell.jobs.all()) {
        if (letters.has('r') && job.state !== 'running') continue;
        if (letters.has('h')) job.keep = true;
        else shell.jobs.remove(job);
      }
      return 0;
    }
    let status = 0;
    for (const spec of rest.length > 0 ? rest : ['']) {
      const job = /^\d+$/.test(spec) ? shell.jobs.byPid(Number(spec)) : await findJob(shell, 'disown', spec, true);
      if (!job) {
        status = await fail(shell, 'disown', `${spec === '' ? 'current' : spec}: no such job`);
        continue;
      }
      if (letters.has('h')) job.keep = true;
      else {
        if (job.state === 'stopped' && shell.interactive) await shell.complain(`warning: deleting stopped job ${job.id} with process group ${job.pgid}`);
        shell.jobs.remove(job);
      }
    }
    return status;
  },
};
