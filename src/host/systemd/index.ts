import type { Disposable } from '../../base/index.ts';
import type { Process } from '../../kernel/index.ts';
import { serveControl } from './control-socket.ts';
import { DockerUnits } from './docker-units.ts';

/** Starts what pid 1 looks after: docker.socket (dockerd with the first client, or at boot where there are containers) and the socket that systemctl asks. */
export function startUnits(init: Process, options: { frozen: boolean }): Disposable {
  const units = new DockerUnits(init, options);
  serveControl(init, units);
  return units;
}
