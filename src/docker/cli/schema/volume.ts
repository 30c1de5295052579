import type { StructType } from '../../../base/go/index.ts';

/** volume.Volume, as `docker volume inspect -f` sees a volume. */
export const volumeType: StructType = {
  struct: 'volume.Volume',
  fields: {
    ClusterVolume: 'any', CreatedAt: 'string', Driver: 'string', Labels: { map: 'string' }, Mountpoint: 'string', Name: 'string', Options: { map: 'string' }, Scope: 'string',
    Status: { map: 'any' }, UsageData: { pointer: { struct: 'volume.UsageData', fields: { RefCount: 'int', Size: 'int' } } },
  },
};
