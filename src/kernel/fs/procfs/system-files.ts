import type { PidNamespace, Task } from '../../task/index.ts';
import { kernelRelease, kernelVersion, memoryTotal, processorCount } from '../machine.ts';

/** When the machine started and what time it is. */
export interface Uptime {
  readonly clock: { now(): number };
  readonly bootTime: number;
}

function running(namespace: PidNamespace<Task>): Task[] {
  return namespace.tasks().filter((task) => task.state === 'R' && task.image && !task.image.blocked);
}

export function meminfo(): string {
  const total = memoryTotal / 1024;
  const rows: [string, number][] = [
    ['MemTotal', total], ['MemFree', Math.floor(total * 0.61)], ['MemAvailable', Math.floor(total * 0.82)], ['Buffers', 61440], ['Cached', Math.floor(total * 0.21)], ['SwapCached', 0],
    ['Active', Math.floor(total * 0.12)], ['Inactive', Math.floor(total * 0.19)], ['SwapTotal', 0], ['SwapFree', 0], ['Dirty', 128], ['Shmem', 2048], ['Slab', 204800], ['SReclaimable', 143360], ['SUnreclaim', 61440],
  ];
  return rows.map(([name, value]) => `${`${name}:`.padEnd(16)}${String(value).padStart(8)} kB\n`).join('');
}

export function cpuinfo(): string {
  const one = (processor: number): string => [
    `processor\t: ${processor}`, 'vendor_id\t: GenuineIntel', 'cpu family\t: 6', 'model\t\t: 85', 'model name\t: Intel(R) Xeon(R) Processor @ 2.50GHz', 'stepping\t: 7', 'microcode\t: 0x1',
    'cpu MHz\t\t: 2500.000', 'cache size\t: 33792 KB', `physical id\t: 0`, `siblings\t: ${processorCount}`, `core id\t\t: ${processor}`, `cpu cores\t: ${processorCount}`, `apicid\t\t: ${processor}`,
    'fpu\t\t: yes', 'fpu_exception\t: yes', 'cpuid level\t: 13', 'wp\t\t: yes', 'flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ss ht syscall nx lm constant_tsc rep_good nopl cpuid pni ssse3 sse4_1 sse4_2 x2apic popcnt aes avx hypervisor',
    'bogomips\t: 5000.00', 'clflush size\t: 64', 'cache_alignment\t: 64', 'address sizes\t: 46 bits physical, 48 bits virtual', 'power management:', '', '',
  ].join('\n');
  return Array.from({ length: processorCount }, (_, processor) => one(processor)).join('');
}

export function uptime({ clock, bootTime }: Uptime): string {
  const seconds = (clock.now() - bootTime) / 1000;
  return `${seconds.toFixed(2)} ${(seconds * processorCount * 0.97).toFixed(2)}\n`;
}

export function loadavg(namespace: PidNamespace<Task>): string {
  const tasks = namespace.tasks();
  return `0.00 0.01 0.05 ${Math.max(1, running(namespace).length)}/${tasks.length} ${tasks.at(-1)?.pid.in(namespace) ?? 1}\n`;
}

export function version(): string {
  return `Linux version ${kernelRelease} (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) ${kernelVersion}\n`;
}

export function systemStat({ clock, bootTime }: Uptime, namespace: PidNamespace<Task>): string {
  const ticks = Math.floor((clock.now() - bootTime) / 10);
  const row = (name: string, share: number): string => `${name} ${Math.floor(ticks * 0.02 * share)} 0 ${Math.floor(ticks * 0.01 * share)} ${Math.floor(ticks * 0.97 * share)} 0 0 0 0 0 0`;
  const cpus = Array.from({ length: processorCount }, (_, i) => row(`cpu${i}`, 1));
  const last = namespace.tasks().at(-1)?.pid.in(namespace) ?? 1;
  return [row('cpu ', processorCount), ...cpus, 'intr 0', 'ctxt 0', `btime ${Math.floor(bootTime / 1000)}`, `processes ${last}`, `procs_running ${Math.max(1, running(namespace).length)}`, 'procs_blocked 0', ''].join('\n');
}

export function filesystems(): string {
  const types: readonly [string, boolean][] = [
    ['sysfs', true], ['tmpfs', true], ['bdev', true], ['proc', true], ['cgroup', true], ['cgroup2', true], ['devtmpfs', true], ['sockfs', true], ['pipefs', true], ['devpts', true], ['ext4', false], ['mqueue', true], ['overlay', true],
  ];
  return types.map(([name, virtual]) => `${virtual ? 'nodev' : ''}\t${name}\n`).join('');
}
