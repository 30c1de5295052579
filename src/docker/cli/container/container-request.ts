import type { Process } from '../../../kernel/index.ts';
import type { ContainerCreateRequest, EndpointSettings, HealthConfig, HostConfig, RestartPolicy } from '../../api/index.ts';
import { CliError } from '../command/status-error.ts';
import { cut } from '../flags/index.ts';
import type { containerFlags, ContainerFlagValues } from './container-flags.ts';
import { readKeyValues } from './environment-file.ts';
import { endpointsOf } from './endpoints.ts';
import { addExposed, parsePublished } from './port-spec.ts';
import { absolute, parseVolumes } from './volume-spec.ts';

/** What the flags of run and create ask the engine for. Throws CliError where they contradict each other. */
export function containerRequest(
  process: Process,
  flags: ContainerFlagValues,
  changed: (name: keyof typeof containerFlags) => boolean,
  image: string,
  command: readonly string[],
): ContainerCreateRequest & { HostConfig: Partial<HostConfig> } {
  const mac = flags['mac-address'];
  if (mac !== '' && !isMac(mac)) throw new CliError(`${mac} is not a valid mac address`);
  const attach = flags.attach;
  const attachStdin = attach.includes('stdin') || flags.interactive;
  const attachStdout = attach.length === 0 || attach.includes('stdout');
  const attachStderr = attach.length === 0 || attach.includes('stderr');
  const swappiness = flags['memory-swappiness'];
  if (swappiness !== -1 && (swappiness < 0 || swappiness > 100)) throw new CliError(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  const volumes = parseVolumes(flags.volume, process.cwd);
  const ports = parsePublished(flags.publish);
  addExposed(ports, flags.expose);
  const env = readKeyValues(process, flags['env-file'], flags.env, (name) => process.env[name]);
  const labels = readKeyValues(process, flags['label-file'], flags.label);
  const entrypoint = flags.entrypoint !== '' ? [flags.entrypoint] : changed('entrypoint') ? [''] : null;
  const restart = restartPolicy(flags.restart);
  const health = healthCheck(flags);
  const logOptions = pairs(flags['log-opt']);
  if (flags['log-driver'] === 'none' && flags['log-opt'].length > 0) throw new CliError('invalid logging opts for driver none');
  if (flags.rm && restart.Name !== '' && restart.Name !== 'no') throw new CliError('Conflicting options: --restart and --rm');
  const security = flags['security-opt'].filter((option) => option !== 'systempaths=unconfined');
  const unmasked = security.length < flags['security-opt'].length;
  const networks = [...flags.network, ...flags.net];
  const networkMode = networks[0]?.target ?? 'default';
  const endpoints: Record<string, Partial<EndpointSettings>> = endpointsOf(flags, networks);

  return {
    Hostname: flags.hostname,
    Domainname: flags.domainname,
    User: flags.user,
    AttachStdin: attachStdin,
    AttachStdout: attachStdout,
    AttachStderr: attachStderr,
    ExposedPorts: ports.exposed,
    Tty: flags.tty,
    OpenStdin: flags.interactive,
    StdinOnce: flags.interactive && attachStdin,
    Env: env,
    Cmd: command.length > 0 ? [...command] : null,
    ...(health && { Healthcheck: health }),
    Image: image,
    Volumes: volumes.anonymous,
    WorkingDir: flags.workdir,
    Entrypoint: entrypoint,
    ...(mac !== '' && { MacAddress: mac }),
    OnBuild: null,
    Labels: pairs(labels),
    ...(flags['stop-signal'] !== '' && { StopSignal: flags['stop-signal'] }),
    ...(changed('stop-timeout') && { StopTimeout: flags['stop-timeout'] }),
    HostConfig: {
      Binds: volumes.binds.length > 0 ? volumes.binds : null,
      ContainerIDFile: flags.cidfile,
      LogConfig: { Type: flags['log-driver'], Config: logOptions },
      NetworkMode: networkMode,
      PortBindings: ports.bindings,
      RestartPolicy: restart,
      AutoRemove: flags.rm,
      VolumeDriver: flags['volume-driver'],
      VolumesFrom: orNull(flags['volumes-from']),
      ConsoleSize: [0, 0],
      ...(Object.keys(flags.annotation).length > 0 && { Annotations: { ...flags.annotation } }),
      CapAdd: orNull(flags['cap-add']),
      CapDrop: orNull(flags['cap-drop']),
      CgroupnsMode: mode('cgroupns', 'CGROUP', flags.cgroupns, ['', 'host', 'private']),
      Dns: [...flags.dns],
      DnsOptions: [...flags['dns-option'], ...flags['dns-opt']],
      DnsSearch: [...flags['dns-search']],
      ExtraHosts: orNull(flags['add-host']),
      GroupAdd: orNull(flags['group-add']),
      IpcMode: flags.ipc,
      Cgroup: '',
      Links: orNull(flags.link),
      OomScoreAdj: flags['oom-score-adj'],
      PidMode: flags.pid.startsWith('container:') ? flags.pid : mode('pid', 'PID', flags.pid, ['', 'host']),
      Privileged: flags.privileged,
      PublishAllPorts: flags['publish-all'],
      ReadonlyRootfs: flags['read-only'],
      SecurityOpt: orNull(securityOptions(security)),
      ...(flags['storage-opt'].length > 0 && { StorageOpt: pairs(flags['storage-opt'], 'invalid storage option') }),
      ...(flags.tmpfs.length > 0 && { Tmpfs: Object.fromEntries(flags.tmpfs.map((spec): [string, string] => [cut(spec, ':')[0], cut(spec, ':')[1] ?? ''])) }),
      UTSMode: mode('uts', 'UTS', flags.uts, ['', 'host']),
      UsernsMode: mode('userns', 'USER', flags.userns, ['', 'host']),
      ShmSize: flags['shm-size'],
      ...(Object.keys(flags.sysctl).length > 0 && { Sysctls: { ...flags.sysctl } }),
      Runtime: flags.runtime,
      Isolation: flags.isolation,
      CpuShares: flags['cpu-shares'],
      Memory: flags.memory,
      NanoCpus: flags.cpus,
      CgroupParent: flags['cgroup-parent'],
      BlkioWeight: flags['blkio-weight'],
      CpuPeriod: flags['cpu-period'],
      CpuQuota: flags['cpu-quota'],
      CpuRealtimePeriod: flags['cpu-rt-period'],
      CpuRealtimeRuntime: flags['cpu-rt-runtime'],
      CpusetCpus: flags['cpuset-cpus'],
      CpusetMems: flags['cpuset-mems'],
      Devices: flags.device.map(parseDevice),
      DeviceCgroupRules: orNull(flags['device-cgroup-rule']),
      DeviceRequests: flags.gpus.length > 0 ? [...flags.gpus] : null,
      MemoryReservation: flags['memory-reservation'],
      MemorySwap: flags['memory-swap'],
      MemorySwappiness: swappiness,
      OomKillDisable: flags['oom-kill-disable'],
      PidsLimit: flags['pids-limit'],
      Ulimits: flags.ulimit.length > 0 ? [...flags.ulimit] : null,
      ...(flags.mount.length > 0 && { Mounts: flags.mount.map((mount) => ({ ...mount, ...(mount.Source !== undefined && { Source: absolute(mount.Source, process.cwd) }) })) }),
      ...(unmasked && { MaskedPaths: [], ReadonlyPaths: [] }),
      ...(changed('init') && { Init: flags.init }),
    },
    NetworkingConfig: { EndpointsConfig: endpoints },
  };
}

function orNull(items: readonly string[]): string[] | null {
  return items.length > 0 ? [...items] : null;
}

function pairs(items: readonly string[], demand?: string): Record<string, string> {
  return Object.fromEntries(
    items.map((item): [string, string] => {
      const [key, value] = cut(item, '=');
      if (demand !== undefined && value === undefined) throw new CliError(demand);
      return [key, value ?? ''];
    }),
  );
}

function isMac(text: string): boolean {
  return /^[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}$/.test(text) || /^[0-9a-fA-F]{4}(\.[0-9a-fA-F]{4}){2}$/.test(text);
}

function mode(flag: string, words: string, value: string, valid: readonly string[]): string {
  if (!valid.includes(value)) throw new CliError(`--${flag}: invalid ${words} mode`);
  return value;
}

/** `no`, `always`, `unless-stopped`, `on-failure[:COUNT]`; a name that does not exist is for the daemon to refuse. */
export function restartPolicy(text: string): RestartPolicy {
  const [name, count] = cut(text, ':');
  if (count !== undefined && name === '') throw new CliError('invalid restart policy format: no policy provided before colon');
  if (count && !/^[+-]?\d+$/.test(count)) throw new CliError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name as RestartPolicy['Name'], MaximumRetryCount: Number(count || 0) };
}

