import { formatDuration } from '../../../base/go/index.ts';
import type { ContainerSummary } from '../../api/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { dependencyGraph, scaleOf, visitInOrder } from '../graph/index.ts';
import { labelFilter, labels, progressNameOf, serviceOf } from '../observe/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { done, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { waitForDependencies, type Awaited } from './wait-dependencies.ts';

/** What is needed to start a container. */
export type Startable = Pick<ContainerSummary, 'Id' | 'Names' | 'Labels' | 'State'>;

export interface StartOptions {
  /** Whether all services shall run or be healthy before it returns. */
  wait?: boolean;
  /** Seconds; 0: any time. */
  waitTimeout?: number;
}

/** Starts the containers of a project, each service after those it depends on. */
export async function startProject(compose: Compose, writer: ProgressWriter, project: Project, options: StartOptions = {}): Promise<void> {
  const containers = await containersToStart(compose, project);
  await visitInOrder(dependencyGraph(project), async (name) => {
    const service = project.services[name];
    if (service) await startService(compose, writer, project, service, containers, options.wait ?? false);
  });
  if (options.wait) await waitForAll(compose, writer, project, containers, options.waitTimeout ?? 0);
}

/** All containers of the project but one-off ones; in a dry run those that would have been made. */
async function containersToStart(compose: Compose, project: Project): Promise<Startable[]> {
  if (compose.options.dryRun) return compose.dryRunContainers.map((container): Startable => ({ ...container, State: 'created' }));
  return compose.client.containers.list({ all: true, filters: labelFilter([`${labels.project}=${project.name}`, `${labels.oneOff}=False`]) });
}

async function startService(compose: Compose, writer: ProgressWriter, project: Project, service: ServiceConfig, containers: readonly Startable[], wait: boolean): Promise<void> {
  if (service.deploy?.replicas === 0) return;
  await waitForDependencies(compose, writer, project, service.name, service.depends_on ?? {}, containers);
  if (containers.length === 0) {
    if (scaleOf(service) === 0) return;
    throw new ComposeError('other', `service ${JSON.stringify(service.name)} has no container to start`);
  }
  for (const container of containers.filter((one) => serviceOf(one) === service.name)) {
    if (container.State === 'running') continue;
    const name = progressNameOf(container);
    writer.event(working(name, 'Starting'));
    await compose.actions.startContainer(container.Id);
    const isWaitedFor = wait || Object.values(project.services).some(({ depends_on: after }) => after?.[service.name]?.condition === 'service_healthy');
    writer.event(isWaitedFor ? working(name, 'Started') : done(name, 'Started'));
  }
}

/** `--wait`: services that others wait for to complete must complete, the others run. */
async function waitForAll(compose: Compose, writer: ProgressWriter, project: Project, containers: readonly Startable[], seconds: number): Promise<void> {
  const awaited = Object.keys(project.services).sort().map((name): [string, Awaited] => {
    const completes = Object.values(project.services).some(({ depends_on: after }) => after?.[name]?.condition === 'service_completed_successfully');
    return [name, { condition: completes ? 'service_completed_successfully' : 'running_or_healthy', required: true }];
  });
  const timeout = new AbortController();
  const timer = seconds > 0 ? compose.clock.setTimeout(() => timeout.abort(), seconds * 1000) : undefined;
  try {
    await waitForDependencies(compose, writer, project, project.name, Object.fromEntries(awaited), containers, timeout.signal);
  } finally {
    timer?.dispose();
  }
  if (timeout.signal.aborted) throw new ComposeError('other', `application not healthy after ${formatDuration(seconds * 1e9)}`);
}
