import type { Extensions } from './extensions.ts';
import type { ServiceConfig } from './service.ts';

/**
 * What a set of Compose files says, with everything resolved: variables put in, files merged, short forms written out, paths absolute, names made.
 * Plain data. Keys that stand in a Compose file have its names (`container_name`); what only the program knows is in camel case (`workingDir`).
 * A key that is absent has Go's zero value: false, 0, '', no entries. Only a `?` that says so tells absent from zero (`init`, `scale`, `command`).
 * Bytes are numbers of bytes, durations numbers of nanoseconds.
 */
export interface Project {
  name: string;
  services: Record<string, ServiceConfig>;
  networks: Record<string, NetworkConfig>;
  volumes: Record<string, VolumeConfig>;
  secrets: Record<string, FileObjectConfig>;
  configs: Record<string, FileObjectConfig>;
  extensions?: Extensions;
  /** Directory that relative paths start from; absolute. */
  workingDir: string;
  /** The files it was read from, absolute; `-` is standard input. */
  composeFiles: readonly string[];
  /** Variables from the process and the env files. */
  environment: Readonly<Record<string, string>>;
  /** Services of profiles that are not active, and those that were not asked for. */
  disabledServices: Record<string, ServiceConfig>;
  /** Active profiles. */
  profiles: readonly string[];
}

export interface NetworkConfig {
  /** The name on the engine. */
  name?: string;
  driver?: string;
  driver_opts?: Record<string, string>;
  ipam?: IpamConfig;
  /** Not made and not removed by Compose. */
  external?: boolean;
  internal?: boolean;
  attachable?: boolean;
  labels?: Record<string, string>;
  enable_ipv4?: boolean;
  enable_ipv6?: boolean;
  extensions?: Extensions;
}

export interface IpamConfig {
  driver?: string;
  config?: IpamPool[];
  extensions?: Extensions;
}

export interface IpamPool {
  subnet?: string;
  gateway?: string;
  ip_range?: string;
  aux_addresses?: Record<string, string>;
  extensions?: Extensions;
}

export interface VolumeConfig {
  /** The name on the engine. */
  name?: string;
  driver?: string;
  driver_opts?: Record<string, string>;
  /** Not made and not removed by Compose. */
  external?: boolean;
  labels?: Record<string, string>;
  extensions?: Extensions;
}

/** A secret or a config at the top level: from a file, a variable, or, for configs, the text itself. */
export interface FileObjectConfig {
  name?: string;
  /** Absolute. */
  file?: string;
  /** Name of the variable that holds it. */
  environment?: string;
  /** The text; filled in from `environment` as well. */
  content?: string;
  external?: boolean;
  labels?: Record<string, string>;
  driver?: string;
  driver_opts?: Record<string, string>;
  template_driver?: string;
  extensions?: Extensions;
}
