import type { Clock, RandomBytes } from '../../base/index.ts';
import type { ContainerStore } from './container/container-store.ts';
import type { ExecStore } from './container/exec-store.ts';
import type { DaemonConfig } from './daemon-config.ts';
import type { EventLog } from './event/event-log.ts';
import type { ImageStore } from './image/image-store.ts';
import type { LayerStore } from './image/layer-store.ts';
import type { ReferenceStore } from './image/reference-store.ts';
import type { NetworkStore } from './network/network-store.ts';
import type { BuildCache } from './build/build-cache.ts';
import type { Dial } from '../distribution/index.ts';
import type { HostFiles } from './ports/host-files.ts';
import type { NetworkDriver } from './ports/network-driver.ts';
import type { Runtime } from './ports/runtime.ts';
import type { Snapshotter } from './ports/snapshotter.ts';
import type { SwarmStore } from './swarm/swarm-store.ts';
import type { VolumeStore } from './volume/volume-store.ts';

/** What the daemon tells of the machine it runs on. */
export interface HostFacts {
  kernelVersion: string;
  operatingSystem: string;
  osVersion: string;
  cpus: number;
  memory: number;
}

/** Everything that the verbs work on: the parts of one running daemon. */
export interface Daemon {
  readonly config: DaemonConfig;
  /** `/var/lib/docker` */
  readonly root: string;
  readonly id: string;
  readonly facts: HostFacts;
  readonly files: HostFiles;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly runtime: Runtime;
  readonly snapshotter: Snapshotter;
  readonly networkDriver: NetworkDriver;
  readonly dial: Dial;
  hostname(): string;
  readonly events: EventLog;
  readonly layers: LayerStore;
  readonly images: ImageStore;
  readonly references: ReferenceStore;
  readonly containers: ContainerStore;
  readonly execs: ExecStore;
  readonly volumes: VolumeStore;
  readonly networks: NetworkStore;
  readonly swarm: SwarmStore;
  readonly buildCache: BuildCache;
  /** Writes a line to the daemon's log. */
  log(level: 'debug' | 'info' | 'warning' | 'error', message: string, fields?: Record<string, string>): void;
  /** Whether the daemon is going down: containers that end now are not started again. */
  readonly stopping: boolean;
}
