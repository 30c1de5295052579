import { EngineError } from '../engine-error.ts';

/** What a container's root may do unless told otherwise. */
export const defaultCapabilities: readonly string[] = [
  'CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_FSETID', 'CAP_FOWNER', 'CAP_MKNOD', 'CAP_NET_RAW', 'CAP_SETGID', 'CAP_SETUID', 'CAP_SETFCAP', 'CAP_SETPCAP', 'CAP_NET_BIND_SERVICE', 'CAP_SYS_CHROOT', 'CAP_KILL', 'CAP_AUDIT_WRITE',
];

const others: readonly string[] = [
  'CAP_DAC_READ_SEARCH', 'CAP_LINUX_IMMUTABLE', 'CAP_NET_BROADCAST', 'CAP_NET_ADMIN', 'CAP_IPC_LOCK', 'CAP_IPC_OWNER', 'CAP_SYS_MODULE', 'CAP_SYS_RAWIO', 'CAP_SYS_PTRACE', 'CAP_SYS_PACCT', 'CAP_SYS_ADMIN', 'CAP_SYS_BOOT',
  'CAP_SYS_NICE', 'CAP_SYS_RESOURCE', 'CAP_SYS_TIME', 'CAP_SYS_TTY_CONFIG', 'CAP_LEASE', 'CAP_AUDIT_CONTROL', 'CAP_MAC_OVERRIDE', 'CAP_MAC_ADMIN', 'CAP_SYSLOG', 'CAP_WAKE_ALARM', 'CAP_BLOCK_SUSPEND', 'CAP_AUDIT_READ', 'CAP_PERFMON', 'CAP_BPF', 'CAP_CHECKPOINT_RESTORE',
];

/** The capabilities after `--cap-add` and `--cap-drop`. */
export function containerCapabilities(add: readonly string[] | null, drop: readonly string[] | null, privileged: boolean): string[] | 'all' {
  if (privileged) return 'all';
  const added = normalize(add, 'add');
  const dropped = normalize(drop, 'drop');
  const everything = [...defaultCapabilities, ...others];
  let set = added.includes('ALL') ? everything : dropped.includes('ALL') ? [] : [...defaultCapabilities];
  if (!dropped.includes('ALL')) set = set.filter((name) => !dropped.includes(name));
  return [...new Set([...set, ...added.filter((name) => name !== 'ALL')])];
}

function normalize(names: readonly string[] | null, which: 'add' | 'drop'): string[] {
  return (names ?? []).map((given) => {
    const upper = given.toUpperCase();
    if (upper === 'ALL') return upper;
    const name = upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
    if (!defaultCapabilities.includes(name) && !others.includes(name)) throw new EngineError('invalidParameter', `invalid Cap${which === 'add' ? 'Add' : 'Drop'}: unknown capability: "${name}"`);
    return name;
  });
}
