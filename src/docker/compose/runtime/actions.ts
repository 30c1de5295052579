import type { ContainerCreateRequest, NetworkCreateRequest } from '../../api/index.ts';
import type { ByteSource } from '../../../base/index.ts';
import type { DockerClient } from '../../client/index.ts';

/** What changes something on the engine; --dry-run has others, which change nothing. */
export interface Actions {
  createContainer(request: ContainerCreateRequest, name: string): Promise<{ id: string; warnings: readonly string[] }>;
  startContainer(id: string): Promise<void>;
  /** `timeout` in seconds; absent: the container's own. */
  stopContainer(id: string, timeout: number | undefined): Promise<void>;
  restartContainer(id: string, timeout: number | undefined): Promise<void>;
  killContainer(id: string, signal: string): Promise<void>;
  pauseContainer(id: string): Promise<void>;
  unpauseContainer(id: string): Promise<void>;
  renameContainer(id: string, name: string): Promise<void>;
  removeContainer(id: string, options: { force?: boolean; volumes?: boolean }): Promise<void>;
  copyToContainer(id: string, path: string, archive: ByteSource | Uint8Array, options: { copyUidGid?: boolean }): Promise<void>;
  createNetwork(request: NetworkCreateRequest): Promise<void>;
  removeNetwork(id: string): Promise<void>;
  createVolume(request: { Name: string; Driver?: string; DriverOpts?: Record<string, string>; Labels: Record<string, string> }): Promise<void>;
  removeVolume(name: string): Promise<void>;
  removeImage(name: string): Promise<void>;
}

/** Does what it says. */
export function engineActions(client: DockerClient): Actions {
  const { containers, networks, volumes, images, archive } = client;
  const seconds = (timeout: number | undefined): { timeout?: number } => (timeout === undefined ? {} : { timeout });
  return {
    async createContainer(request, name) {
      const { Id, Warnings } = await containers.create(request, { name });
      return { id: Id, warnings: Warnings ?? [] };
    },
    startContainer: (id) => containers.start(id),
    stopContainer: (id, timeout) => containers.stop(id, seconds(timeout)),
    restartContainer: (id, timeout) => containers.restart(id, seconds(timeout)),
    killContainer: (id, signal) => containers.kill(id, signal),
    pauseContainer: (id) => containers.pause(id),
    unpauseContainer: (id) => containers.unpause(id),
    renameContainer: (id, name) => containers.rename(id, name),
    removeContainer: (id, options) => containers.remove(id, options),
    copyToContainer: (id, path, content, options) => archive.put(id, path, content, options),
    createNetwork: async (request) => void (await networks.create(request)),
    removeNetwork: (id) => networks.remove(id),
    createVolume: async (request) => void (await volumes.create(request)),
    removeVolume: (name) => volumes.remove(name, { force: true }),
    removeImage: async (name) => void (await images.remove(name)),
  };
}

/** Changes nothing. Containers that it says it made have ids of their own. */
export function dryRunActions(): Actions {
  let made = 0;
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    createContainer: () => Promise.resolve({ id: `dryRunId${made++}`.padEnd(64, '0'), warnings: [] }),
    startContainer: nothing, stopContainer: nothing, restartContainer: nothing, killContainer: nothing, pauseContainer: nothing, unpauseContainer: nothing, renameContainer: nothing, removeContainer: nothing,
    copyToContainer: nothing, createNetwork: nothing, removeNetwork: nothing, createVolume: nothing, removeVolume: nothing, removeImage: nothing,
  };
}
