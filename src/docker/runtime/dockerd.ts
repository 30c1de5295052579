import { serveHttp } from '../../base/http/index.ts';
import { type Fd, isEndOfProcess, isSystemError, kernelRelease, memoryTotal, type Process, processorCount, type Program } from '../../kernel/index.ts';
import { createEngine, type DaemonConfig, defaultDaemonConfig, type Engine, makeDirectories, parseDaemonConfig } from '../engine/index.ts';
import { BridgeDriver } from './bridge-driver.ts';
import { ContainerRuntime } from './container-runtime.ts';
import { parseDockerdArguments } from './dockerd-arguments.ts';
import { OverlaySnapshotter } from './overlay-snapshotter.ts';
import { processDial } from '../distribution/process/index.ts';
import { processFiles } from './process-files.ts';
import type { Secure } from './secure-api.ts';

/** dockerd(8) as a program: reads /etc/docker/daemon.json, listens on its sockets, and runs until SIGTERM. `--restore=frozen` is ours: see `EngineOptions.restore`. */
export function createDockerd(): Program {
  return async (process) => {
    const { arguments: args, problem } = parseDockerdArguments(process.argv.slice(1));
    if (problem !== undefined) return fail(process, problem, 125);
    let config: DaemonConfig;
    try {
      config = readConfig(process, args.configFile);
    } catch (error) {
      return fail(process, error instanceof Error ? error.message : String(error), 1);
    }
    if (args.validate) return fail(process, 'configuration OK', 0);
    // LimitNOFILE of docker.service; containers inherit it.
    process.setrlimit('nofile', { soft: 1048576, hard: 1048576 });
    if (args.debug) config.debug = true;
    if (args.hosts.length > 0) config.hosts = args.hosts;
    let secure: Secure | undefined;
    if (args.tls && config.hosts.some((host) => host.startsWith('tcp:'))) {
      const { secureApi } = await import('./secure-api.ts');
      const made = secureApi(process, args.tls);
      if (typeof made === 'string') return fail(process, `invalid TLS configuration: ${made}`, 1);
      secure = made;
    }
    const running = takePidfile(process, config.pidfile);
    if (running !== undefined) return fail(process, `failed to start daemon, ensure docker is not running or delete ${config.pidfile}: process with PID ${running} is still running`, 1);
    const log = (line: string): void => {
      process.write(2, `${line}\n`).catch(() => undefined);
    };
    const engine = engineOf(process, config, args.frozen ? 'frozen' : 'boot', log);
    const stop = Promise.withResolvers<void>();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.onSignal(signal, { handle: () => stop.resolve(), restart: true });
    process.onSignal('SIGPIPE', 'ignore');
    log(`time="${new Date(process.clock.now()).toISOString()}" level=info msg="Starting up"`);
    await engine.start();
    let sockets: Fd[];
    try {
      sockets = config.hosts.map((host) => listen(process, host));
    } catch (error) {
      return fail(process, `failed to load listeners: ${error instanceof Error ? error.message : String(error)}`, 1);
    }
    for (const [index, socket] of sockets.entries()) {
      log(`time="${new Date(process.clock.now()).toISOString()}" level=info msg="API listen on ${(config.hosts[index] ?? '').replace(/^unix:\/\//, '')}"`);
      void serve(process, engine, socket, config.hosts[index]?.startsWith('tcp:') ? secure : undefined);
    }
    await stop.promise;
    log(`time="${new Date(process.clock.now()).toISOString()}" level=info msg="Processing signal 'terminated'"`);
    await engine.shutdown();
    for (const host of config.hosts) if (host.startsWith('unix://') && process.exists(host.slice('unix://'.length))) process.unlink(host.slice('unix://'.length));
    if (process.exists(config.pidfile)) process.unlink(config.pidfile);
    return 0;
  };
}

async function fail(process: Process, message: string, status: number): Promise<number> {
  await process.write(2, `${message}\n`);
  return status;
}

function readConfig(process: Process, path: string): DaemonConfig {
  if (!process.exists(path)) return { ...defaultDaemonConfig };
  return { ...parseDaemonConfig(process.readTextFile(path), path) };
}

/** Writes the pidfile; gives the pid of a daemon that runs already. */
function takePidfile(process: Process, path: string): number | undefined {
  if (process.exists(path)) {
    const pid = Number(process.readTextFile(path).trim());
    if (pid > 0 && pid !== process.pid && process.processes().some((entry) => entry.pid === pid && entry.comm === 'dockerd' && entry.state !== 'Z')) return pid;
  }
  process.writeFile(path, String(process.pid), { mode: 0o644 });
  return undefined;
}

function engineOf(process: Process, config: DaemonConfig, restore: 'boot' | 'frozen', log: (line: string) => void): Engine {
  const files = processFiles(process);
  makeDirectories(files, `${config.dataRoot}/overlay2`, 0o710);
  const release = process.exists('/etc/os-release') ? process.readTextFile('/etc/os-release') : '';
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  return createEngine({
    files, runtime: new ContainerRuntime(process), snapshotter: new OverlaySnapshotter(files, process, process.random, `${config.dataRoot}/overlay2`), networkDriver: new BridgeDriver(process),
    dial: processDial(process), clock: process.clock, random: process.random, hostname: () => process.hostname(), config, log, restore,
    facts: { kernelVersion: kernelRelease, operatingSystem: field('PRETTY_NAME') || 'Linux', osVersion: field('VERSION_ID'), cpus: processorCount, memory: memoryTotal },
  });
}

/** Opens what `-H` names: `unix://PATH`, `fd://` (descriptor 3, from the service manager), `tcp://ADDRESS:PORT`. */
function listen(process: Process, host: string): Fd {
  if (host.startsWith('fd://')) {
    if (!process.descriptors().includes(3)) throw new Error('no sockets found via socket activation: make sure the service was started by systemd');
    process.setCloexec(3, true);
    return 3;
  }
  const [, address, port = '2375'] = /^tcp:\/\/([^:]*)(?::(\d+))?$/.exec(host) ?? [];
  if (address !== undefined) return cloexec(process, process.listen({ family: 'inet', address: address || '0.0.0.0', port: Number(port) }));
  const path = host.replace(/^unix:\/\//, '');
  if (process.exists(path)) process.unlink(path);
  const socket = cloexec(process, process.listen({ family: 'unix', path }, { mode: 0o660 }));
  const group = /^docker:[^:]*:(\d+):/m.exec(process.exists('/etc/group') ? process.readTextFile('/etc/group') : '')?.[1];
  if (group !== undefined) process.chown(path, 0, Number(group));
  return socket;
}

function cloexec(process: Process, fd: Fd): Fd {
  process.setCloexec(fd, true);
  return fd;
}

async function serve(process: Process, engine: Engine, socket: Fd, secure: Secure | undefined): Promise<void> {
  try {
    for (;;) {
      const { fd, peer } = await process.accept(socket);
      cloexec(process, fd);
      const stream = secure ? secure(fd, peer) : Promise.resolve(process.stream(fd));
      void stream.then((ready) => ready && serveHttp(ready, engine.handle, { clock: process.clock, signal: process.signal }));
    }
  } catch (error) {
    if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
  }
}
