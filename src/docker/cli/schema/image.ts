import type { StructType } from '../../../base/go/index.ts';
import { configType, graphDriverType } from './container.ts';

/** types.ImageInspect, as `docker image inspect -f` sees an image. */
export const imageType: StructType = {
  struct: 'types.ImageInspect',
  fields: {
    ID: ['Id', 'string'], RepoTags: { slice: 'string' }, RepoDigests: { slice: 'string' }, Parent: 'string', Comment: 'string', Created: 'string', Container: 'string',
    ContainerConfig: { pointer: configType }, DockerVersion: 'string', Author: 'string', Config: { pointer: configType }, Architecture: 'string', Variant: 'string',
    Os: 'string', OsVersion: 'string', Size: 'int', VirtualSize: 'int', GraphDriver: graphDriverType,
    RootFS: { struct: 'types.RootFS', fields: { Type: 'string', Layers: { slice: 'string' } } },
    Metadata: { struct: 'image.Metadata', fields: { LastTagTime: 'time.Time' } },
  },
};
