import type { InfoResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { swarmInfo } from '../swarm/node.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { plugins } from './plugins.ts';
import { engineVersion } from './version.ts';

/** `GET /info` */
export function infoResponse(daemon: Daemon): InfoResponse {
  const containers = daemon.containers.all();
  const count = (status: string): number => containers.filter((container) => container.status === status).length;
  const running = count('running') + count('restarting');
  const commit = (id: string): { ID: string; Expected: string } => ({ ID: id, Expected: id });
  const insecure = daemon.config.insecureRegistries.filter((entry) => !entry.includes('/'));
  return {
    ID: daemon.id, Containers: containers.length, ContainersRunning: running, ContainersPaused: count('paused'), ContainersStopped: containers.length - running - count('paused'), Images: daemon.images.all().length,
    Driver: daemon.snapshotter.driver,
    DriverStatus: [['Backing Filesystem', 'extfs'], ['Supports d_type', 'true'], ['Using metacopy', 'false'], ['Native Overlay Diff', 'true'], ['userxattr', 'false']],
    Plugins: { Volume: plugins.Volume, Network: plugins.Network, Authorization: null, Log: plugins.Log },
    MemoryLimit: true, SwapLimit: true, CpuCfsPeriod: true, CpuCfsQuota: true, CPUShares: true, CPUSet: true, PidsLimit: true, IPv4Forwarding: true, BridgeNfIptables: true, BridgeNfIp6tables: true,
    Debug: daemon.config.debug, NFd: 32, OomKillDisable: false, NGoroutines: 54, SystemTime: rfc3339Nano(daemon.clock.now()), LoggingDriver: daemon.config.logDriver, CgroupDriver: 'cgroupfs', CgroupVersion: '2',
    NEventsListener: daemon.events.listeners, KernelVersion: daemon.facts.kernelVersion, OperatingSystem: daemon.facts.operatingSystem, OSVersion: daemon.facts.osVersion, OSType: 'linux', Architecture: 'x86_64',
    IndexServerAddress: 'https://index.docker.io/v1/',
    RegistryConfig: {
      AllowNondistributableArtifactsCIDRs: null, AllowNondistributableArtifactsHostnames: null, InsecureRegistryCIDRs: [...daemon.config.insecureRegistries.filter((entry) => entry.includes('/')), '127.0.0.0/8'],
      IndexConfigs: {
        'docker.io': { Name: 'docker.io', Mirrors: daemon.config.registryMirrors.map((mirror) => (mirror.endsWith('/') ? mirror : `${mirror}/`)), Secure: true, Official: true },
        ...Object.fromEntries(insecure.map((name) => [name, { Name: name, Mirrors: [], Secure: false, Official: false }])),
      },
      Mirrors: daemon.config.registryMirrors.length > 0 ? daemon.config.registryMirrors.map((mirror) => (mirror.endsWith('/') ? mirror : `${mirror}/`)) : null,
    },
    NCPU: daemon.facts.cpus, MemTotal: daemon.facts.memory, GenericResources: null, DockerRootDir: daemon.root, HttpProxy: '', HttpsProxy: '', NoProxy: '', Name: daemon.hostname(), Labels: daemon.config.labels,
    ExperimentalBuild: false, ServerVersion: engineVersion, Runtimes: { 'io.containerd.runc.v2': { path: 'runc' }, runc: { path: 'runc' } }, DefaultRuntime: 'runc',
    Swarm: swarmInfo(daemon), LiveRestoreEnabled: daemon.config.liveRestore, Isolation: '', InitBinary: 'docker-init',
    ContainerdCommit: commit('1.7.24~ds1-6+deb13u1'), RuncCommit: commit('1.1.15+ds1-2+b4'), InitCommit: commit(''), SecurityOptions: ['name=seccomp,profile=builtin', 'name=cgroupns'], CDISpecDirs: [], Warnings: null,
  };
}
