import { DisposableStore, toDisposable } from '../../../base/index.ts';
import type { DeviceRequest } from '../../api/index.ts';
import { inBackground } from '../background.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError, messageOf } from '../engine-error.ts';
import { randomId } from '../identifier.ts';
import { allocateEndpoint, connectEndpoint, publishPorts } from '../network/connect.ts';
import { clearEndpoint } from '../network/endpoint.ts';
import { type RuntimeContainer, RuntimeError } from '../ports/runtime.ts';
import { rfc3339Nano } from '../timestamp.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { onExit } from './exit.ts';
import { startHealthMonitor } from './health.ts';
import { parseLink } from './links.ts';
import { checkLogDriver } from './log-config.ts';
import { outerNameServers } from './network-files.ts';
import { removeContainer } from './remove.ts';
import { runtimeSpec } from './runtime-spec.ts';

/** `POST /containers/{id}/start` */
export async function startContainer(daemon: Daemon, container: Container): Promise<void> {
  if (container.state.Paused) throw new EngineError('conflict', 'cannot start a paused container, try unpause instead');
  if (container.isRunning && !container.state.Restarting) throw new EngineError('notModified', '');
  await container.mutex.run(async () => {
    if (container.removing || container.state.Dead) throw new EngineError('conflict', 'container is marked for removal and cannot be started');
    if (container.isRunning && !container.state.Restarting) return;
    container.cancelRestart?.();
    container.hasBeenManuallyStopped = false;
    container.restartCount = container.state.Restarting ? container.restartCount : 0;
    await launch(daemon, container);
  });
}

/** Starts a container whose state allows it; the caller holds its mutex. */
export async function launch(daemon: Daemon, container: Container): Promise<void> {
  const release = new DisposableStore();
  container.release = () => release.dispose();
  let task: RuntimeContainer | undefined;
  try {
    task = await prepare(daemon, container, release);
    const created = task;
    const outputs = container.streams.connect(created, (stream, bytes) => daemon.containers.log(container).write(stream, bytes));
    await created.start();
    const startedAt = daemon.clock.now();
    created.onOutOfMemory(() => {
      container.state.OOMKilled = true;
      emitContainer(daemon, container, 'oom');
    });
    container.task = created;
    Object.assign(container.state, { Running: true, Paused: false, Restarting: false, OOMKilled: false, Pid: created.pid, ExitCode: 0, Error: '', StartedAt: rfc3339Nano(startedAt) });
    container.hasBeenStartedBefore = true;
    startHealthMonitor(daemon, container);
    daemon.containers.save(container);
    emitContainer(daemon, container, 'start');
    container.changes.fire('started');
    inBackground(daemon, created.exited.then((status) => onExit(daemon, container, created, status, outputs, startedAt, () => launch(daemon, container))));
  } catch (error) {
    task?.kill(9);
    throw await failedStart(daemon, container, error);
  }
}

/** Everything up to the running program: root, network, namespaces. */
async function prepare(daemon: Daemon, container: Container, release: DisposableStore): Promise<RuntimeContainer> {
  checkLogDriver(container.hostConfig.LogConfig);
  checkDeviceRequests(container.hostConfig.DeviceRequests);
  const root = daemon.snapshotter.mount(container.mountId);
  release.add(toDisposable(() => daemon.snapshotter.unmount(container.mountId)));
  const mode = container.hostConfig.NetworkMode;
  takeHostname(daemon, container);
  const isolated = mode !== 'host' && !mode.startsWith('container:');
  const networks = isolated ? Object.keys(container.networks).map((name) => ({ name, network: daemon.networks.get(name) })) : [];
  if (mode === 'host') for (const name of Object.keys(container.networks)) allocateEndpoint(daemon, container, name, daemon.networks.get(name));
  release.add(toDisposable(() => {
    for (const endpoint of Object.values(container.networks)) clearEndpoint(endpoint);
    container.ports = {};
    container.sandboxId = '';
  }));
  for (const { name, network } of networks) allocateEndpoint(daemon, container, name, network);
  if (!mode.startsWith('container:')) container.sandboxId = randomId(daemon.random);
  const task = await daemon.runtime.create(runtimeSpec(daemon, container, root));
  try {
    if (isolated) await daemon.networkDriver.prepareNamespace(task.pid);
    let index = 0;
    const events = new DisposableStore();
    events.add(toDisposable(() => {
      for (const endpoint of container.liveEndpoints.values()) endpoint.dispose();
      container.liveEndpoints.clear();
    }));
    for (const { name, network } of networks) container.liveEndpoints.set(network.id, await connectEndpoint(daemon, container, name, network, task.pid, daemon.networks.bridgeOf(network) ? index++ : 0));
    const [first] = networks;
    const endpoint = first && container.networks[first.name];
    if (endpoint && endpoint.IPAddress !== '') events.add(publishPorts(daemon, container, endpoint));
    serveNames(daemon, container, task.pid, networks.map(({ name }) => name), events);
    mountVolumes(daemon, container, release);
    release.add(events);
    return task;
  } catch (error) {
    task.kill(9);
    throw error;
  }
}

