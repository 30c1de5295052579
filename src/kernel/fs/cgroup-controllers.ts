import { type Cgroup, chargeMemory, type Task } from '../task/index.ts';
import { SystemError } from '../uapi/index.ts';
import type { Inode } from '../vfs/index.ts';
import { processorCount } from './machine.ts';
import { SyntheticFile, type SyntheticFs } from './synthetic.ts';

/** The files of one controller in a group's directory; cgroup-v2.rst of the kernel. The root has no limits. */
export function controllerFiles(fs: SyntheticFs, group: Cgroup<Task>, controller: string): Record<string, () => Inode> {
  const file = (text: () => string, write?: (text: string) => void) => (): Inode => new SyntheticFile(fs, text, write ? { write } : {});
  const kept = (name: string, first: string, valid = /^\S+$/) => file(() => `${group.settings.get(name) ?? first}\n`, (text) => {
    if (!valid.test(text.trim())) throw new SystemError('EINVAL');
    group.settings.set(name, text.trim());
  });
  const pressure = file(() => 'some avg10=0.00 avg60=0.00 avg300=0.00 total=0\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n');
  const limited = group.parent !== undefined;
  const only = (files: Record<string, () => Inode>): Record<string, () => Inode> => (limited ? files : {});
  switch (controller) {
    case 'memory': return {
      ...only({
        'memory.current': file(() => `${group.memory}\n`),
        'memory.events': () => new SyntheticFile(fs, () => memoryEvents(group), { watched: (changed) => group.onOomKill.add(changed) }),
        'memory.events.local': file(() => memoryEvents(group)),
        'memory.high': kept('memory.high', 'max', size),
        'memory.low': kept('memory.low', '0', size),
        'memory.max': file(() => `${word(group.memoryMax)}\n`, (text) => {
          group.memoryMax = bytes(text);
          if (group.memory > group.memoryMax) chargeMemory(group, 1, undefined);
        }),
        'memory.min': kept('memory.min', '0', size),
        'memory.oom.group': kept('memory.oom.group', '0', /^[01]$/),
        'memory.peak': file(() => `${Math.max(group.memoryPeak, group.memory)}\n`),
        'memory.swap.current': file(() => '0\n'),
        'memory.swap.events': file(() => 'high 0\nmax 0\nfail 0\n'),
        'memory.swap.high': kept('memory.swap.high', 'max', size),
        'memory.swap.max': kept('memory.swap.max', 'max', size),
      }),
      'memory.pressure': pressure,
      'memory.stat': file(() => memoryStat(group)),
    };
    case 'pids': return only({
      'pids.current': file(() => `${group.population}\n`),
      'pids.events': file(() => `max ${group.events.pidsMax}\n`),
      'pids.max': file(() => `${word(group.pidsMax)}\n`, (text) => {
        if (!/^(max|\d+)$/.test(text.trim())) throw new SystemError('EINVAL');
        group.pidsMax = text.trim() === 'max' ? Infinity : Number(text);
      }),
      'pids.peak': file(() => `${group.pidsPeak}\n`),
    });
    case 'cpu': return {
      'cpu.stat': file(() => cpuStat(group)),
      'cpu.pressure': pressure,
      ...only({
        'cpu.idle': kept('cpu.idle', '0', /^[01]$/),
        'cpu.max': file(() => `${word(group.cpuQuota)} ${group.cpuPeriod}\n`, (text) => setCpuMax(group, text)),
        'cpu.max.burst': kept('cpu.max.burst', '0', size),
        'cpu.weight': kept('cpu.weight', '100', /^([1-9]\d{0,3}|10000)$/),
        'cpu.weight.nice': kept('cpu.weight.nice', '0', /^-?\d+$/),
      }),
    };
    case 'cpuset': return {
      ...only({ 'cpuset.cpus': kept('cpuset.cpus', '', /^[\d,-]*$/), 'cpuset.mems': kept('cpuset.mems', '', /^[\d,-]*$/), 'cpuset.cpus.partition': kept('cpuset.cpus.partition', 'member') }),
      'cpuset.cpus.effective': file(() => `${group.settings.get('cpuset.cpus') || `0-${processorCount - 1}`}\n`),
      'cpuset.mems.effective': file(() => '0\n'),
    };
    case 'io': return { 'io.pressure': pressure, 'io.stat': file(() => ''), ...only({ 'io.max': kept('io.max', '', /.*/), 'io.weight': kept('io.weight', 'default 100', /^(default )?\d+$/) }) };
    default: return {};
  }
}

const size = /^(max|\d+[kmg]?)$/i;

function word(value: number): string {
  return value === Infinity ? 'max' : String(value);
}

/** A size as memparse() reads it, cut to whole pages. */
function bytes(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([kmg]?)$/i.exec(text.trim()) ?? [];
  if (text.trim() === 'max') return Infinity;
  if (digits === undefined) throw new SystemError('EINVAL');
  const units: Record<string, number> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
  return Math.floor((Number(digits) * (units[unit.toLowerCase()] ?? 1)) / 4096) * 4096;
}

function setCpuMax(group: Cgroup<Task>, text: string): void {
  const [, quota = '', period] = /^(max|\d+)(?:\s+(\d+))?\s*$/.exec(text.trim()) ?? [];
  const length = period === undefined ? group.cpuPeriod : Number(period);
  if (quota === '' || length < 1000 || length > 1_000_000 || (quota !== 'max' && Number(quota) < 1000)) throw new SystemError('EINVAL');
  group.cpuQuota = quota === 'max' ? Infinity : Number(quota);
  group.cpuPeriod = length;
}

function memoryEvents({ events }: Cgroup<Task>): string {
  return `low 0\nhigh 0\nmax ${events.memoryMax}\noom ${events.oom}\noom_kill ${events.oomKill}\noom_group_kill 0\n`;
}

function memoryStat(group: Cgroup<Task>): string {
  let anon = 0;
  for (const task of group.tasks()) anon += task.memory + 262144;
  const shmem = Math.max(0, group.memory - anon);
  const rows: [string, number][] = [['anon', anon], ['file', shmem], ['kernel', 0], ['shmem', shmem], ['file_mapped', 0], ['file_dirty', 0], ['file_writeback', 0], ['inactive_anon', anon + shmem], ['active_anon', 0], ['inactive_file', 0], ['active_file', 0], ['unevictable', 0], ['pgfault', 0], ['pgmajfault', 0]];
  return rows.map(([name, value]) => `${name} ${value}\n`).join('');
}

function cpuStat(group: Cgroup<Task>): string {
  const used = Math.round(group.cpuTime * 1000);
  const throttled = group.parent ? `nr_periods ${group.throttledPeriods}\nnr_throttled ${group.throttledPeriods}\nthrottled_usec ${Math.round(group.throttledTime * 1000)}\nnr_bursts 0\nburst_usec 0\n` : '';
  return `usage_usec ${used}\nuser_usec ${Math.round(used * 0.7)}\nsystem_usec ${used - Math.round(used * 0.7)}\n${throttled}`;
}
