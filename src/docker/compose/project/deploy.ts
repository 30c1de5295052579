import type { Extensions } from './extensions.ts';

/** Section `deploy` of a service; outside a swarm Compose uses replicas, resources, restart_policy and labels. */
export interface DeployConfig {
  mode?: string;
  /** Absent: 1. */
  replicas?: number;
  labels?: Record<string, string>;
  update_config?: UpdateConfig;
  rollback_config?: UpdateConfig;
  resources?: { limits?: Resource; reservations?: Resource; extensions?: Extensions };
  restart_policy?: RestartPolicy;
  placement?: { constraints?: string[]; preferences?: { spread?: string; extensions?: Extensions }[]; max_replicas_per_node?: number; extensions?: Extensions };
  endpoint_mode?: string;
  extensions?: Extensions;
}

export interface UpdateConfig {
  parallelism?: number;
  delay?: number;
  failure_action?: string;
  monitor?: number;
  max_failure_ratio?: number;
  order?: string;
  extensions?: Extensions;
}

export interface Resource {
  /** Processors, such as 0.5. */
  cpus?: number;
  memory?: number;
  pids?: number;
  devices?: DeviceRequest[];
  generic_resources?: { discrete_resource_spec?: { kind: string; value: number }; extensions?: Extensions }[];
  extensions?: Extensions;
}

export interface RestartPolicy {
  condition?: string;
  delay?: number;
  max_attempts?: number;
  window?: number;
  extensions?: Extensions;
}

export interface DeviceRequest {
  capabilities?: string[];
  driver?: string;
  /** -1: all. */
  count?: number;
  device_ids?: string[];
  options?: Record<string, string>;
}