function healthCheck(flags: ContainerFlagValues): HealthConfig | undefined {
  const settings = {
    Interval: flags['health-interval'], Timeout: flags['health-timeout'], StartPeriod: flags['health-start-period'], StartInterval: flags['health-start-interval'],
    Retries: flags['health-retries'],
  };
  const given = flags['health-cmd'] !== '' || Object.values(settings).some((value) => value !== 0);
  if (flags['no-healthcheck']) {
    if (given) throw new CliError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  if (!given) return undefined;
  for (const name of ['health-interval', 'health-timeout', 'health-retries', 'health-start-period', 'health-start-interval'] as const) {
    if (flags[name] < 0) throw new CliError(`--${name} cannot be negative`);
  }
  const set = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== 0));
  return { ...(flags['health-cmd'] !== '' && { Test: ['CMD-SHELL', flags['health-cmd']] }), ...set };
}

function securityOptions(options: readonly string[]): string[] {
  for (const option of options) {
    const [key, value] = option.includes('=') ? cut(option, '=') : cut(option, ':');
    if (key !== 'no-new-privileges' && !value) throw new CliError(`Invalid --security-opt: ${JSON.stringify(option)}`);
  }
  return [...options];
}

function parseDevice(spec: string): { PathOnHost: string; PathInContainer: string; CgroupPermissions: string } {
  const parts = spec.split(':');
  const [host = '', second, third] = parts;
  if (parts.length > 3 || host === '') throw new CliError(`bad format for path: ${spec}`);
  const isMode = (text: string): boolean => /^(?!.*(.).*\1)[rwm]+$/.test(text);
  const permissions = third ?? (second !== undefined && isMode(second) ? second : 'rwm');
  if (third !== undefined && !isMode(third)) throw new CliError(`bad mode specified: ${third}`);
  const inside = second !== undefined && !(third === undefined && isMode(second)) ? second : host;
  if (!inside.startsWith('/')) throw new CliError(`${inside} is not an absolute path`);
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: permissions };
}
