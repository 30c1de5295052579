import type { DeviceRequest, HostConfig, Ulimit } from '../../api/index.ts';
import type { Resource, ServiceConfig, UlimitsConfig } from '../project/index.ts';

/** Limits and devices of a service, from its own keys and from `deploy.resources`, which win. */
export function resourcesOf(service: ServiceConfig): Partial<HostConfig> {
  const { limits = {}, reservations = {} } = service.deploy?.resources ?? {};
  const memory = limits.memory ?? service.mem_limit;
  const cpus = limits.cpus ?? service.cpus;
  const pids = (limits.pids ?? 0) > 0 ? limits.pids : service.pids_limit;
  const reserved = reservations.memory ?? service.mem_reservation;
  return {
    ...(memory && { Memory: memory }),
    ...(cpus && { NanoCpus: Math.round(cpus * 1e9) }),
    ...(pids && { PidsLimit: pids }),
    ...(reserved && { MemoryReservation: reserved }),
    ...(service.memswap_limit && { MemorySwap: service.memswap_limit }),
    ...(service.mem_swappiness && { MemorySwappiness: service.mem_swappiness }),
    OomKillDisable: service.oom_kill_disable ?? false,
    ...(service.cgroup_parent && { CgroupParent: service.cgroup_parent }),
    ...(service.cpu_count && { CpuCount: service.cpu_count }),
    ...(service.cpu_percent && { CpuPercent: service.cpu_percent }),
    ...(service.cpu_period && { CpuPeriod: service.cpu_period }),
    ...(service.cpu_quota && { CpuQuota: service.cpu_quota }),
    ...(service.cpu_rt_period && { CpuRealtimePeriod: service.cpu_rt_period }),
    ...(service.cpu_rt_runtime && { CpuRealtimeRuntime: service.cpu_rt_runtime }),
    ...(service.cpu_shares && { CpuShares: service.cpu_shares }),
    ...(service.cpuset && { CpusetCpus: service.cpuset }),
    ...(service.device_cgroup_rules && { DeviceCgroupRules: service.device_cgroup_rules }),
    Devices: service.devices?.map(({ source = '', target, permissions }) => ({ PathOnHost: source, PathInContainer: target || source, CgroupPermissions: permissions || 'rwm' })) ?? null,
    ...(reservations.devices && { DeviceRequests: reservations.devices.map((device) => deviceRequest(device)) }),
    Ulimits: service.ulimits ? ulimitsOf(service.ulimits) : null,
    ...(service.blkio_config?.weight && { BlkioWeight: service.blkio_config.weight }),
    BlkioWeightDevice: service.blkio_config?.weight_device?.map(({ path, weight }) => ({ Path: path, Weight: weight })) ?? null,
    BlkioDeviceReadBps: throttles(service.blkio_config?.device_read_bps),
    BlkioDeviceReadIOps: throttles(service.blkio_config?.device_read_iops),
    BlkioDeviceWriteBps: throttles(service.blkio_config?.device_write_bps),
    BlkioDeviceWriteIOps: throttles(service.blkio_config?.device_write_iops),
  };
}

function deviceRequest(device: NonNullable<Resource['devices']>[number]): DeviceRequest {
  return { Driver: device.driver ?? '', Count: device.count ?? 0, DeviceIDs: device.device_ids ?? null, Capabilities: [device.capabilities ?? []] };
}

function throttles(devices: readonly { path: string; rate: number }[] | undefined): { Path: string; Rate: number }[] | null {
  return devices?.map(({ path, rate }) => ({ Path: path, Rate: rate })) ?? null;
}

/** Limits in the order of their names. */
export function ulimitsOf(limits: Readonly<Record<string, UlimitsConfig>>): Ulimit[] {
  return Object.entries(limits).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, { single = 0, soft, hard }]) => ({ Name: name, Soft: soft || single, Hard: hard || single }));
}

/** When the engine starts the container again: `deploy.restart_policy` wins over `restart`. */
export function restartPolicyOf(service: ServiceConfig): HostConfig['RestartPolicy'] {
  const policy = service.deploy?.restart_policy;
  if (policy) return { Name: restartName(policy.condition ?? ''), MaximumRetryCount: policy.max_attempts ?? 0 };
  const [condition = '', attempts = '0'] = (service.restart ?? '').split(':');
  return { Name: restartName(condition), MaximumRetryCount: Number(attempts) || 0 };
}

function restartName(condition: string): HostConfig['RestartPolicy']['Name'] {
  if (condition === 'none' || condition === 'no') return 'no';
  if (condition === 'any' || condition === 'always') return 'always';
  // What else there may be is for the engine to refuse.
  return condition as HostConfig['RestartPolicy']['Name'];
}
