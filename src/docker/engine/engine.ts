import type { Clock, RandomBytes } from '../../base/index.ts';
import type { HttpHandler } from '../../base/http/index.ts';
import { createApp } from './app.ts';
import { BuildCache } from './build/build-cache.ts';
import type { Container } from './container/container.ts';
import { ContainerStore } from './container/container-store.ts';
import { ExecStore } from './container/exec-store.ts';
import { shouldRestart } from './container/exit.ts';
import { removeContainer } from './container/remove.ts';
import { launch } from './container/start.ts';
import { stopRunning } from './container/stop.ts';
import type { Daemon, HostFacts } from './daemon.ts';
import { type DaemonConfig, defaultDaemonConfig } from './daemon-config.ts';
import { EventLog } from './event/event-log.ts';
import { messageOf } from './engine-error.ts';
import { randomId } from './identifier.ts';
import { ImageStore } from './image/image-store.ts';
import { LayerStore } from './image/layer-store.ts';
import { ReferenceStore } from './image/reference-store.ts';
import { clearEndpoint } from './network/endpoint.ts';
import { NetworkStore } from './network/network-store.ts';
import type { Dial } from '../distribution/index.ts';
import type { HostFiles } from './ports/host-files.ts';
import type { NetworkDriver } from './ports/network-driver.ts';
import type { Runtime } from './ports/runtime.ts';
import type { Snapshotter } from './ports/snapshotter.ts';
import { makeDirectories } from './store/json-file.ts';
import { SwarmStore } from './swarm/swarm-store.ts';
import { rfc3339Nano } from './timestamp.ts';
import { VolumeStore } from './volume/volume-store.ts';

/** What an engine is made of. */
export interface EngineOptions {
  files: HostFiles;
  runtime: Runtime;
  snapshotter: Snapshotter;
  networkDriver: NetworkDriver;
  dial: Dial;
  clock: Clock;
  random: RandomBytes;
  hostname(): string;
  facts: HostFacts;
  config?: DaemonConfig;
  /** Takes the daemon's log, a line at a time in logrus' format. */
  log?(line: string): void;
  /**
   * What becomes of containers that ran when the state was last written. `boot` (default): they have ended, as after a power cut, and restart policies apply. `frozen`: they keep showing as
   * running although their processes are not here, for a copy of a host that is only looked at; new containers run.
   */
  restore?: 'boot' | 'frozen';
}

/** A running engine. */
export interface Engine {
  /** Answers requests of the Engine API. */
  readonly handle: HttpHandler;
  /** Loads the state and starts what restart policies say. Call it once, before requests are answered. */
  start(): Promise<void>;
  /** Stops the containers (unless live-restore is on), as dockerd does when it is told to end. */
  shutdown(): Promise<void>;
}

/** Makes an engine over its ports. State lives in `config.dataRoot` of `files`. */
export function createEngine(options: EngineOptions): Engine {
  const config = options.config ?? defaultDaemonConfig;
  const { files, clock, random, snapshotter } = options;
  const root = config.dataRoot;
  const images = `${root}/image/${snapshotter.driver}`;
  makeDirectories(files, root, 0o711);
  const events = new EventLog(files, `${root}/events.log`, clock);
  const state = { stopping: false };
  const daemon: Daemon = {
    config, root, id: engineId(files, root, random), facts: options.facts, files, clock, random, runtime: options.runtime, snapshotter, networkDriver: options.networkDriver, dial: options.dial,
    hostname: () => options.hostname(), events,
    layers: new LayerStore(files, `${images}/layerdb`, snapshotter, random),
    images: new ImageStore(files, `${images}/imagedb`),
    references: new ReferenceStore(files, `${images}/repositories.json`),
    containers: new ContainerStore(files, `${root}/containers`, clock, snapshotter.driver),
    execs: new ExecStore(),
    volumes: new VolumeStore(files, `${root}/volumes`, clock, random, events),
    networks: new NetworkStore(files, `${root}/network/files/local-kv.db`, clock, random, options.networkDriver, events, config),
    swarm: new SwarmStore(files, `${root}/swarm`),
    buildCache: new BuildCache(files, `${root}/buildkit/cache.db`, clock),
    log: (level, message, fields = {}) => {
      if (level === 'debug' && !config.debug) return;
      const extra = Object.entries(fields).map(([key, value]) => ` ${key}=${/^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value)}`).join('');
      options.log?.(`time="${rfc3339Nano(clock.now())}" level=${level} msg=${JSON.stringify(message)}${extra}`);
    },
    get stopping() {
      return state.stopping;
    },
  };
  return {
    handle: createApp(daemon),
    start: () => startDaemon(daemon, options.restore ?? 'boot'),
    shutdown: async () => {
      state.stopping = true;
      await shutdownDaemon(daemon);
    },
  };
}

