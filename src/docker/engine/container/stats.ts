import type { ContainerStats, CpuStats } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { hostInterfaceOf } from '../network/endpoint.ts';
import type { RuntimeUsage } from '../ports/runtime.ts';
import { rfc3339Nano, zeroTime } from '../timestamp.ts';
import type { Container } from './container.ts';

/** One sample of `GET /containers/{id}/stats`; `previous` is the sample before it. A container that does not run uses nothing. */
export function containerStats(daemon: Daemon, container: Container, previous: ContainerStats | undefined): ContainerStats {
  const now = daemon.clock.now();
  const usage = container.task?.usage();
  return {
    read: usage ? rfc3339Nano(now) : zeroTime, preread: previous?.read ?? zeroTime, pids_stats: usage ? { current: usage.pids } : {}, blkio_stats: { io_service_bytes_recursive: usage ? [] : null }, num_procs: 0,
    cpu_stats: cpuStats(daemon, usage, now), precpu_stats: previous?.cpu_stats ?? cpuStats(daemon, undefined, now),
    memory_stats: usage ? { usage: usage.memory, max_usage: usage.memory, stats: { cache: 0, rss: usage.memory, total_inactive_file: 0 }, limit: usage.memoryLimit ?? daemon.facts.memory } : {},
    name: `/${container.name}`, id: container.id,
    ...(usage && { networks: networkStats(daemon, container) }),
  };
}

function cpuStats(daemon: Daemon, usage: RuntimeUsage | undefined, now: number): CpuStats {
  const throttling = { periods: 0, throttled_periods: 0, throttled_time: 0 };
  if (!usage) return { cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 }, throttling_data: throttling };
  const total = Math.round(usage.cpuTime * 1e6);
  return { cpu_usage: { total_usage: total, usage_in_kernelmode: 0, usage_in_usermode: total }, system_cpu_usage: Math.round(now * 1e6 * daemon.facts.cpus), online_cpus: daemon.facts.cpus, throttling_data: throttling };
}

/** By the names of the container's interfaces, in the order in which it was put on its networks. */
function networkStats(daemon: Daemon, container: Container): NonNullable<ContainerStats['networks']> {
  const connected = Object.values(container.networks).filter((endpoint) => endpoint.IPAddress !== '');
  return Object.fromEntries(connected.flatMap((endpoint, index) => {
    const traffic = daemon.networkDriver.traffic(hostInterfaceOf(endpoint));
    if (!traffic) return [];
    return [[`eth${index}`, { rx_bytes: traffic.rxBytes, rx_packets: traffic.rxPackets, rx_errors: 0, rx_dropped: 0, tx_bytes: traffic.txBytes, tx_packets: traffic.txPackets, tx_errors: 0, tx_dropped: 0 }]];
  }));
}
