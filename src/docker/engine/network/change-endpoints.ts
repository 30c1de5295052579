import type { EndpointSettings } from '../../api/index.ts';
import type { Container } from '../container/container.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { allocateEndpoint, connectEndpoint } from './connect.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { emptyEndpoint } from './endpoint.ts';
import type { NetworkRecord } from './network-store.ts';

/** `POST /networks/{id}/connect`: at once when the container runs, else at its next start. */
export async function connectContainer(daemon: Daemon, network: NetworkRecord, container: Container, settings: Partial<EndpointSettings>): Promise<void> {
  if (network.driver === 'host') throw new EngineError('forbidden', 'container cannot be disconnected from host network or connected to host network');
  checkEndpoint(daemon, network.name, network, settings);
  if (container.networks[network.name]) throw new EngineError('forbidden', `endpoint with name ${container.name} already exists in network ${network.name}`);
  container.networks[network.name] = emptyEndpoint(settings);
  if (container.task) {
    const index = Object.values(container.networks).filter((endpoint) => endpoint.IPAddress !== '').length;
    try {
      allocateEndpoint(daemon, container, network.name, network);
    } catch (error) {
      delete container.networks[network.name];
      throw error;
    }
    container.liveEndpoints.set(network.id, await connectEndpoint(daemon, container, network.name, network, container.task.pid, index));
  }
  daemon.containers.save(container);
}

/** `POST /networks/{id}/disconnect` */
export function disconnectContainer(daemon: Daemon, network: NetworkRecord, container: Container): void {
  const endpoint = container.networks[network.name];
  if (!endpoint) throw new EngineError('forbidden', `container ${container.id} is not connected to network ${network.name}`);
  if (network.driver === 'host') throw new EngineError('forbidden', 'container cannot be disconnected from host network or connected to host network');
  container.liveEndpoints.get(network.id)?.dispose();
  container.liveEndpoints.delete(network.id);
  delete container.networks[network.name];
  daemon.containers.save(container);
}
