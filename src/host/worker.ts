import { systemClock } from '../base/index.ts';
import { type PortLike, portTransport } from '../protocol/index.ts';
import { createIndexedDbStore } from './persistence/indexed-db-store.ts';
import { HostService } from './service/host-service.ts';
import { warmUp } from './service/warm-up.ts';

// The sandbox in a page's worker. The page starts it by URL and speaks the protocol with it.
const service = new HostService(portTransport(globalThis as unknown as PortLike), createIndexedDbStore('drydock'), systemClock);
// Something broke: what can still be kept is kept before the page hears of it and ends the worker.
let broken = false;
addEventListener('error', (event) => {
  if (broken) return;
  broken = true;
  event.preventDefault();
  const tell = (): void => reportError(event.error);
  void service.save().then(tell, tell);
});
// The page's own script is still on its way. A warm-up that fails costs nothing.
warmUp().catch(() => undefined);
