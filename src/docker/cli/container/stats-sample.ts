import { bytesSize, humanSize } from '../../../base/go/index.ts';
import type { ContainerStats } from '../../api/index.ts';
import type { RowFields } from '../format/formatter.ts';
import { shortId } from '../format/text.ts';

export const statsHeaders = {
  Container: 'CONTAINER', Name: 'NAME', ID: 'CONTAINER ID', CPUPerc: 'CPU %', MemUsage: 'MEM USAGE / LIMIT', MemPerc: 'MEM %', NetIO: 'NET I/O', BlockIO: 'BLOCK I/O', PIDs: 'PIDS',
};

/** A container without a sample: it does not run, or has just come. */
export function emptyStatsRow(container: string): RowFields {
  return { Container: container, Name: '--', ID: '', CPUPerc: '--', MemUsage: '-- / --', MemPerc: '--', NetIO: '--', BlockIO: '--', PIDs: '--' };
}

/** A sample as `docker stats` shows it. */
export function statsRow(container: string, sample: ContainerStats, truncate: boolean): RowFields {
  const memory = usedMemory(sample);
  const limit = sample.memory_stats.limit ?? 0;
  const networks = Object.values(sample.networks ?? {});
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const blocks = sample.blkio_stats.io_service_bytes_recursive ?? [];
  const moved = (letter: string): number => sum(blocks.filter(({ op }) => op.toLowerCase().startsWith(letter)).map(({ value }) => value));
  return {
    Container: container,
    Name: sample.name.length > 1 ? sample.name.slice(1) : '--',
    ID: truncate ? shortId(sample.id) : sample.id,
    CPUPerc: percent(processorShare(sample)),
    MemUsage: `${bytesSize(memory)} / ${bytesSize(limit)}`,
    MemPerc: percent(limit === 0 ? 0 : (memory / limit) * 100),
    NetIO: `${humanSize(sum(networks.map(({ rx_bytes }) => rx_bytes)), 3)} / ${humanSize(sum(networks.map(({ tx_bytes }) => tx_bytes)), 3)}`,
    BlockIO: `${humanSize(moved('r'), 3)} / ${humanSize(moved('w'), 3)}`,
    PIDs: String(sample.pids_stats.current ?? 0),
  };
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}

/** Time used since the last sample, as a share of one processor. */
function processorShare({ cpu_stats: now, precpu_stats: before }: ContainerStats): number {
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const passed = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  const processors = now.online_cpus || (now.cpu_usage.percpu_usage?.length ?? 0);
  return passed > 0 && used > 0 ? (used / passed) * processors * 100 : 0;
}

/** Memory without the page cache that can be given up. */
function usedMemory({ memory_stats: memory }: ContainerStats): number {
  const usage = memory.usage ?? 0;
  const inactive = memory.stats?.['total_inactive_file'] ?? memory.stats?.['inactive_file'] ?? 0;
  return inactive < usage ? usage - inactive : usage;
}
