import type { Job } from '../jobs/job.ts';
import type { Shell } from '../state/shell.ts';

/** The job that a specification means; otherwise says so (unless `quiet`) and gives undefined. */
export async function findJob(shell: Shell, builtin: string, spec: string, quiet = false): Promise<Job | undefined> {
  const job = shell.jobs.find(spec);
  if (job === 'ambiguous') {
    await shell.complain(`${builtin}: ${spec.replace(/^%\??/, '')}: ambiguous job spec`);
    return undefined;
  }
  if (!job && !quiet) await shell.complain(`${builtin}: ${spec === '' ? 'current' : spec}: no such job`);
  return job;
}
