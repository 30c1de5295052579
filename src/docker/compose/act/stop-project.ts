import { dependencyGraph, reversed, visitInOrder } from '../graph/index.ts';
import { isOneOff, observedProject, projectContainers, serviceOf } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import type { ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { stopContainers } from './containers.ts';

/** Stops services, each after those that depend on it. Without a project it is known by its containers. */
export async function stopProject(compose: Compose, writer: ProgressWriter, name: string, project: Project | undefined, services: readonly string[], timeout: number | undefined): Promise<void> {
  const containers = await projectContainers(compose.client, name, { oneOff: 'exclude', all: true });
  const known = project ?? (await observedProject(compose.client, name));
  const chosen = services.length > 0 ? services : Object.keys(known.services);
  await visitInOrder(reversed(dependencyGraph(known)), async (service) => {
    if (chosen.includes(service)) await stopContainers(compose, writer, containers.filter((container) => serviceOf(container) === service && !isOneOff(container)), timeout);
  });
}
