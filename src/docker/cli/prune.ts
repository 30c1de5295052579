import { humanSize } from '../../base/go/index.ts';
import type { Filters } from '../api/index.ts';
import type { Cli } from './cli.ts';

/** What a prune did: the space that is free now, and the text that tells of it (empty for nothing). */
export interface Pruned {
  space: number;
  text: string;
}

function deleted(title: string, names: readonly string[], space: number): Pruned {
  return names.length === 0 ? { space: 0, text: '' } : { space, text: `${title}:\n${names.join('\n')}\n` };
}

export async function pruneContainers(cli: Cli, filters: Filters): Promise<Pruned> {
  const { ContainersDeleted, SpaceReclaimed } = await cli.client.containers.prune(filters);
  return deleted('Deleted Containers', ContainersDeleted ?? [], SpaceReclaimed);
}

export async function pruneImages(cli: Cli, filters: Filters, all: boolean): Promise<Pruned> {
  const { ImagesDeleted, SpaceReclaimed } = await cli.client.images.prune(new Map(filters).set('dangling', [all ? 'false' : 'true']));
  const lines = (ImagesDeleted ?? []).map((item) => ('Deleted' in item ? `deleted: ${item.Deleted}` : `untagged: ${item.Untagged}`));
  return deleted('Deleted Images', lines, SpaceReclaimed);
}

export async function pruneNetworks(cli: Cli, filters: Filters): Promise<Pruned> {
  const { NetworksDeleted } = await cli.client.networks.prune(filters);
  return deleted('Deleted Networks', NetworksDeleted ?? [], 0);
}

export async function pruneVolumes(cli: Cli, filters: Filters): Promise<Pruned> {
  const { VolumesDeleted, SpaceReclaimed } = await cli.client.volumes.prune(filters);
  return deleted('Deleted Volumes', VolumesDeleted ?? [], SpaceReclaimed);
}

export async function pruneBuildCache(cli: Cli, filters: Filters, all: boolean): Promise<Pruned> {
  const { CachesDeleted, SpaceReclaimed } = await cli.client.system.pruneBuildCache({ all, filters });
  return deleted('Deleted build cache objects', CachesDeleted ?? [], SpaceReclaimed);
}

/** Shows what was deleted and how much space that gave. */
export async function printPruned(cli: Cli, { space, text }: Pruned): Promise<void> {
  if (text !== '') await cli.out.print(`${text}\n`);
  await cli.out.print(`Total reclaimed space: ${humanSize(space)}\n`);
}
