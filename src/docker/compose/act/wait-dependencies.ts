import type { ContainerSummary } from '../../api/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { scaleOf, together } from '../graph/index.ts';
import { progressNameOf, serviceOf } from '../observe/index.ts';
import type { Project, ServiceDependency } from '../project/index.ts';
import { done, failed, warned, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { areHealthy, completedStatus } from './health.ts';

/** What is waited for: a dependency's condition, or for `--wait` that it runs or, with a health check, is healthy. */
export interface Awaited {
  condition: ServiceDependency['condition'] | 'running_or_healthy';
  required: boolean;
}

/** What is needed to wait for a container. */
type Waitable = Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>;

/** Time between two looks, in milliseconds. */
const lookEvery = 500;

/** Waits until every dependency of a service fulfils its condition. Throws ComposeError for one that can't any more, unless it is optional; returns early when `signal` aborts. */
export async function waitForDependencies(
  compose: Compose, writer: ProgressWriter, project: Project, dependant: string, dependencies: Readonly<Record<string, Awaited>>, containers: readonly Waitable[], signal?: AbortSignal,
): Promise<void> {
  const waits: (() => Promise<void>)[] = [];
  for (const [name, dependency] of Object.entries(dependencies)) {
    if (dependency.condition === 'service_started' || !isWaitedFor(project, name)) continue;
    const waitedFor = containers.filter((container) => serviceOf(container) === name);
    for (const container of waitedFor) writer.event(working(progressNameOf(container), 'Waiting'));
    if (waitedFor.length === 0) {
      if (dependency.required) throw new ComposeError('other', `${dependant} is missing dependency ${name}`);
      compose.warn(`${dependant} is missing dependency ${name}`);
      continue;
    }
    waits.push(() => waitFor(compose, writer, name, dependency, waitedFor, signal));
  }
  await together(waits, (wait) => wait());
}

/** Services that are switched off, or shall have no container, are not waited for. */
function isWaitedFor(project: Project, name: string): boolean {
  const service = project.services[name];
  if (service) return scaleOf(service) !== 0;
  if (project.disabledServices[name]) return false;
  throw new ComposeError('other', `no such service: ${name}: not found`);
}

async function waitFor(compose: Compose, writer: ProgressWriter, name: string, { condition, required }: Awaited, containers: readonly Waitable[], signal: AbortSignal | undefined): Promise<void> {
  const ids = containers.map(({ Id }) => Id);
  const tell = (event: (id: string) => Parameters<ProgressWriter['event']>[0]): void => {
    for (const container of containers) writer.event(event(progressNameOf(container)));
  };
  const skip = (reason: string, why = ''): void => {
    tell((id) => warned(id, `Skipped: ${reason}`));
    compose.warn(`${reason}${why}`);
  };
  // A dry run has nothing to wait for.
  if (compose.options.dryRun) return tell((id) => done(id, condition === 'service_completed_successfully' ? 'Exited' : 'Healthy'));
  while (!signal?.aborted) {
    await compose.process.sleep(lookEvery);
    if (condition === 'service_completed_successfully') {
      const status = await completedStatus(compose.client, ids);
      if (status === undefined) continue;
      if (status === 0) return tell((id) => done(id, 'Exited'));
      const words = `${JSON.stringify(name)} didn't complete successfully: exit ${status}`;
      if (!required) return skip(`optional dependency ${words}`);
      tell((id) => failed(id, `service ${words}`));
      throw new ComposeError('other', `service ${words}`);
    }
    const orRunning = condition === 'running_or_healthy';
    try {
      if (await areHealthy(compose.client, ids, orRunning)) return tell((id) => done(id, 'Healthy'));
    } catch (error) {
      if (!(error instanceof ComposeError)) throw error;
      if (!required) return skip(`optional dependency ${JSON.stringify(name)} ${orRunning ? 'is not running or is unhealthy' : 'failed to start'}`, `: ${error.message}`);
      if (orRunning) throw error;
      tell((id) => failed(id));
      throw new ComposeError('other', `dependency failed to start: ${error.message}`);
    }
  }
}
