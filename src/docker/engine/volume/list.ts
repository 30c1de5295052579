import type { Filters, VolumeListResponse, VolumesPruneResponse } from '../../api/index.ts';
import { volumeUsers } from '../container/remove.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { booleanFilter } from '../image/list.ts';
import { treeSize } from '../store/tree-size.ts';
import { filterMatches } from '../filter-match.ts';
import { anonymousLabel, type VolumeRecord } from './volume-store.ts';

/** `GET /volumes` */
export function listVolumes(daemon: Daemon, filters: Filters): VolumeListResponse {
  for (const key of filters.keys()) if (!['dangling', 'driver', 'label', 'name'].includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const dangling = booleanFilter(filters, 'dangling');
  const any = (key: string, test: (value: string) => boolean): boolean => (filters.get(key) ?? []).length === 0 || (filters.get(key) ?? []).some(test);
  const found = daemon.volumes.all().filter((volume) =>
    filterMatches(filters, 'name', volume.name) && any('driver', (value) => value === 'local') && (filters.get('label') ?? []).every((wanted) => labelMatches(volume.labels, wanted)) &&
    (dangling === undefined || (volumeUsers(daemon, volume.name).length === 0) === dangling));
  return { Volumes: found.map((volume) => daemon.volumes.toApi(volume)), Warnings: null };
}

/** `POST /volumes/prune` */
export function pruneVolumes(daemon: Daemon, filters: Filters): VolumesPruneResponse {
  const deleted: string[] = [];
  let reclaimed = 0;
  for (const { name } of prunableVolumes(daemon, filters)) {
    reclaimed += treeSize(daemon.files, daemon.volumes.dataPath(name));
    daemon.volumes.remove(name, [], false);
    deleted.push(name);
  }
  daemon.events.emit('volume', 'prune', '', { reclaimed: String(reclaimed) });
  return { VolumesDeleted: deleted, SpaceReclaimed: reclaimed };
}

/** What would go: what no container uses; only anonymous ones unless `all` says otherwise. */
export function prunableVolumes(daemon: Daemon, filters: Filters): VolumeRecord[] {
  for (const key of filters.keys()) if (!['all', 'label', 'label!'].includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const all = booleanFilter(filters, 'all') ?? false;
  return daemon.volumes.all().filter((volume) =>
    volumeUsers(daemon, volume.name).length === 0 && (all || volume.labels?.[anonymousLabel] !== undefined) &&
    (filters.get('label') ?? []).every((wanted) => labelMatches(volume.labels, wanted)) && !(filters.get('label!') ?? []).some((wanted) => labelMatches(volume.labels, wanted)));
}
