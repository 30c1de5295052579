import type { ContainerSummary, Filters } from '../../api/index.ts';
import type { DockerClient } from '../../client/index.ts';
import { labels } from './labels.ts';

/** Which containers of a project are meant. */
export interface ContainerSelection {
  /** Those of `run`: together with the others (default), not, or alone. */
  oneOff?: 'include' | 'exclude' | 'only';
  /** Those too that do not run. */
  all?: boolean;
  /** Absent or empty: of all services. */
  services?: readonly string[];
  /** The container with this number. */
  index?: number;
}

/** A project's containers, the newest first. */
export async function projectContainers(client: DockerClient, project: string, selection: ContainerSelection = {}): Promise<ContainerSummary[]> {
  const { oneOff = 'include', all = false, services = [], index = 0 } = selection;
  const wanted = [`${labels.project}=${project}`];
  if (services.length === 1) wanted.push(`${labels.service}=${services[0]}`);
  wanted.push(labels.configHash);
  if (oneOff !== 'include') wanted.push(`${labels.oneOff}=${oneOff === 'only' ? 'True' : 'False'}`);
  if (index > 0) wanted.push(`${labels.number}=${index}`);
  const found = await client.containers.list({ all, filters: labelFilter(wanted) });
  return services.length > 1 ? found.filter((container) => services.includes(serviceOf(container))) : found;
}

/** The filter for things that have all these labels. */
export function labelFilter(wanted: readonly string[]): Filters {
  return new Map([['label', [...wanted]]]);
}

export function serviceOf(container: Pick<ContainerSummary, 'Labels'>): string {
  return container.Labels[labels.service] ?? '';
}

export function numberOf(container: Pick<ContainerSummary, 'Labels'>): number {
  return Number(container.Labels[labels.number] ?? 0);
}

export function isOneOff(container: Pick<ContainerSummary, 'Labels'>): boolean {
  return container.Labels[labels.oneOff] === 'True';
}

/** The container's own name, without those that links gave it. */
export function nameOf(container: Pick<ContainerSummary, 'Id' | 'Names'>): string {
  const own = container.Names.find((name) => name.lastIndexOf('/') === 0) ?? container.Names[0];
  return own?.replace(/^\//, '') ?? container.Id.slice(0, 12);
}

/** The name without the project, as logs show it: `web-1`. A name that is not made of project, service and number is shown whole. */
export function shortNameOf(container: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>, separator: string): string {
  const project = container.Labels[labels.project] ?? '';
  const name = nameOf(container);
  return name === [project, serviceOf(container), container.Labels[labels.number] ?? ''].join(separator) ? name.slice(project.length + 1) : name;
}

/** What progress calls a container. */
export function progressNameOf(container: Pick<ContainerSummary, 'Id' | 'Names'>): string {
  return `Container ${nameOf(container)}`;
}

/** By name, as Go sorts. */
export function byName<T extends Pick<ContainerSummary, 'Id' | 'Names'>>(containers: readonly T[]): T[] {
  return containers.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}