function engineId(files: HostFiles, root: string, random: RandomBytes): string {
  const path = `${root}/engine-id`;
  if (files.exists(path)) return files.readTextFile(path);
  const hex = randomId(random);
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  files.writeFile(path, id, { mode: 0o600 });
  return id;
}

async function startDaemon(daemon: Daemon, restore: 'boot' | 'frozen'): Promise<void> {
  daemon.events.load();
  daemon.layers.load();
  daemon.images.load();
  daemon.references.load();
  daemon.volumes.load();
  daemon.buildCache.load();
  daemon.containers.load();
  daemon.swarm.load();
  daemon.networks.load();
  if (restore === 'frozen') return;
  daemon.log('info', 'Loading containers: start.');
  const ran = daemon.containers.all().filter((container) => container.isRunning);
  const restarting: Container[] = [];
  for (const container of daemon.containers.all()) {
    const wasRunning = ran.includes(container);
    if (wasRunning) endedWithTheMachine(daemon, container);
    if (startsAtBoot(daemon, container, wasRunning)) restarting.push(container);
  }
  for (const container of ran) if (container.hostConfig.AutoRemove && !restarting.includes(container)) await removeContainer(daemon, container, { force: true, volumes: true });
  for (const container of restarting) {
    await container.mutex.run(() => launch(daemon, container)).catch((error: unknown) => daemon.log('error', `failed to start container: ${messageOf(error)}`, { container: container.id }));
  }
  daemon.log('info', 'Loading containers: done.');
}

/** A container whose processes went away with the machine or the daemon. */
function endedWithTheMachine(daemon: Daemon, container: Container): void {
  daemon.runtime.cleanUp(container.id);
  for (const endpoint of Object.values(container.networks)) clearEndpoint(endpoint);
  container.ports = {};
  container.sandboxId = '';
  Object.assign(container.state, { Running: false, Paused: false, Restarting: false, Pid: 0, ExitCode: 255, FinishedAt: rfc3339Nano(daemon.clock.now()) });
  daemon.containers.save(container);
}

function startsAtBoot(daemon: Daemon, container: Container, wasRunning: boolean): boolean {
  const { Name: name } = container.hostConfig.RestartPolicy;
  // `always` starts even what a person had stopped; the others ask what happened.
  if (name === 'always') return container.hasBeenStartedBefore;
  if (name === 'unless-stopped') return container.hasBeenStartedBefore && !container.hasBeenManuallyStopped;
  return wasRunning && shouldRestart(daemon, container, container.state.ExitCode);
}

async function shutdownDaemon(daemon: Daemon): Promise<void> {
  if (daemon.config.liveRestore) return;
  await Promise.all(daemon.containers.all().filter((container) => container.isRunning && container.task).map(async (container) => {
    const byHand = container.hasBeenManuallyStopped;
    await stopRunning(daemon, container, container.config.StopTimeout ?? Math.min(daemon.config.shutdownTimeout, 10));
    // It was the daemon that stopped it: unless-stopped starts it again.
    container.hasBeenManuallyStopped = byHand;
    daemon.containers.save(container);
  }));
}
