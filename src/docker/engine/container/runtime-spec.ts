import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { NamespaceSpec, RuntimeMount, RuntimeSpec } from '../ports/runtime.ts';
import { makeDirectories } from '../store/json-file.ts';
import { volumeMount } from '../volume/options.ts';
import { volumeSubpath } from '../volume/subpath.ts';
import type { Container } from './container.ts';
import { ipcDonor, isolationOf, sharedMemory } from './isolation.ts';
import { writeNetworkFiles } from './network-files.ts';
import { initProcess } from './process-spec.ts';
import { runtimeResources } from './resources.ts';

/** What the runtime is asked to run. */
export function runtimeSpec(daemon: Daemon, container: Container, rootfs: string): RuntimeSpec {
  const { config, hostConfig } = container;
  const paths = writeNetworkFiles(daemon, container);
  const privileged = hostConfig.Privileged;
  const writable = hostConfig.ReadonlyRootfs ? 'ro' : 'rw';
  const mounts: RuntimeMount[] = [
    { source: 'proc', target: '/proc', type: 'proc', options: 'nosuid,nodev,noexec,relatime' },
    { source: 'tmpfs', target: '/dev', type: 'tmpfs', options: 'nosuid,strictatime,size=65536k,mode=755' },
    { source: 'devpts', target: '/dev/pts', type: 'devpts', options: 'nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666' },
    { source: 'sysfs', target: '/sys', type: 'sysfs', options: `${privileged ? 'rw' : 'ro'},nosuid,nodev,noexec,relatime` },
    { source: 'cgroup', target: '/sys/fs/cgroup', type: 'cgroup2', options: `${privileged ? 'rw' : 'ro'},nosuid,nodev,noexec,relatime` },
    { source: 'mqueue', target: '/dev/mqueue', type: 'mqueue', options: 'rw,nosuid,nodev,noexec,relatime' },
    ...sharedMemory(daemon, container),
    { source: paths.resolvConf, target: '/etc/resolv.conf', type: 'bind', options: writable },
    { source: paths.hostname, target: '/etc/hostname', type: 'bind', options: writable },
    { source: paths.hosts, target: '/etc/hosts', type: 'bind', options: writable },
  ];
  for (const [target, options] of Object.entries(hostConfig.Tmpfs ?? {})) mounts.push({ source: 'tmpfs', target, type: 'tmpfs', options: ['nosuid', 'nodev', 'noexec', options].filter((each) => each !== '').join(',') });
  for (const { point, createSource, tmpfsOptions, subpath } of container.mounts.toSorted((a, b) => depth(a.point.Destination) - depth(b.point.Destination))) {
    if (point.Type === 'tmpfs') {
      mounts.push({ source: 'tmpfs', target: point.Destination, type: 'tmpfs', options: ['nosuid', 'nodev', 'noexec', tmpfsOptions ?? ''].filter((each) => each !== '').join(',') });
      continue;
    }
    if (point.Type === 'bind' && !daemon.files.exists(point.Source)) {
      if (!createSource) throw new EngineError('invalidParameter', `invalid mount config for type "bind": bind source path does not exist: ${point.Source}`);
      makeDirectories(daemon.files, point.Source, 0o755);
    }
    const volume = point.Type === 'volume' ? daemon.volumes.get(point.Name ?? '') : undefined;
    mounts.push((volume && volumeMount(daemon.files, point.Source, volume.options, point.Destination, point.RW)) ?? { source: subpath === undefined ? point.Source : volumeSubpath(daemon.files, point.Source, subpath), target: point.Destination, type: 'bind', options: point.RW ? 'rw' : 'ro' });
  }
  if (hostConfig.Init && daemon.files.exists('/usr/bin/docker-init')) mounts.push({ source: '/usr/bin/docker-init', target: '/sbin/docker-init', type: 'bind', options: 'ro' });
  return {
    id: container.id, rootfs, readonlyRootfs: hostConfig.ReadonlyRootfs, hostname: config.Hostname, mounts,
    namespaces: {
      pid: namespaceOf(daemon, hostConfig.PidMode), network: networkNamespace(daemon, hostConfig.NetworkMode), ipc: hostConfig.IpcMode.startsWith('container:') ? { pid: ipcDonor(daemon, hostConfig.IpcMode) } : hostConfig.IpcMode === 'host' ? 'host' : 'new', uts: hostConfig.UTSMode === 'host' ? 'host' : 'new',
      cgroup: hostConfig.CgroupnsMode === 'host' ? 'host' : 'new',
    },
    cgroup: `${hostConfig.CgroupParent || '/docker'}/${container.id}`, resources: runtimeResources(hostConfig), ...isolationOf(daemon, container),
    limits: (hostConfig.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })), process: initProcess(daemon, container, rootfs),
  };
}

function depth(path: string): number {
  return path.split('/').length;
}

function namespaceOf(daemon: Daemon, mode: string): NamespaceSpec {
  if (mode === 'host') return 'host';
  if (mode.startsWith('container:')) return { pid: pidOf(daemon, mode.slice('container:'.length), 'pid') };
  return 'new';
}

function networkNamespace(daemon: Daemon, mode: string): NamespaceSpec {
  if (mode === 'host') return 'host';
  if (mode.startsWith('container:')) return { pid: pidOf(daemon, mode.slice('container:'.length), 'network') };
  return 'new';
}

function pidOf(daemon: Daemon, name: string, which: string): number {
  const other = daemon.containers.get(name);
  if (!other.task) throw new EngineError('conflict', which === 'network' ? `cannot join network of a non running container: ${other.id}` : `failed to join PID namespace: container ${other.id} is not running`);
  return other.task.pid;
}
