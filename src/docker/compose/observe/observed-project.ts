import type { ContainerSummary } from '../../api/index.ts';
import type { DockerClient } from '../../client/index.ts';
import type { Project, ServiceConfig, ServiceDependency } from '../project/index.ts';
import { isOneOff, labelFilter, projectContainers, serviceOf } from './containers.ts';
import { labels } from './labels.ts';

/** A project of which nothing is known but its name. */
export function emptyProject(name: string): Project {
  return { name, services: {}, networks: {}, volumes: {}, secrets: {}, configs: {}, workingDir: '', composeFiles: [], environment: {}, disabledServices: {}, profiles: [] };
}

/** A project as its containers' labels tell of it: for commands that are called with a project's name and no file. */
export function projectOfContainers(name: string, containers: readonly ContainerSummary[]): Project {
  const services: Record<string, ServiceConfig> = {};
  for (const container of containers) {
    const service = serviceOf(container);
    const known = services[service] ?? { name: service, image: container.Image, labels: container.Labels, scale: 0, depends_on: dependenciesOf(container) };
    services[service] = { ...known, scale: (known.scale ?? 0) + 1 };
  }
  return { ...emptyProject(name), services };
}

/** The same, with the networks and volumes that bear the project's label. */
export async function observedProject(client: DockerClient, name: string): Promise<Project> {
  const containers = await projectContainers(client, name, { all: true });
  const filters = labelFilter([`${labels.project}=${name}`]);
  const [volumes, networks] = await Promise.all([client.volumes.list(filters), client.networks.list(filters)]);
  return {
    ...projectOfContainers(name, containers.filter((container) => !isOneOff(container))),
    volumes: Object.fromEntries((volumes.Volumes ?? []).map((volume) => [volume.Labels?.[labels.volume] ?? '', { name: volume.Name }])),
    networks: Object.fromEntries(networks.map((network) => [network.Labels[labels.network] ?? '', { name: network.Name }])),
  };
}

/** `db:service_healthy:false,cache`. */
function dependenciesOf(container: ContainerSummary): Record<string, ServiceDependency> {
  const text = container.Labels[labels.dependsOn] ?? '';
  return Object.fromEntries(
    text.split(',').filter((part) => part !== '').map((part): [string, ServiceDependency] => {
      const [service = '', condition, restart] = part.split(':');
      return [service, { condition: (condition ?? 'service_started') as ServiceDependency['condition'], restart: restart === undefined || restart === 'true', required: true }];
    }),
  );
}
