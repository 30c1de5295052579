import { type Disposable, Emitter } from '../../../base/index.ts';
import type { Digest } from '../../../oci/index.ts';
import type { ContainerConfig, ContainerState, HostConfig, MountPoint, PortBinding } from '../../api/index.ts';
import type { Endpoint } from '../network/endpoint.ts';
import type { RuntimeContainer } from '../ports/runtime.ts';
import { zeroTime } from '../timestamp.ts';
import { ContainerStreams } from './container-streams.ts';
import type { Mount } from './mounts.ts';
import { Mutex } from './mutex.ts';

/** What a container was made of. */
export interface ContainerParts {
  id: string;
  /** Without the slash. */
  name: string;
  created: string;
  config: ContainerConfig;
  hostConfig: HostConfig;
  imageId: Digest | '';
  /** Uppermost layer of its image. */
  layerChainId: Digest | undefined;
  mounts: Mount[];
  networks: Record<string, Endpoint>;
}

/** A change that waiters look for. */
export type ContainerChange = 'started' | 'exited' | 'removed';

/** One container: what is kept of it, and what is live while it runs. */
export class Container {
  readonly id: string;
  name: string;
  readonly created: string;
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  readonly imageId: Digest | '';
  readonly layerChainId: Digest | undefined;
  mounts: Mount[];
  networks: Record<string, Endpoint>;
  ports: Record<string, PortBinding[] | null> = {};
  sandboxId = '';
  state: Omit<ContainerState, 'Status'> = {
    Running: false, Paused: false, Restarting: false, OOMKilled: false, Dead: false, Pid: 0, ExitCode: 0, Error: '', StartedAt: zeroTime, FinishedAt: zeroTime,
  };
  restartCount = 0;
  hasBeenManuallyStopped = false;
  hasBeenManuallyRestarted = false;
  hasBeenStartedBefore = false;
  removing = false;

  /** Kept while it runs in this daemon. */
  task: RuntimeContainer | undefined;
  readonly streams: ContainerStreams;
  readonly changes = new Emitter<ContainerChange>();
  readonly mutex = new Mutex();
  /** Undoes what start set up (network, mounts). */
  release: (() => void) | undefined;
  /** What puts it on each network while it runs, by the network's id. */
  readonly liveEndpoints = new Map<string, Disposable>();
  /** Gives the next automatic restart up. */
  cancelRestart: (() => void) | undefined;
  /** Tells that it was stopped, when it has ended. */
  announceStop: (() => void) | undefined;
  /** Ids of its exec instances. */
  readonly execIds = new Set<string>();

  constructor(parts: ContainerParts) {
    this.id = parts.id;
    this.name = parts.name;
    this.created = parts.created;
    this.config = parts.config;
    this.hostConfig = parts.hostConfig;
    this.imageId = parts.imageId;
    this.layerChainId = parts.layerChainId;
    this.mounts = parts.mounts;
    this.networks = parts.networks;
    this.streams = new ContainerStreams(parts.config.OpenStdin);
  }

  get isRunning(): boolean {
    return this.state.Running;
  }

  /** The program: the entrypoint's first word, or the command's. */
  get path(): string {
    return this.#argv[0] ?? '';
  }

  get args(): string[] {
    return this.#argv.slice(1);
  }

  get #argv(): string[] {
    return [...(this.config.Entrypoint ?? []), ...(this.config.Cmd ?? [])];
  }

  get status(): ContainerState['Status'] {
    const { state } = this;
    if (state.Running) return state.Paused ? 'paused' : state.Restarting ? 'restarting' : 'running';
    if (this.removing) return 'removing';
    if (state.Dead) return 'dead';
    return state.StartedAt === zeroTime ? 'created' : 'exited';
  }

  /** The storage driver's name of its writable layer. */
  get mountId(): string {
    return this.id;
  }

  mountPoints(): MountPoint[] {
    return this.mounts.map((mount) => mount.point);
  }
}
