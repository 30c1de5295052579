import type { Filters, NetworksPruneResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { labelMatches } from '../event/event-filter.ts';
import { pruneUntil } from '../system/prune-filter.ts';
import { parseRfc3339 } from '../timestamp.ts';
import { type NetworkRecord, predefinedNetworks } from './network-store.ts';

/** `POST /networks/prune`: removes the networks that no running container is on. */
export function pruneNetworks(daemon: Daemon, filters: Filters): NetworksPruneResponse {
  const networks = prunableNetworks(daemon, filters);
  for (const network of networks) daemon.networks.remove(network, []);
  daemon.events.emit('network', 'prune', '', { reclaimed: '0' });
  return { NetworksDeleted: networks.length > 0 ? networks.map((network) => network.name) : null };
}

/** What would go. */
export function prunableNetworks(daemon: Daemon, filters: Filters): NetworkRecord[] {
  const until = pruneUntil(filters, daemon.clock.now());
  return daemon.networks.all().filter((network) =>
    !predefinedNetworks.includes(network.name) && !daemon.containers.all().some((container) => network.name in container.networks && container.isRunning) &&
    (until === undefined || parseRfc3339(network.created) <= until) && (filters.get('label') ?? []).every((wanted) => labelMatches(network.labels, wanted)) &&
    !(filters.get('label!') ?? []).some((wanted) => labelMatches(network.labels, wanted)));
}
