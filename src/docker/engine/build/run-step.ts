import { formatIpv4, parseIpv4 } from '../../../base/ip/index.ts';
import type { Ulimit } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { defaultCapabilities } from '../container/capabilities.ts';
import { maskedPaths, readonlyPaths } from '../container/config-defaults.ts';
import { withHome } from '../container/process-spec.ts';
import { lookUpUser } from '../container/user-lookup.ts';
import { withTimeout } from '../container/with-timeout.ts';
import { randomBase36 } from '../identifier.ts';
import { freeAddress, macOf } from '../network/ipv4.ts';
import { type RuntimeContainer, RuntimeError, type RuntimeMount } from '../ports/runtime.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { makeDirectories, removeTree } from '../store/json-file.ts';

/** A command to run on a writable layer. */
export interface RunRequest {
  /** The storage driver's name of the layer. */
  snapshot: string;
  args: readonly string[];
  env: readonly string[];
  cwd: string;
  user: string;
  network: 'default' | 'none' | 'host';
  extraHosts: readonly string[];
  mounts: readonly RuntimeMount[];
  /** Bytes of /dev/shm; 0 is the default. */
  shmSize: number;
  ulimits: readonly Ulimit[];
  signal: AbortSignal;
  output(stream: 1 | 2, bytes: Uint8Array): void;
}

/** Places that the runtime mounts on and may have to make: taken away afterwards when they were not there. */
const mountPoints: readonly string[] = ['/proc', '/dev', '/sys', '/etc/resolv.conf', '/etc/hosts', '/etc'];

/** Runs a build step's command; resolves to its exit code. Throws when it cannot be started for reasons of the host or the user. */
export async function runStep(daemon: Daemon, request: RunRequest): Promise<number> {
  const { files, snapshotter } = daemon;
  const root = snapshotter.mount(request.snapshot);
  const id = randomBase36(daemon.random);
  const directory = `${daemon.root}/buildkit/executor/${id}`;
  const missing = [...mountPoints, ...request.mounts.flatMap((mount) => withParents(mount.target))].filter((path) => !files.exists(scopedPath(files, root, path)));
  makeDirectories(files, directory);
  try {
    const user = lookUpUser(files, root, request.user);
    files.writeFile(`${directory}/hosts`, `127.0.0.1\tlocalhost buildkitsandbox\n::1\tlocalhost ip6-localhost ip6-loopback\n${request.extraHosts.map(hostLine).join('')}`, { mode: 0o644 });
    files.writeFile(`${directory}/resolv.conf`, resolvConf(daemon), { mode: 0o644 });
    const container = await daemon.runtime.create({
      id, rootfs: root, readonlyRootfs: false, hostname: 'buildkitsandbox', cgroup: `/docker/buildkit/${id}`, resources: { memory: 0, memoryReservation: 0, memorySwap: 0, pids: 0, cpuQuota: 0, cpuPeriod: 0, cpuShares: 0, cpus: '' }, oomScoreAdj: 0, privileged: false, noNewPrivileges: false, seccomp: true, limits: request.ulimits.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })), maskedPaths, readonlyPaths, sysctls: {}, devices: [],
      namespaces: { pid: 'new', network: request.network === 'host' ? 'host' : 'new', ipc: 'new', uts: 'new', cgroup: 'new' },
      mounts: [
        { source: 'proc', target: '/proc', type: 'proc', options: 'nosuid,nodev,noexec' }, { source: 'tmpfs', target: '/dev', type: 'tmpfs', options: 'nosuid,size=65536k,mode=755' },
        { source: 'devpts', target: '/dev/pts', type: 'devpts', options: 'nosuid,noexec,mode=620' }, { source: 'shm', target: '/dev/shm', type: 'tmpfs', options: `nosuid,nodev,noexec,size=${request.shmSize > 0 ? request.shmSize : '65536k'}` },
        { source: 'sysfs', target: '/sys', type: 'sysfs', options: 'ro,nosuid,nodev,noexec' },
        { source: `${directory}/resolv.conf`, target: '/etc/resolv.conf', type: 'bind', options: 'ro' }, { source: `${directory}/hosts`, target: '/etc/hosts', type: 'bind', options: 'ro' },
        ...request.mounts,
      ],
      process: { args: request.args, env: withHome(request.env, user), cwd: request.cwd || '/', user, terminal: false, stdin: false, capabilities: defaultCapabilities },
    });
    return await execute(daemon, container, request);
  } finally {
    snapshotter.unmount(request.snapshot);
    cleanMountPoints(daemon, request.snapshot, missing);
    removeTree(files, directory);
  }
}

