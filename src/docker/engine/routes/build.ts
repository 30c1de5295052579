import type { BuildPruneResponse } from '../../api/index.ts';
import { collectLayers } from '../image/delete.ts';
import type { Route } from './route.ts';
import { json } from './route.ts';

/** `/build` */
export const buildRoutes: readonly Route[] = [
  {
    method: 'POST', path: '/build/prune', handle: ({ daemon }) => {
      const entries = daemon.buildCache.all();
      daemon.buildCache.delete(entries.map((entry) => entry.key));
      collectLayers(daemon);
      const response: BuildPruneResponse = { CachesDeleted: entries.map((entry) => entry.id), SpaceReclaimed: entries.reduce((sum, entry) => sum + entry.size, 0) };
      return json(response);
    },
  },
];
