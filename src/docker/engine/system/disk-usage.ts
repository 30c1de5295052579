import type { DiskUsageResponse } from '../../api/index.ts';
import { listContainers } from '../container/list.ts';
import { volumeUsers } from '../container/remove.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { treeSize } from '../store/tree-size.ts';
import { listImages } from '../image/list.ts';

/** `GET /system/df`; `types` empty: all. */
export function diskUsage(daemon: Daemon, types: readonly string[]): DiskUsageResponse {
  const odd = types.find((type) => !['container', 'image', 'volume', 'build-cache'].includes(type));
  if (odd !== undefined) throw new EngineError('invalidParameter', `unknown object type: ${odd}`);
  const wants = (type: string): boolean => types.length === 0 || types.includes(type);
  const imageLayers = new Set(daemon.images.all().map((image) => image.chainId).flatMap((chainId) => daemon.layers.stack(chainId)));
  return {
    ...(wants('image') && {
      LayersSize: [...imageLayers].reduce((sum, layer) => sum + layer.size, 0),
      Images: listImages(daemon, { all: false, filters: new Map(), sharedSize: true, containerCount: true }),
    }),
    ...(wants('container') && { Containers: listContainers(daemon, { all: true, limit: 0, size: true, filters: new Map() }) }),
    ...(wants('volume') && {
      Volumes: daemon.volumes.all().map((volume) => ({ ...daemon.volumes.toApi(volume), UsageData: { Size: treeSize(daemon.files, daemon.volumes.dataPath(volume.name)), RefCount: volumeUsers(daemon, volume.name).length } })),
    }),
    ...(wants('build-cache') && { BuildCache: daemon.buildCache.toApi((entry) => imageUses(daemon, entry.chainId)) }),
  };
}

function imageUses(daemon: Daemon, chainId: string | undefined): boolean {
  return chainId !== undefined && daemon.images.all().some((image) => daemon.layers.stack(image.chainId).some((layer) => layer.chainId === chainId));
}
