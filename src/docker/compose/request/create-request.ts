import type { ContainerCreateRequest, ContainerSummary, HealthConfig, HostConfig, ImageInspect } from '../../api/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { HealthCheckConfig, MappingWithEquals, Project, ServiceConfig } from '../project/index.ts';
import { containerLabels } from './labels.ts';
import { mountsOf } from './mounts.ts';
import { imageNameOf } from './names.ts';
import { networking, portsOf } from './networking.ts';
import { resourcesOf, restartPolicyOf } from './resources.ts';

/** What of a container is not in its service. */
export interface CreateOptions {
  number: number;
  separator: string;
  autoRemove?: boolean;
  attachStdin?: boolean;
  /** Whether it answers to the service's name. */
  aliases: boolean;
  /** Beside those of the service. */
  labels?: Readonly<Record<string, string>>;
  links: readonly string[];
  image: ImageInspect | undefined;
  /** The container whose anonymous volumes it takes over. */
  replaced?: ContainerSummary | undefined;
  /** Reads a file named by `security_opt`. */
  readFile: (path: string) => string;
}

/** What the engine is asked for to make a container of a service. Throws ComposeError for what Compose refuses. */
export function createRequest(project: Project, service: ServiceConfig, options: CreateOptions): ContainerCreateRequest & { HostConfig: Partial<HostConfig> } {
  const { binds, mounts } = mountsOf(project, service, options.image, options.replaced);
  const { ExposedPorts, PortBindings } = portsOf(service);
  const { mode, config } = networking(project, service, options);
  const { options: securityOpt, unconfined } = securityOf(service.security_opt ?? [], options.readFile);
  const healthcheck = healthOf(service.healthcheck);
  return {
    ...(service.hostname && { Hostname: service.hostname }),
    ...(service.domainname && { Domainname: service.domainname }),
    ...(service.user && { User: service.user }),
    ExposedPorts,
    Tty: service.tty ?? false,
    OpenStdin: service.stdin_open ?? false,
    StdinOnce: (options.attachStdin ?? false) && (service.stdin_open ?? false),
    AttachStdin: options.attachStdin ?? false,
    AttachStdout: true,
    AttachStderr: true,
    ...(service.command && { Cmd: service.command }),
    ...(service.entrypoint && { Entrypoint: service.entrypoint }),
    Image: imageNameOf(project.name, service, options.separator),
    ...(service.working_dir && { WorkingDir: service.working_dir }),
    Labels: containerLabels(service, options.number, options.labels),
    ...(service.stop_signal && { StopSignal: service.stop_signal }),
    Env: environmentList(service.environment ?? {}),
    ...(healthcheck && { Healthcheck: healthcheck }),
    ...(service.stop_grace_period !== undefined && { StopTimeout: Math.trunc(service.stop_grace_period / 1e9) }),
    HostConfig: {
      ...hostConfigOf(service),
      AutoRemove: options.autoRemove ?? false,
      ...(binds.length > 0 && { Binds: binds }),
      ...(mounts.length > 0 && { Mounts: mounts }),
      NetworkMode: mode,
      PortBindings,
      ...(options.links.length > 0 && { Links: [...options.links] }),
      ...(securityOpt.length > 0 && { SecurityOpt: securityOpt }),
      ...(unconfined && { MaskedPaths: [], ReadonlyPaths: [] }),
    },
    ...(config && { NetworkingConfig: config }),
  };
}

function hostConfigOf(service: ServiceConfig): Partial<HostConfig> {
  const logging = service.logging;
  return {
    ...resourcesOf(service),
    RestartPolicy: restartPolicyOf(service),
    ...(service.annotations && { Annotations: service.annotations }),
    ...(service.cap_add && { CapAdd: service.cap_add }),
    ...(service.cap_drop && { CapDrop: service.cap_drop }),
    ...(service.init !== undefined && { Init: service.init }),
    ...(service.ipc && { IpcMode: service.ipc }),
    ...(service.cgroup && { CgroupnsMode: service.cgroup }),
    ReadonlyRootfs: service.read_only ?? false,
    ...(service.shm_size && { ShmSize: service.shm_size }),
    ...(service.sysctls && { Sysctls: service.sysctls }),
    ...(service.volumes_from && { VolumesFrom: service.volumes_from }),
    Dns: service.dns ?? null,
    DnsSearch: service.dns_search ?? null,
    DnsOptions: service.dns_opt ?? null,
    ExtraHosts: Object.entries(service.extra_hosts ?? {}).flatMap(([host, addresses]) => addresses.map((address) => `${host}:${address}`)),
    ...(service.storage_opt && { StorageOpt: service.storage_opt }),
    ...(service.userns_mode && { UsernsMode: service.userns_mode }),
    ...(service.uts && { UTSMode: service.uts }),
    Privileged: service.privileged ?? false,
    ...(service.pid && { PidMode: service.pid }),
    ...(service.tmpfs && { Tmpfs: Object.fromEntries(service.tmpfs.map((entry): [string, string] => (entry.includes(':') ? [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)] : [entry, '']))) }),
    ...(service.isolation && { Isolation: service.isolation }),
    ...(service.runtime && { Runtime: service.runtime }),
    ...(logging && { LogConfig: { Type: logging.driver ?? '', Config: logging.options ?? {} } }),
    ...(service.group_add && { GroupAdd: service.group_add }),
    ...(service.oom_score_adj && { OomScoreAdj: service.oom_score_adj }),
  };
}

/** `KEY=value`; a name alone where nothing gives it a value, which takes the variable out of the image's. */
function environmentList(environment: MappingWithEquals): string[] {
  return Object.entries(environment).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => (value === null ? key : `${key}=${value}`));
}

function healthOf(check: HealthCheckConfig | undefined): HealthConfig | undefined {
  if (!check) return undefined;
  const { interval, timeout, retries, start_period: period, start_interval: pause } = check;
  return {
    ...(check.disable ? { Test: ['NONE'] } : check.test && { Test: check.test }),
    ...(interval !== undefined && { Interval: interval }),
    ...(timeout !== undefined && { Timeout: timeout }),
    ...(period !== undefined && { StartPeriod: period }),
    ...(pause !== undefined && { StartInterval: pause }),
    ...(retries !== undefined && { Retries: retries }),
  };
}

function securityOf(given: readonly string[], readFile: (path: string) => string): { options: string[]; unconfined: boolean } {
  const options: string[] = [];
  let unconfined = false;
  for (const option of given) {
    if (option === 'systempaths=unconfined') {
      unconfined = true;
      continue;
    }
    const [, name = option, value] = /^([^=:]+)[=:](.*)$/.exec(option) ?? [];
    if (value === undefined && option !== 'no-new-privileges') throw new ComposeError('other', `Invalid security-opt: ${JSON.stringify(option)}`);
    options.push(name === 'seccomp' && value !== undefined && value !== 'unconfined' ? `seccomp=${JSON.stringify(JSON.parse(readFile(value)))}` : option);
  }
  return { options, unconfined };
}
