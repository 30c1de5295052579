import type { Filters, ImageDeleteItem, ImagesPruneResponse } from '../../api/index.ts';
import { familiarString } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { pruneUntil } from '../system/prune-filter.ts';
import { deleteImage } from './delete.ts';
import { booleanFilter, createdMs } from './list.ts';
import type { ImageRecord } from './image-store.ts';

/** `POST /images/prune`: unnamed images, or with `dangling=false` all that no container uses. */
export function pruneImages(daemon: Daemon, filters: Filters): ImagesPruneResponse {
  const danglingOnly = booleanFilter(filters, 'dangling') ?? true;
  const before = layerBytes(daemon);
  const deleted: ImageDeleteItem[] = [];
  for (const image of prunable(daemon, filters, danglingOnly)) {
    const names = daemon.references.of(image.id).map(familiarString);
    // Names go one by one; what a container uses keeps its last.
    for (const name of names.length === 0 ? [image.id] : names) if (daemon.images.get(image.id)) deleted.push(...deleteUnlessUsed(daemon, name));
  }
  const reclaimed = before - layerBytes(daemon);
  daemon.events.emit('image', 'prune', '', { reclaimed: String(reclaimed) });
  return { ImagesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: reclaimed };
}

function deleteUnlessUsed(daemon: Daemon, name: string): ImageDeleteItem[] {
  try {
    return deleteImage(daemon, name, { force: false, prune: true });
  } catch (error) {
    if (error instanceof EngineError && (error.kind === 'notFound' || error.kind === 'conflict')) return [];
    throw error;
  }
}

/** What would go: the plan. */
export function prunable(daemon: Daemon, filters: Filters, danglingOnly: boolean): ImageRecord[] {
  const until = pruneUntil(filters, daemon.clock.now());
  return daemon.images.all().filter((image) => {
    if (daemon.images.children(image.id).length > 0) return false;
    if (danglingOnly && daemon.references.of(image.id).length > 0) return false;
    if (until !== undefined && createdMs(image) > until) return false;
    const labels = image.config.config?.Labels;
    return (filters.get('label') ?? []).every((wanted) => labelMatches(labels, wanted)) && !(filters.get('label!') ?? []).some((wanted) => labelMatches(labels, wanted));
  });
}

function layerBytes(daemon: Daemon): number {
  return daemon.layers.all().reduce((sum, layer) => sum + layer.size, 0);
}