/** There are no drivers for devices here. */
function checkDeviceRequests(requests: readonly DeviceRequest[] | null): void {
  for (const { Driver, Capabilities } of requests ?? []) throw new EngineError('system', `could not select device driver ${JSON.stringify(Driver ?? '')} with capabilities: [${(Capabilities ?? []).map((all) => `[${all.join(' ')}]`).join(' ')}]`);
}

/** Who shares another container's network goes by its name. */
function takeHostname(daemon: Daemon, container: Container): void {
  const mode = container.hostConfig.NetworkMode;
  if (mode.startsWith('container:')) container.config.Hostname = daemon.containers.get(mode.slice('container:'.length)).config.Hostname;
}

function serveNames(daemon: Daemon, container: Container, pid: number, names: readonly string[], release: DisposableStore): void {
  const userDefined = names.filter((name) => !['bridge', 'host', 'none'].includes(name));
  if (userDefined.length === 0 || !daemon.networkDriver.serveDns) return;
  release.add(daemon.networkDriver.serveDns(pid, (asked) => {
    const linked = userDefined.flatMap((network) => [...(container.networks[network]?.Links ?? []), ...(container.hostConfig.Links ?? [])].map(parseLink).filter(({ alias }) => alias.toLowerCase() === asked.toLowerCase()).map(({ name }) => daemon.containers.find(name)?.networks[network]?.IPAddress))
      .filter((address) => address !== undefined && address !== '');
    if (linked.length > 0) return linked as string[];
    const found = daemon.containers.all().flatMap((other) => userDefined.flatMap((network) => {
      const endpoint = other.networks[network];
      return endpoint?.IPAddress && endpoint.DNSNames?.some((name) => name.toLowerCase() === asked.toLowerCase()) ? [endpoint.IPAddress] : [];
    }));
    return found.length > 0 ? found : undefined;
  }, outerNameServers(daemon, container)));
}

function mountVolumes(daemon: Daemon, container: Container, release: DisposableStore): void {
  for (const { point } of container.mounts) {
    if (point.Type !== 'volume' || point.Name === undefined) continue;
    const { Name: name } = point;
    daemon.events.emit('volume', 'mount', name, { container: container.id, destination: point.Destination, driver: 'local', propagation: point.Propagation, 'read/write': String(point.RW) });
    release.add(toDisposable(() => daemon.events.emit('volume', 'unmount', name, { container: container.id, driver: 'local' })));
  }
}

/** Puts back what a start that failed had set up, and says why in the container's state. */
async function failedStart(daemon: Daemon, container: Container, error: unknown): Promise<unknown> {
  const failure = error instanceof RuntimeError ? startFailure(error) : { error, exitCode: 128 };
  container.release?.();
  container.release = undefined;
  container.streams.end();
  const wasRestarting = container.state.Restarting;
  Object.assign(container.state, { Running: false, Restarting: false, Pid: 0, ExitCode: failure.exitCode, Error: messageOf(failure.error) });
  daemon.containers.save(container);
  // Nobody waits for a container that has never run; one that was to run again has ended now.
  if (wasRestarting) container.changes.fire('exited');
  if (container.hostConfig.AutoRemove) await removeContainer(daemon, container, { force: true, volumes: true });
  return failure.error;
}

/** The daemon's words for what the runtime said, and the exit code that stands for it. */
function startFailure(error: RuntimeError): { error: EngineError; exitCode: number } {
  const isDirectory = error.message.endsWith('is a directory');
  const message = `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${error.message}: unknown${isDirectory ? ': permission denied' : ''}`;
  const exitCode = /executable file not found|no such file or directory/.test(error.message) ? 127 : isDirectory || /permission denied/.test(error.message) ? 126 : 128;
  return { error: new EngineError('invalidParameter', message), exitCode };
}
