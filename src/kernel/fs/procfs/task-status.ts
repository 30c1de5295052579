import type { PidNamespace, Task } from '../../task/index.ts';
import { signalNumbers } from '../../uapi/index.ts';
import { processorCount } from '../machine.ts';

/** Capabilities in the order of their numbers: capability.h. */
const capabilityNames = [
  'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'LINUX_IMMUTABLE', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER',
  'SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT', 'SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE', 'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP',
  'MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ', 'PERFMON', 'BPF', 'CHECKPOINT_RESTORE',
];

function capabilityMask(capabilities: ReadonlySet<string> | 'all'): string {
  let mask = 0n;
  capabilityNames.forEach((name, bit) => {
    if (capabilities === 'all' || capabilities.has(`CAP_${name}`)) mask |= 1n << BigInt(bit);
  });
  return mask.toString(16).padStart(16, '0');
}

function stateOf(task: Task): 'R' | 'S' | 'T' | 'Z' {
  if (task.state !== 'R') return task.state;
  return task.image && !task.image.blocked ? 'R' : 'S';
}

const stateNames = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' };

function signalMask(task: Task, wanted: 'ignore' | 'handle'): string {
  let mask = 0n;
  for (const [signal, disposition] of task.dispositions) if ((disposition === 'ignore') === (wanted === 'ignore')) mask |= 1n << BigInt(signalNumbers[signal] - 1);
  return mask.toString(16).padStart(16, '0');
}

/** The processors of its control group, as `0-1`. */
function allowedCpus(task: Task): string {
  for (let group: Task['cgroup'] | undefined = task.cgroup; group; group = group.parent) {
    const cpus = group.settings.get('cpuset.cpus');
    if (cpus) return cpus;
  }
  return `0-${processorCount - 1}`;
}

/** /proc/PID/status */
export function taskStatus(task: Task, namespace: PidNamespace<Task>): string {
  const { credentials, bounding, image } = task;
  const pid = task.pid.in(namespace);
  const state = stateOf(task);
  const numbers = (of: Task['pid']): string => {
    const inner: number[] = [];
    for (const [each, number] of of.numbers) if (each.isWithin(namespace)) inner.push(number);
    return inner.toReversed().join('\t');
  };
  const effective = capabilityMask(credentials.capabilities);
  const rows: [string, string | number][] = [
    ['Name', image?.comm ?? ''], ['Umask', task.umask.toString(8).padStart(4, '0')], ['State', `${state} (${stateNames[state]})`], ['Tgid', pid], ['Ngid', 0], ['Pid', pid],
    ['PPid', task.parent?.pid.in(namespace) ?? 0], ['TracerPid', 0],
    ['Uid', `${credentials.uid}\t${credentials.euid}\t${credentials.euid}\t${credentials.euid}`], ['Gid', `${credentials.gid}\t${credentials.egid}\t${credentials.egid}\t${credentials.egid}`],
    ['FDSize', 64], ['Groups', `${credentials.groups.join(' ')} `], ['NStgid', numbers(task.pid)], ['NSpid', numbers(task.pid)], ['NSpgid', numbers(task.group.id)], ['NSsid', numbers(task.session.id)],
    ...(state === 'Z' ? [] : ([['VmPeak', `${Math.round(4352 + task.memory / 1024)} kB`.padStart(11)], ['VmSize', `${Math.round(4352 + task.memory / 1024)} kB`.padStart(11)], ['VmRSS', `${Math.round(3328 + task.memory / 1024)} kB`.padStart(11)]] as [string, string][])),
    ['Threads', 1], ['SigQ', '0/31516'], ['SigPnd', '0000000000000000'], ['ShdPnd', '0000000000000000'], ['SigBlk', '0000000000000000'], ['SigIgn', signalMask(task, 'ignore')], ['SigCgt', signalMask(task, 'handle')],
    ['CapInh', '0000000000000000'], ['CapPrm', effective], ['CapEff', effective], ['CapBnd', capabilityMask(bounding)], ['CapAmb', '0000000000000000'], ['NoNewPrivs', task.noNewPrivileges ? 1 : 0], ['Seccomp', task.seccomp ? 2 : 0], ['Seccomp_filters', task.seccomp ? 1 : 0], ['Cpus_allowed_list', allowedCpus(task)], ['Mems_allowed_list', '0'],
  ];
  return rows.map(([name, value]) => `${name}:\t${value}\n`).join('');
}

/** /proc/PID/stat */
export function taskStat(task: Task, namespace: PidNamespace<Task>): string {
  const { session, group } = task;
  const terminal = session.terminal;
  const tty = terminal ? (136 << 8) | Number(terminal.name.slice(terminal.name.lastIndexOf('/') + 1)) : 0;
  const boot = task.system.bootTime;
  const ticks = Math.floor(task.cpuTime / 10);
  const fields = [
    task.pid.in(namespace), `(${task.image?.comm ?? ''})`, stateOf(task), task.parent?.pid.in(namespace) ?? 0, group.id.in(namespace), session.id.in(namespace), tty, terminal?.foreground?.id.in(namespace) ?? -1,
    4194560, 0, 0, 0, 0, ticks, 0, 0, 0, 20 + task.nice, task.nice, 1, 0, Math.max(0, Math.floor((task.startTime - boot) / 10)), 4456448, 832, '18446744073709551615', ...Array.from({ length: 27 }, () => 0),
  ];
  return `${fields.join(' ')}\n`;
}
