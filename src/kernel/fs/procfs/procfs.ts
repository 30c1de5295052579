import type { Clock, RandomBytes } from '../../../base/index.ts';
import type { Task, TaskSystem } from '../../task/index.ts';
import { pidMax, type PidNamespace } from '../../task/index.ts';
import { capable, type Inode } from '../../vfs/index.ts';
import { SystemError } from '../../uapi/index.ts';
import { kernelRelease, kernelVersion } from '../machine.ts';
import { fixedEntries, SyntheticDirectory, SyntheticFile, SyntheticFs, SyntheticLink } from '../synthetic.ts';
import { cgroups, devices, diskstats, modules, partitions, vmstat } from './device-lists.ts';
import { cpuinfo, filesystems, loadavg, meminfo, systemStat, uptime, version } from './system-files.ts';
import { ipv4Entries, ipv6Entries } from './network-files.ts';
import { settingsEntries } from './settings.ts';
import { taskDirectory } from './task-directory.ts';

/** What /proc shows of the kernel. */
export interface ProcSystem extends TaskSystem {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly bootTime: number;
}

/** /proc of one pid namespace: proc(5). */
export function createProcFs(system: ProcSystem, namespace: PidNamespace<Task>): SyntheticFs {
  const fs = new SyntheticFs('proc', () => system.clock.now());
  const file = (text: () => string) => () => new SyntheticFile(fs, text);
  const directory = (entries: Record<string, () => Inode>) => () => new SyntheticDirectory(fs, fixedEntries(entries));
  const self = (): string => {
    const number = system.current?.pid.in(namespace) ?? 0;
    if (number === 0) throw new SystemError('ENOENT');
    return String(number);
  };
  const link = (text: () => string) => () => new SyntheticLink(fs, text);
  const asking = (): Task | undefined => system.current;
  const fixed = fixedEntries({
    self: link(self),
    'thread-self': link(() => `${self()}/task/${self()}`),
    mounts: link(() => 'self/mounts'),
    net: link(() => 'self/net'),
    meminfo: file(() => meminfo()),
    cpuinfo: file(() => cpuinfo()),
    uptime: file(() => uptime(system)),
    loadavg: file(() => loadavg(namespace)),
    version: file(() => version()),
    stat: file(() => systemStat(system, namespace)),
    filesystems: file(() => filesystems()),
    cmdline: file(() => `BOOT_IMAGE=/boot/vmlinuz-${kernelRelease} root=/dev/sda1 ro quiet\n`),
    swaps: file(() => 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n'),
    partitions: file(() => partitions()),
    diskstats: file(() => diskstats(system)),
    devices: file(() => devices()),
    cgroups: file(() => cgroups()),
    modules: file(() => modules()),
    vmstat: file(() => vmstat()),
    acpi: directory({}),
    bus: directory({ input: directory({ devices: file(() => '') }), pci: directory({ devices: file(() => '') }) }),
    fs: directory({ ext4: directory({}) }),
    irq: directory({ default_smp_affinity: file(() => '3\n') }),
    kcore: () => new SyntheticFile(fs, () => '', { mode: 0o400 }),
    keys: file(() => ''),
    timer_list: file(() => 'Timer List Version: v0.10\n'),
    'sysrq-trigger': () => new SyntheticFile(fs, () => '', { mode: 0o200, write: () => void requireAdmin(system) }),
    sys: directory(settingsEntries(fs, system, { kernel: kernelEntries(fs, system, namespace), net: { ipv4: ipv4Entries(fs, asking), ipv6: { conf: Object.fromEntries(['all', 'default', 'lo', 'eth0'].map((name) => [name, ipv6Entries(fs, asking, name)])) } }, fs: { 'file-max': file(() => '9223372036854775807\n') } }, () => requireAdmin(system))),
  });
  const tasks = new WeakMap<Task, Inode>();
  return fs.mountRoot(new SyntheticDirectory(fs, {
    lookup(name) {
      if (!/^[1-9]\d*$/.test(name)) return fixed.lookup(name);
      const task = namespace.task(Number(name));
      if (!task) return undefined;
      let inode = tasks.get(task);
      if (!inode) {
        inode = taskDirectory(fs, task, namespace);
        tasks.set(task, inode);
      }
      return inode;
    },
    *names() {
      for (const task of namespace.tasks()) yield String(task.pid.in(namespace));
      yield* fixed.names();
    },
  }));
}

function requireAdmin(system: TaskSystem): Task {
  const task = system.current;
  if (!task || !capable(task.credentials, 'CAP_SYS_ADMIN')) throw new SystemError('EPERM');
  return task;
}

function kernelEntries(fs: SyntheticFs, system: ProcSystem, namespace: PidNamespace<Task>): Record<string, () => Inode> {
  const file = (text: () => string, write?: (text: string) => void) => () => new SyntheticFile(fs, text, write ? { write } : {});
  const bootId = uuid(system.random);
  return {
    hostname: file(() => `${system.current?.namespaces.uts.hostname ?? ''}\n`, (text) => {
      requireAdmin(system).namespaces.uts.hostname = text.trim();
    }),
    domainname: file(() => '(none)\n'),
    osrelease: file(() => `${kernelRelease}\n`),
    ostype: file(() => 'Linux\n'),
    version: file(() => `${kernelVersion}\n`),
    pid_max: file(() => `${pidMax}\n`),
    ns_last_pid: file(() => `${namespace.tasks().at(-1)?.pid.in(namespace) ?? 0}\n`),
    random: () => new SyntheticDirectory(fs, fixedEntries({ boot_id: file(() => `${bootId}\n`), uuid: file(() => `${uuid(system.random)}\n`), entropy_avail: file(() => '256\n') })),
  };
}

/** A random UUID of version 4. */
function uuid(random: RandomBytes): string {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
