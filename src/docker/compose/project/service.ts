import type { BuildConfig } from './build.ts';
import type { DeployConfig, DeviceRequest } from './deploy.ts';
import type { Extensions } from './extensions.ts';
import type { FileReferenceConfig, MappingWithEquals, UlimitsConfig } from './parts.ts';

/** One service. See Project for what absent keys mean. */
export interface ServiceConfig {
  name: string;
  profiles?: string[];
  annotations?: Record<string, string>;
  /** Absent: attached. */
  attach?: boolean;
  build?: BuildConfig;
  develop?: DevelopConfig;
  blkio_config?: BlkioConfig;
  cap_add?: string[];
  cap_drop?: string[];
  cgroup_parent?: string;
  cgroup?: string;
  cpu_count?: number;
  cpu_percent?: number;
  cpu_period?: number;
  cpu_quota?: number;
  cpu_rt_period?: number;
  cpu_rt_runtime?: number;
  cpus?: number;
  cpuset?: string;
  cpu_shares?: number;
  /** Absent: the image's; empty: none. */
  command?: string[];
  configs?: FileReferenceConfig[];
  container_name?: string;
  credential_spec?: { config?: string; file?: string; registry?: string; extensions?: Extensions };
  depends_on?: Record<string, ServiceDependency>;
  deploy?: DeployConfig;
  device_cgroup_rules?: string[];
  devices?: DeviceMapping[];
  dns?: string[];
  dns_opt?: string[];
  dns_search?: string[];
  domainname?: string;
  /** Absent: the image's; empty: none. */
  entrypoint?: string[];
  /** With what env_file gives; null: set by nobody, left out of the container. */
  environment?: MappingWithEquals;
  env_file?: EnvFile[];
  expose?: string[];
  extends?: { file?: string; service?: string };
  external_links?: string[];
  /** Addresses by host name. */
  extra_hosts?: Record<string, string[]>;
  group_add?: string[];
  gpus?: DeviceRequest[];
  hostname?: string;
  healthcheck?: HealthCheckConfig;
  image?: string;
  /** Absent: the engine's default. */
  init?: boolean;
  ipc?: string;
  isolation?: string;
  labels?: Record<string, string>;
  label_file?: string[];
  /** Compose's own labels: project, service, working directory … */
  customLabels?: Record<string, string>;
  links?: string[];
  logging?: { driver?: string; options?: Record<string, string>; extensions?: Extensions };
  log_driver?: string;
  log_opt?: Record<string, string>;
  mem_limit?: number;
  mem_reservation?: number;
  /** -1: without limit. */
  memswap_limit?: number;
  mem_swappiness?: number;
  mac_address?: string;
  network_mode?: string;
  /** By key of `Project.networks`; null: nothing said about it. */
  networks?: Record<string, ServiceNetworkConfig | null>;
  oom_kill_disable?: boolean;
  oom_score_adj?: number;
  pid?: string;
  pids_limit?: number;
  platform?: string;
  ports?: ServicePortConfig[];
  privileged?: boolean;
  /** `always`, `never`, `if_not_present`, `missing`, `build`. */
  pull_policy?: string;
  read_only?: boolean;
  /** `no`, `always`, `unless-stopped`, `on-failure[:N]`. */
  restart?: string;
  runtime?: string;
  /** Absent: `deploy.replicas`, else 1. */
  scale?: number;
  secrets?: FileReferenceConfig[];
  security_opt?: string[];
  shm_size?: number;
  stdin_open?: boolean;
  /** Absent: the engine's. */
  stop_grace_period?: number;
  stop_signal?: string;
  storage_opt?: Record<string, string>;
  sysctls?: Record<string, string>;
  tmpfs?: string[];
  tty?: boolean;
  ulimits?: Record<string, UlimitsConfig>;
  user?: string;
  userns_mode?: string;
  uts?: string;
  volumes?: ServiceVolumeConfig[];
  volumes_from?: string[];
  working_dir?: string;
  post_start?: ServiceHook[];
  pre_stop?: ServiceHook[];
  extensions?: Extensions;
}

export interface ServiceDependency {
  condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  restart?: boolean;
  required: boolean;
  extensions?: Extensions;
}

export interface ServiceNetworkConfig {
  priority?: number;
  aliases?: string[];
  ipv4_address?: string;
  ipv6_address?: string;
  link_local_ips?: string[];
  mac_address?: string;
  driver_opts?: Record<string, string>;
  extensions?: Extensions;
}

export interface ServicePortConfig {
  name?: string;
  mode?: string;
  host_ip?: string;
  target: number;
  /** A port, a range `8000-8010`, or absent: any free one. */
  published?: string;
  protocol?: string;
  app_protocol?: string;
  extensions?: Extensions;
}

export interface ServiceVolumeConfig {
  type: string;
  /** Absolute path (bind) or key of `Project.volumes` (volume); absent: anonymous. */
  source?: string;
  target?: string;
  read_only?: boolean;
  consistency?: string;
  bind?: { selinux?: string; propagation?: string; create_host_path?: boolean; recursive?: string; extensions?: Extensions };
  volume?: { nocopy?: boolean; subpath?: string; extensions?: Extensions };
  tmpfs?: { size?: number; mode?: number; extensions?: Extensions };
  extensions?: Extensions;
}

export interface HealthCheckConfig {
  /** `CMD`, `CMD-SHELL` or `NONE` first; absent: the image's. */
  test?: string[];
  timeout?: number;
  interval?: number;
  retries?: number;
  start_period?: number;
  start_interval?: number;
  disable?: boolean;
  extensions?: Extensions;
}

export interface EnvFile {
  path: string;
  required: boolean;
  format?: string;
}

export interface DeviceMapping {
  source?: string;
  target?: string;
  permissions?: string;
  extensions?: Extensions;
}

export interface BlkioConfig {
  weight?: number;
  weight_device?: { path: string; weight: number }[];
  device_read_bps?: { path: string; rate: number }[];
  device_read_iops?: { path: string; rate: number }[];
  device_write_bps?: { path: string; rate: number }[];
  device_write_iops?: { path: string; rate: number }[];
  extensions?: Extensions;
}

export interface ServiceHook {
  command?: string[];
  user?: string;
  privileged?: boolean;
  working_dir?: string;
  environment?: MappingWithEquals;
  extensions?: Extensions;
}

export interface DevelopConfig {
  watch?: Trigger[];
  extensions?: Extensions;
}

/** One path that `docker compose watch` looks at. */
export interface Trigger {
  path: string;
  action: 'sync' | 'rebuild' | 'restart' | 'sync+restart' | 'sync+exec';
  target?: string;
  exec?: ServiceHook;
  ignore?: string[];
  extensions?: Extensions;
}
