import { systemClock } from '../base/index.ts';
import { type PortLike, portTransport } from '../protocol/index.ts';
import { createIndexedDbStore } from './persistence/indexed-db-store.ts';
import { HostService } from './service/host-service.ts';
import { warmUp } from './service/warm-up.ts';

// The sandbox in a page's worker. The page starts it by URL and speaks the protocol with it.
new HostService(portTransport(globalThis as unknown as PortLike), createIndexedDbStore('drydock'), systemClock);
// The page's own script is still on its way.
void warmUp();
