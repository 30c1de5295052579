import type { ContainersPruneResponse, Filters } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { pruneUntil } from '../system/prune-filter.ts';
import { parseRfc3339 } from '../timestamp.ts';
import type { Container } from './container.ts';
import { removeContainer } from './remove.ts';

/** `POST /containers/prune`: removes what is not running. */
export async function pruneContainers(daemon: Daemon, filters: Filters): Promise<ContainersPruneResponse> {
  const deleted: string[] = [];
  let reclaimed = 0;
  for (const container of prunableContainers(daemon, filters)) {
    const size = daemon.snapshotter.size(container.mountId);
    await removeContainer(daemon, container, { force: false, volumes: false });
    deleted.push(container.id);
    reclaimed += size;
  }
  daemon.events.emit('container', 'prune', '', { reclaimed: String(reclaimed) });
  return { ContainersDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: reclaimed };
}

/** What would go. */
export function prunableContainers(daemon: Daemon, filters: Filters): Container[] {
  for (const key of filters.keys()) if (!['label', 'label!', 'until'].includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const until = pruneUntil(filters, daemon.clock.now());
  return daemon.containers.all().filter((container) =>
    !container.isRunning && !container.removing && (until === undefined || parseRfc3339(container.created) <= until) &&
    (filters.get('label') ?? []).every((wanted) => labelMatches(container.config.Labels, wanted)) && !(filters.get('label!') ?? []).some((wanted) => labelMatches(container.config.Labels, wanted)))
    .sort((a, b) => parseRfc3339(b.created) - parseRfc3339(a.created));
}
