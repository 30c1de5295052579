import type { HostConfig } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { RuntimeResources } from '../ports/runtime.ts';

const minimumMemory = 6 * 1024 * 1024;

type Resources = Pick<HostConfig, 'Memory' | 'MemorySwap' | 'MemoryReservation' | 'NanoCpus' | 'CpuPeriod' | 'CpuQuota' | 'CpuShares' | 'CpusetCpus' | 'CpusetMems' | 'PidsLimit' | 'OomScoreAdj'>;

/** What a container's control group is asked for. */
export function runtimeResources(config: Resources): RuntimeResources {
  const byCpus = config.NanoCpus > 0 ? { cpuQuota: Math.floor(config.NanoCpus / 10_000), cpuPeriod: 100_000 } : { cpuQuota: config.CpuQuota, cpuPeriod: config.CpuPeriod };
  return { memory: config.Memory, memoryReservation: config.MemoryReservation, memorySwap: config.MemorySwap, pids: config.PidsLimit ?? 0, ...byCpus, cpuShares: config.CpuShares, cpus: config.CpusetCpus };
}

/** Throws where limits make no sense, in the order in which the daemon looks at them. */
export function checkResources(daemon: Pick<Daemon, 'facts'>, config: Partial<Resources>): void {
  const { Memory: memory = 0, MemorySwap: swap = 0, MemoryReservation: reservation = 0, NanoCpus: nano = 0, CpuPeriod: period = 0, CpuQuota: quota = 0, CpusetCpus: cpus = '', CpusetMems: mems = '', OomScoreAdj: oomScoreAdj = 0 } = config;
  const refuse = (message: string): never => {
    throw new EngineError('invalidParameter', message);
  };
  if (memory !== 0 && memory < minimumMemory) refuse('Minimum memory limit allowed is 6MB');
  if (memory > 0 && swap > 0 && swap < memory) refuse('Minimum memoryswap limit should be larger than memory limit, see usage');
  if (memory === 0 && swap > 0) refuse('You should always set the Memory limit when using Memoryswap limit, see usage');
  if (reservation > 0 && reservation < minimumMemory) refuse('Minimum memory reservation allowed is 6MB');
  if (memory > 0 && reservation > 0 && memory < reservation) refuse('Minimum memory limit can not be less than memory reservation limit, see usage');
  if (nano > 0 && period > 0) refuse('Conflicting options: Nano CPUs and CPU Period cannot both be set');
  if (nano > 0 && quota > 0) refuse('Conflicting options: Nano CPUs and CPU Quota cannot both be set');
  if (nano < 0 || nano > daemon.facts.cpus * 1e9) refuse(`Range of CPUs is from 0.01 to ${daemon.facts.cpus}.00, as there are only ${daemon.facts.cpus} CPUs available`);
  if (period !== 0 && (period < 1000 || period > 1_000_000)) refuse('CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)');
  if (quota > 0 && quota < 1000) refuse('CPU cfs quota can not be less than 1ms (i.e. 1000)');
  checkSet(cpus, daemon.facts.cpus, 'cpus', 'CPUs');
  checkSet(mems, 1, 'mems', 'memory nodes');
  if (oomScoreAdj < -1000 || oomScoreAdj > 1000) refuse(`Invalid value ${oomScoreAdj}, range for oom score adj is [-1000, 1000]`);
}

/** Takes away what the kernel of control groups version 2 does not have; gives the warnings about it. */
export function discardUnsupported(config: HostConfig): string[] {
  const warnings: string[] = [];
  if (config.MemorySwappiness !== null && config.MemorySwappiness !== undefined && config.MemorySwappiness !== -1) {
    warnings.push('Your kernel does not support memory swappiness capabilities or the cgroup is not mounted. Memory swappiness discarded.');
    config.MemorySwappiness = null;
  }
  if (config.OomKillDisable) {
    warnings.push('Your kernel does not support OomKillDisable. OomKillDisable discarded.');
    config.OomKillDisable = false;
  }
  if (config.BlkioWeight > 0) {
    warnings.push('Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.');
    config.BlkioWeight = 0;
  }
  return warnings;
}

function checkSet(asked: string, available: number, kind: string, what: string): void {
  if (asked === '') return;
  for (const part of asked.split(',')) {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) throw new EngineError('invalidParameter', `Invalid value ${asked} for cpuset ${kind}: invalid format: ${asked}`);
    if (Number(to) >= available) throw new EngineError('invalidParameter', `Requested ${what} are not available - requested ${asked}, available: ${available === 1 ? '0' : `0-${available - 1}`}`);
  }
}
