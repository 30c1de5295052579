import type { ContainerConfig, ContainerCreateRequest, HostConfig } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import type { ImageRecord } from '../image/image-store.ts';
import { parsePortProtocol } from '../network/ports.ts';

/** What is empty when nobody says anything. */
export const emptyConfig: ContainerConfig = {
  Hostname: '', Domainname: '', User: '', AttachStdin: false, AttachStdout: false, AttachStderr: false, Tty: false, OpenStdin: false, StdinOnce: false,
  Env: null, Cmd: null, Image: '', Volumes: null, WorkingDir: '', Entrypoint: null, OnBuild: null, Labels: null,
};

/** Places that a container does not see. */
export const maskedPaths = ['/proc/asound', '/proc/acpi', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/timer_list', '/proc/timer_stats', '/proc/sched_debug', '/proc/scsi', '/sys/firmware', '/sys/devices/virtual/powercap'];
/** Places that a container does not change. */
export const readonlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** The configuration of a container: what was asked for, completed with what its image says. */
export function mergeConfig(request: ContainerCreateRequest, image: ImageRecord | undefined, id: string): ContainerConfig {
  const given = image?.config.config ?? {};
  const { HostConfig: _host, NetworkingConfig: _networking, ...asked } = request;
  const config: ContainerConfig = { ...emptyConfig, ...withoutNull(asked) };
  config.Hostname ||= id.slice(0, 12);
  config.User ||= given.User ?? '';
  // A given entrypoint makes the image's command meaningless.
  if (!asked.Entrypoint || asked.Entrypoint.length === 0) {
    if (!asked.Cmd || asked.Cmd.length === 0) config.Cmd = given.Cmd ?? null;
    config.Entrypoint = asked.Entrypoint ?? given.Entrypoint ?? null;
  }
  // `--entrypoint ""` arrives as a list of one empty word: it clears the image's.
  if (config.Entrypoint?.length === 1 && config.Entrypoint[0] === '') config.Entrypoint = null;
  config.Env = mergeEnv(config.Env ?? [], given.Env ?? []);
  config.WorkingDir ||= given.WorkingDir ?? '';
  config.Labels = { ...given.Labels, ...config.Labels };
  const ports = { ...given.ExposedPorts, ...config.ExposedPorts } as Record<string, Record<string, never>>;
  if (Object.keys(ports).length > 0) config.ExposedPorts = ports;
  const volumes = { ...given.Volumes, ...config.Volumes } as Record<string, Record<string, never>>;
  if (Object.keys(volumes).length > 0) config.Volumes = volumes;
  if (!config.StopSignal && given.StopSignal) config.StopSignal = given.StopSignal;
  if (given.Shell && !config.Shell) config.Shell = given.Shell;
  if (given.OnBuild) config.OnBuild = given.OnBuild;
  mergeHealthcheck(config, given.Healthcheck ?? undefined);
  checkHealthcheck(config.Healthcheck);
  if (config.WorkingDir !== '' && !config.WorkingDir.startsWith('/')) throw new EngineError('invalidParameter', `the working directory '${config.WorkingDir}' is invalid, it needs to be an absolute path`);
  for (const variable of config.Env) if (variable === '' || variable.startsWith('=')) throw new EngineError('invalidParameter', `invalid environment variable: ${variable}`);
  for (const port of Object.keys(config.ExposedPorts ?? {})) parsePortProtocol(port);
  if ((config.Cmd ?? []).length === 0 && (config.Entrypoint ?? []).length === 0) throw new EngineError('invalidParameter', 'no command specified');
  return config;
}

function checkHealthcheck(check: ContainerConfig['Healthcheck']): void {
  if (!check) return;
  for (const [name, value] of [['Interval', check.Interval], ['Timeout', check.Timeout], ['StartPeriod', check.StartPeriod], ['StartInterval', check.StartInterval]] as const) if (value && value < 1_000_000) throw new EngineError('invalidParameter', `${name} in Healthcheck cannot be less than 1ms`);
  if ((check.Retries ?? 0) < 0) throw new EngineError('invalidParameter', 'Retries in Healthcheck cannot be negative');
}

function mergeHealthcheck(config: ContainerConfig, given: ContainerConfig['Healthcheck']): void {
  if (!given) return;
  if (!config.Healthcheck) {
    config.Healthcheck = given;
    return;
  }
  const own = config.Healthcheck;
  config.Healthcheck = {
    Test: own.Test?.length ? own.Test : (given.Test ?? []), Interval: own.Interval || (given.Interval ?? 0), Timeout: own.Timeout || (given.Timeout ?? 0),
    StartPeriod: own.StartPeriod || (given.StartPeriod ?? 0), StartInterval: own.StartInterval || (given.StartInterval ?? 0), Retries: own.Retries || (given.Retries ?? 0),
  };
}

/** Variables of the container first, then those of the image that it does not set. */
function mergeEnv(own: readonly string[], image: readonly string[]): string[] {
  const names = new Set(own.map((variable) => variable.split('=')[0]));
  return [...own, ...image.filter((variable) => !names.has(variable.split('=')[0]))];
}

/** Lists that stay null where null was asked: docker asks for empty ones, Compose for none. */
const lists = ['Dns', 'DnsOptions', 'DnsSearch', 'BlkioWeightDevice', 'BlkioDeviceReadBps', 'BlkioDeviceReadIOps', 'BlkioDeviceWriteBps', 'BlkioDeviceWriteIOps', 'Devices', 'Ulimits'] as const;

/** Checks what was asked of the host and fills the rest in, in the order in which inspect shows it. */
export function fullHostConfig(asked: Partial<HostConfig>): HostConfig {
  const memory = asked.Memory ?? 0;
  const restart = { Name: asked.RestartPolicy?.Name || ('no' as const), MaximumRetryCount: asked.RestartPolicy?.MaximumRetryCount ?? 0 };
  checkRestartPolicy(restart, asked.AutoRemove ?? false);
  const privileged = asked.Privileged ?? false;
  const given = withoutNull(asked);
  return {
    Binds: null, ContainerIDFile: '', NetworkMode: 'bridge', PortBindings: {},
    AutoRemove: false, VolumeDriver: '', VolumesFrom: null, ConsoleSize: [0, 0], CapAdd: null, CapDrop: null, CgroupnsMode: 'private', Dns: [], DnsOptions: [], DnsSearch: [], ExtraHosts: null, GroupAdd: null,
    IpcMode: 'private', Cgroup: '', Links: null, OomScoreAdj: 0, PidMode: '', Privileged: false, PublishAllPorts: false, ReadonlyRootfs: false, SecurityOpt: privileged ? ['label=disable'] : null, UTSMode: '', UsernsMode: '',
    ShmSize: 67108864, Runtime: 'runc', Isolation: '', CpuShares: 0, Memory: 0, NanoCpus: 0, CgroupParent: '', BlkioWeight: 0, BlkioWeightDevice: [], BlkioDeviceReadBps: [], BlkioDeviceWriteBps: [], BlkioDeviceReadIOps: [],
    BlkioDeviceWriteIOps: [], CpuPeriod: 0, CpuQuota: 0, CpuRealtimePeriod: 0, CpuRealtimeRuntime: 0, CpusetCpus: '', CpusetMems: '', Devices: [], DeviceCgroupRules: null, DeviceRequests: null, MemoryReservation: 0,
    MemorySwappiness: null, OomKillDisable: false, PidsLimit: null, Ulimits: [], CpuCount: 0, CpuPercent: 0, IOMaximumIOps: 0, IOMaximumBandwidth: 0,
    ...given,
    ...Object.fromEntries(lists.filter((key) => asked[key] === null).map((key) => [key, null])),
    MemorySwap: asked.MemorySwap || (memory > 0 ? memory * 2 : 0),
    RestartPolicy: restart.Name === 'on-failure' ? restart : { Name: restart.Name, MaximumRetryCount: 0 },
    ...(given.NetworkMode === 'default' || given.NetworkMode === '' ? { NetworkMode: 'bridge' } : {}),
    LogConfig: { Type: given.LogConfig?.Type || 'json-file', Config: given.LogConfig?.Config ?? {} },
    ...(given.IpcMode ? {} : { IpcMode: 'private' }),
    ...(given.ShmSize ? {} : { ShmSize: 67108864 }),
    ...(given.Runtime ? {} : { Runtime: 'runc' }),
    ...(given.CgroupnsMode ? {} : { CgroupnsMode: privileged ? 'host' : 'private' }),
    MaskedPaths: privileged ? null : maskedPaths, ReadonlyPaths: privileged ? null : readonlyPaths,
  };
}

/** Throws when a restart policy makes no sense. */
export function checkRestartPolicy(policy: HostConfig['RestartPolicy'], autoRemove: boolean): void {
  const { Name: name, MaximumRetryCount: retries } = policy;
  if (!['', 'no', 'always', 'unless-stopped', 'on-failure'].includes(name)) throw new EngineError('invalidParameter', `invalid restart policy: unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`);
  if (name !== 'on-failure' && retries !== 0) throw new EngineError('invalidParameter', "invalid restart policy: maximum retry count can only be used with 'on-failure'");
  if (retries < 0) throw new EngineError('invalidParameter', 'invalid restart policy: maximum retry count cannot be negative');
  if (autoRemove && name !== '' && name !== 'no') throw new EngineError('invalidParameter', "can't create 'AutoRemove' container with restart policy");
}

function withoutNull<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>;
}