/** A path and the directories above it, the deepest first. */
function withParents(path: string): string[] {
  const parts = path.split('/').slice(1);
  return parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}`);
}

async function execute(daemon: Daemon, container: RuntimeContainer, request: RunRequest): Promise<number> {
  const disconnect = request.network === 'host' ? () => undefined : await connect(daemon, container, request.network);
  const kill = (): void => container.killAll(9);
  request.signal.addEventListener('abort', kill, { once: true });
  const pump = async (stream: 1 | 2, source: RuntimeContainer['stdout'] | undefined): Promise<void> => {
    if (!source) return;
    for (let bytes = await source.read(); bytes.length > 0; bytes = await source.read()) request.output(stream, bytes);
  };
  const outputs = Promise.all([pump(1, container.stdout), pump(2, container.stderr)]);
  try {
    await container.start();
    const { code } = await container.exited;
    await withTimeout(daemon.clock, outputs, 2000);
    return code;
  } catch (error) {
    container.kill(9);
    if (!(error instanceof RuntimeError)) throw error;
    request.output(2, new TextEncoder().encode(`runc run failed: unable to start container process: ${error.message}\n`));
    return 1;
  } finally {
    request.signal.removeEventListener('abort', kill);
    disconnect();
  }
}

async function connect(daemon: Daemon, container: RuntimeContainer, network: 'default' | 'none'): Promise<() => void> {
  await daemon.networkDriver.prepareNamespace(container.pid);
  const bridge = daemon.networks.byName('bridge');
  const spec = bridge && daemon.networks.bridgeOf(bridge);
  const subnet = bridge && daemon.networks.subnetOf(bridge);
  if (network === 'none' || !spec || !subnet) return () => undefined;
  const { reserved } = daemon.networks;
  const taken = new Set<number>([parseIpv4(spec.gateway) ?? 0, ...reserved, ...daemon.containers.all().flatMap((each) => parseIpv4(each.networks.bridge?.IPAddress ?? '') ?? [])]);
  const address = freeAddress(subnet, taken);
  if (address === undefined) throw new EngineError('system', 'no available IPv4 addresses on this network\'s address pools: bridge');
  reserved.add(address);
  const endpoint = { bridge: spec.name, hostInterface: `veth${randomBase36(daemon.random).slice(0, 7)}`, containerInterface: 'eth0', mac: macOf(address), address: formatIpv4(address), prefixLength: subnet.bits, gateway: spec.gateway };
  await daemon.networkDriver.connect(container.pid, endpoint);
  return () => {
    reserved.delete(address);
    daemon.networkDriver.disconnect(endpoint);
  };
}

/** Deletes what only the mounting made, from the layer. */
function cleanMountPoints(daemon: Daemon, snapshot: string, missing: readonly string[]): void {
  const { files } = daemon;
  const upper = daemon.snapshotter.upperDir(snapshot);
  for (const path of missing) {
    const place = `${upper}${path}`;
    if (!files.exists(place)) continue;
    const stat = files.lstat(place);
    const isDirectory = (stat.mode & 0o170000) === 0o040000;
    if (isDirectory ? files.readdir(place).length === 0 : stat.size === 0) removeTree(files, place);
  }
}

function resolvConf(daemon: Daemon): string {
  const host = daemon.files.exists('/etc/resolv.conf') ? daemon.files.readTextFile('/etc/resolv.conf') : '';
  const usable = host.split('\n').filter((line) => line.startsWith('nameserver') && !/^nameserver\s+127\./.test(line));
  return `${(usable.length > 0 ? usable : ['nameserver 8.8.8.8', 'nameserver 8.8.4.4']).join('\n')}\n`;
}

function hostLine(entry: string): string {
  const [, name = '', address = ''] = /^([^:=]+)[:=](.+)$/.exec(entry) ?? [];
  return `${address}\t${name}\n`;
}
