import type { Clock, RandomBytes } from '../../base/index.ts';
import type { HttpHandler } from '../../base/http/index.ts';
import { createCatalogue, isSchema1 } from '../../catalogue/index.ts';
import { programStub } from '../../kernel/index.ts';
import { createHub } from '../../registry/index.ts';

/** All hosts of one program share the catalogue: an image is built once. */
const catalogue = createCatalogue({ stub: programStub });

/** Docker Hub and its token service, told apart by path. */
export function createHubSite(clock: Clock, random: RandomBytes): HttpHandler {
  const hub = createHub({ catalogue, clock, random, isSchema1 });
  return (request) => hub.fetch(request);
}
