import type { ContainerConfig, HostConfig } from '../../api/index.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Fields of a container's configuration as the API shows them; those with `?` only when there is something in them. */
const configFields = words(`Hostname Domainname User AttachStdin AttachStdout AttachStderr ExposedPorts? Tty OpenStdin StdinOnce Env Cmd Healthcheck? ArgsEscaped? Image Volumes WorkingDir Entrypoint NetworkDisabled?
  MacAddress? OnBuild Labels StopSignal? StopTimeout? Shell?`);

const hostConfigFields = words(`Binds ContainerIDFile LogConfig NetworkMode PortBindings RestartPolicy AutoRemove VolumeDriver VolumesFrom ConsoleSize Annotations? CapAdd CapDrop CgroupnsMode Dns DnsOptions DnsSearch ExtraHosts
  GroupAdd IpcMode Cgroup Links OomScoreAdj PidMode Privileged PublishAllPorts ReadonlyRootfs SecurityOpt StorageOpt? Tmpfs? UTSMode UsernsMode ShmSize Sysctls? Runtime Isolation CpuShares Memory NanoCpus CgroupParent
  BlkioWeight BlkioWeightDevice BlkioDeviceReadBps BlkioDeviceWriteBps BlkioDeviceReadIOps BlkioDeviceWriteIOps CpuPeriod CpuQuota CpuRealtimePeriod CpuRealtimeRuntime CpusetCpus CpusetMems Devices DeviceCgroupRules
  DeviceRequests MemoryReservation MemorySwap MemorySwappiness OomKillDisable PidsLimit Ulimits CpuCount CpuPercent IOMaximumIOps IOMaximumBandwidth Mounts? MaskedPaths ReadonlyPaths Init?`);

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** The same object with its keys in this order, without what is empty and need not be shown; others come last. */
function inOrder<T extends object>(object: T, fields: readonly string[]): T {
  const left = new Map(Object.entries(object));
  const shown: [string, unknown][] = [];
  for (const field of fields) {
    const key = field.replace('?', '');
    const value = left.get(key);
    if (left.delete(key) && !(key !== field && isEmpty(value))) shown.push([key, value]);
  }
  return Object.fromEntries([...shown, ...left]) as T;
}

/** As inspect shows it. */
export function orderedConfig(config: ContainerConfig): ContainerConfig {
  return inOrder(config, configFields);
}

/** As inspect shows it. */
export function orderedHostConfig(hostConfig: HostConfig): HostConfig {
  return inOrder(hostConfig, hostConfigFields);
}
