import { isDockerError } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { dependencyGraph, reversed, together, visitInOrder, withDependents } from '../graph/index.ts';
import { labelFilter, labels, observedProject, projectContainers, serviceOf } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import { done, failed, warned, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { removeContainers } from './containers.ts';
import { imagesToPrune } from './prune-images.ts';

export interface DownOptions {
  /** Absent: known by its containers. */
  project: Project | undefined;
  services: readonly string[];
  removeOrphans: boolean;
  timeout: number | undefined;
  volumes: boolean;
  images: '' | 'local' | 'all';
}

/** Removes containers, networks and, if asked, images and volumes of a project. */
export async function downProject(compose: Compose, writer: ProgressWriter, name: string, options: DownOptions): Promise<void> {
  const containers = await projectContainers(compose.client, name, { oneOff: options.removeOrphans ? 'include' : 'exclude', all: true });
  const project = options.project ?? (await observedProject(compose.client, name));
  const services = options.services.filter((service) => {
    if (project.services[service]) return true;
    if (options.project) throw new ComposeError('other', `no such service: ${service}: not found`);
    return false;
  });
  const graph = dependencyGraph(project);
  const chosen = services.length > 0 ? withDependents(graph, services) : undefined;
  await visitInOrder(reversed(graph), async (service) => {
    if (chosen && !chosen.has(service)) return;
    await removeContainers(compose, writer, containers.filter((container) => serviceOf(container) === service), options.timeout, options.volumes);
  });
  const known = new Set([...Object.keys(project.services), ...Object.keys(project.disabledServices)]);
  const orphans = containers.filter((container) => !known.has(serviceOf(container)));
  if (options.removeOrphans) await removeContainers(compose, writer, orphans, options.timeout, false);
  const work = [
    ...Object.entries(project.networks).toSorted(([a], [b]) => (a < b ? -1 : 1)).filter(([, { external }]) => !external).map(([key, network]) => () => removeNetwork(compose, writer, project.name, key, network.name ?? key)),
    ...(options.images === '' ? [] : (await imagesToPrune(compose, project, options.images, options.removeOrphans)).map((image) => () => removeImage(compose, writer, image))),
    ...(options.volumes ? Object.entries(project.volumes).toSorted(([a], [b]) => (a < b ? -1 : 1)).filter(([, { external }]) => !external).map(([key, volume]) => () => removeVolume(compose, writer, volume.name ?? key)) : []),
  ];
  if (containers.length === 0 && work.length === 0) await compose.say(`Warning: No resource found to remove for project ${JSON.stringify(name)}.\n`);
  await together(work, (remove) => remove());
}

async function removeNetwork(compose: Compose, writer: ProgressWriter, project: string, key: string, name: string): Promise<void> {
  const found = await compose.client.networks.list(labelFilter([`${labels.project}=${project}`, `${labels.network}=${key}`]));
  if (found.length === 0) return;
  const id = `Network ${name}`;
  writer.event(working(id, 'Removing'));
  let handled = 0;
  for (const { Id } of found.filter((network) => network.Name === name)) {
    const network = await compose.client.networks.inspect(Id);
    handled++;
    if (Object.keys(network.Containers ?? {}).length > 0) {
      writer.event(warned(id, 'Resource is still in use'));
      continue;
    }
    try {
      await compose.actions.removeNetwork(Id);
    } catch (error) {
      if (isDockerError(error, 'NotFound')) continue;
      writer.event(failed(id));
      if (isDockerError(error)) throw new ComposeError('other', `failed to remove network ${name}: ${error.message}`);
      throw error;
    }
    writer.event(done(id, 'Removed'));
  }
  if (handled === 0) writer.event(warned(id, 'No resource found to remove'));
}

async function removeImage(compose: Compose, writer: ProgressWriter, image: string): Promise<void> {
  await removeOrExplain(writer, `Image ${image}`, () => compose.actions.removeImage(image));
}

async function removeVolume(compose: Compose, writer: ProgressWriter, volume: string): Promise<void> {
  await removeOrExplain(writer, `Volume ${volume}`, () => compose.actions.removeVolume(volume));
}

async function removeOrExplain(writer: ProgressWriter, id: string, remove: () => Promise<void>): Promise<void> {
  writer.event(working(id, 'Removing'));
  try {
    await remove();
  } catch (error) {
    if (isDockerError(error, 'Conflict')) return writer.event(warned(id, 'Resource is still in use'));
    if (isDockerError(error, 'NotFound')) return writer.event(done(id, 'Warning: No resource found to remove'));
    throw error;
  }
  writer.event(done(id, 'Removed'));
}
