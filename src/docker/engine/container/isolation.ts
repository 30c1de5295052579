import type { HostConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { hasErrno } from '../ports/host-files.ts';
import type { RuntimeMount, RuntimeSpec } from '../ports/runtime.ts';
import { containerCapabilities } from './capabilities.ts';
import { signalNumber } from '../signal.ts';
import type { Container } from './container.ts';

const characterDevice = 0o020000;
const blockDevice = 0o060000;

/** Throws where modes contradict each other or name nothing; names of containers become ids. */
export function settleModes(daemon: Daemon, { StopSignal: stopSignal }: { StopSignal?: string }, hostConfig: HostConfig): void {
  if (stopSignal && signalNumber(stopSignal) === undefined) throw new EngineError('invalidParameter', `invalid signal: ${stopSignal}`);
  containerCapabilities(hostConfig.CapAdd, hostConfig.CapDrop, hostConfig.Privileged);
  const { IpcMode: ipc } = hostConfig;
  if (!['', 'none', 'private', 'shareable', 'host'].includes(ipc) && !/^container:./.test(ipc)) throw new EngineError('invalidParameter', `invalid IPC mode: ${ipc}`);
  for (const mode of ['PidMode', 'IpcMode'] as const) if (hostConfig[mode].startsWith('container:')) hostConfig[mode] = `container:${existing(daemon, hostConfig[mode].slice('container:'.length))}`;
}

/** The id of a container that another one names: that there is none is the request's mistake. */
function existing(daemon: Daemon, name: string): string {
  const found = daemon.containers.find(name);
  if (!found) throw new EngineError('invalidParameter', `No such container: ${name}`);
  return found.id;
}

/** What holds a container's processes back beside their limits and namespaces. */
export function isolationOf(daemon: Daemon, { hostConfig }: Container): Pick<RuntimeSpec, 'oomScoreAdj' | 'privileged' | 'noNewPrivileges' | 'seccomp' | 'maskedPaths' | 'readonlyPaths' | 'sysctls' | 'devices'> {
  const { Privileged: privileged, NetworkMode: network } = hostConfig;
  const options = hostConfig.SecurityOpt ?? [];
  const shared = network === 'host' || network.startsWith('container:');
  const sysctls = hostConfig.Sysctls ?? {};
  for (const name of Object.keys(sysctls)) if (network === 'host' && name.startsWith('net.')) throw new EngineError('system', `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl ${JSON.stringify(name)} not allowed in host network namespace: unknown`);
  return {
    oomScoreAdj: hostConfig.OomScoreAdj, privileged, noNewPrivileges: options.some((each) => /^no-new-privileges([:=]true)?$/.test(each)), seccomp: !privileged && !options.some((each) => /^seccomp[:=]unconfined$/.test(each)),
    maskedPaths: hostConfig.MaskedPaths ?? [], readonlyPaths: hostConfig.ReadonlyPaths ?? [],
    sysctls: { ...(shared ? {} : { 'net.ipv4.ip_unprivileged_port_start': '0' }), ...sysctls }, devices: devicesOf(daemon, hostConfig),
  };
}

function devicesOf(daemon: Daemon, { Devices: asked, Privileged: privileged }: HostConfig): RuntimeSpec['devices'] {
  const all = privileged ? daemon.files.readdir('/dev').filter(({ type }) => type === characterDevice || type === blockDevice).map(({ name }) => ({ PathOnHost: `/dev/${name}`, PathInContainer: `/dev/${name}` })) : [];
  return [...all, ...(asked ?? [])].flatMap(({ PathOnHost: source, PathInContainer: path }) => {
    try {
      const { mode, rdev } = daemon.files.stat(source);
      const type = mode & 0o170000;
      if (type !== characterDevice && type !== blockDevice) throw new EngineError('system', `error gathering device information while adding custom device ${JSON.stringify(source)}: not a device node`);
      return path === '/dev/ptmx' || path === '/dev/console' || path === '/dev/tty' ? [] : [{ path, type, rdev, mode: mode & 0o777 }];
    } catch (error) {
      if (!hasErrno(error, 'ENOENT')) throw error;
      throw new EngineError('system', `error gathering device information while adding custom device ${JSON.stringify(source)}: no such file or directory`);
    }
  });
}

/** /dev/shm: the container's own, or that of whom it shares it with. */
export function sharedMemory(daemon: Daemon, { hostConfig }: Container): RuntimeMount[] {
  const target = '/dev/shm';
  const { IpcMode: mode, ShmSize: size } = hostConfig;
  if (mode === 'none') return [];
  if (mode === 'host') return [{ source: target, target, type: 'bind', options: 'rw' }];
  if (mode.startsWith('container:')) return [{ source: `/proc/${ipcDonor(daemon, mode)}/root${target}`, target, type: 'bind', options: 'rw' }];
  return [{ source: 'shm', target, type: 'tmpfs', options: `nosuid,nodev,noexec,relatime,size=${Math.floor(size / 1024)}k` }];
}

/** The process whose ipc namespace `container:…` means. */
export function ipcDonor(daemon: Daemon, mode: string): number {
  const fail = (why: string): never => {
    throw new EngineError('invalidParameter', `failed to join IPC namespace: ${why}`);
  };
  const other = daemon.containers.get(mode.slice('container:'.length));
  if (!other.task) return fail(`container ${other.id} is not running`);
  if (other.hostConfig.IpcMode !== 'shareable') return fail(`container ${other.id}: non-shareable IPC (hint: use IpcMode:shareable for the donor container)`);
  return other.task.pid;
}
