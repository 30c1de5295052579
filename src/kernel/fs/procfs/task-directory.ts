import { limitsText, namespaceInode, type PidNamespace, type Task } from '../../task/index.ts';
import { capable, FileLink, type Inode, InodeFile, type LinkTarget, type Location, pathOf, PlaceLink } from '../../vfs/index.ts';
import { SystemError } from '../../uapi/index.ts';
import { fixedEntries, SyntheticDirectory, type SyntheticEntries, SyntheticFile, type SyntheticFs, SyntheticLink } from '../synthetic.ts';
import { mountinfo, mounts } from './mount-files.ts';
import { networkEntries } from './network-files.ts';
import { taskMaps } from './task-memory.ts';
import { taskStat, taskStatus } from './task-status.ts';

/** Only the owner and root may look into a process: ptrace(2), access mode checks. */
function requireOwn(task: Task): void {
  const asking = task.system.current;
  if (!asking || asking === task || asking.credentials.capabilities === 'all') return;
  if (asking.credentials.euid !== task.credentials.uid || asking.credentials.euid !== task.credentials.euid) throw new SystemError('EACCES');
}

/** /proc/PID */
export function taskDirectory(fs: SyntheticFs, task: Task, namespace: PidNamespace<Task>): Inode {
  const owner = {
    get uid() {
      return task.credentials.euid;
    },
    get gid() {
      return task.credentials.egid;
    },
  };
  const file = (text: () => string, mode = 0o444) => () => new SyntheticFile(fs, text, { mode, owner });
  const place = (find: () => Location | undefined) => () => new SyntheticLink(fs, () => {
    requireOwn(task);
    const location = find();
    if (!location) throw new SystemError('ENOENT');
    return pathOf(location, task.system.current?.root ?? task.root);
  }, () => {
    requireOwn(task);
    const location = find();
    if (!location) throw new SystemError('ENOENT');
    return new PlaceLink(location);
  }, owner);
  const alive = (): boolean => task.state !== 'Z';
  const joined = (parts: Iterable<string>): string => [...parts].map((part) => `${part}\0`).join('');
  const entries: Record<string, () => Inode> = {
    cmdline: file(() => (alive() ? joined(task.image?.argv ?? []) : '')),
    comm: file(() => `${task.image?.comm ?? ''}\n`),
    environ: () => new SyntheticFile(fs, () => {
      requireOwn(task);
      return joined(Object.entries(task.image?.env ?? {}).map(([name, value]) => `${name}=${value}`));
    }, { mode: 0o400, owner }),
    stat: file(() => taskStat(task, namespace)),
    status: file(() => taskStatus(task, namespace)),
    cgroup: file(() => `0::${task.cgroup.pathFrom((task.system.current ?? task).namespaces.cgroup.root)}\n`),
    mounts: file(() => mounts(task)),
    mountinfo: file(() => mountinfo(task)),
    limits: file(() => limitsText(task.resourceLimits)),
    maps: file(() => {
      requireOwn(task);
      return taskMaps(task);
    }),
    statm: file(() => (alive() ? '1088 832 704 16 0 120 0\n' : '0 0 0 0 0 0 0\n')),
    io: () => new SyntheticFile(fs, () => {
      requireOwn(task);
      return 'rchar: 0\nwchar: 0\nsyscr: 0\nsyscw: 0\nread_bytes: 0\nwrite_bytes: 0\ncancelled_write_bytes: 0\n';
    }, { mode: 0o400, owner }),
    oom_score: file(() => (task.pid.in(namespace) === 1 ? '0\n' : '666\n')),
    oom_score_adj: () => new SyntheticFile(fs, () => `${task.oomScoreAdj}\n`, { owner, mode: 0o644, write: (text) => {
      const value = Number(text);
      if (!/^-?\d+\s*$/.test(text) || Math.abs(value) > 1000) throw new SystemError('EINVAL');
      const asking = task.system.current;
      if (value < task.oomScoreAdj && asking && !capable(asking.credentials, 'CAP_SYS_RESOURCE')) throw new SystemError('EACCES');
      task.oomScoreAdj = value;
    } }),
    oom_adj: adjustable(fs, owner, '0'),
    coredump_filter: adjustable(fs, owner, '00000033'),
    loginuid: adjustable(fs, owner, '4294967295', ''),
    sessionid: file(() => '4294967295'),
    setgroups: file(() => 'allow\n'),
    schedstat: file(() => `${Math.floor(task.cpuTime * 1e6)} 0 1\n`),
    wchan: file(() => '0'),
    personality: file(() => '00000000\n', 0o400),
    uid_map: file(() => '         0          0 4294967295\n'),
    gid_map: file(() => '         0          0 4294967295\n'),
    cwd: place(() => (alive() ? task.cwd : undefined)),
    root: place(() => (alive() ? task.root : undefined)),
    exe: place(() => (alive() ? task.image?.exe : undefined)),
    fd: () => new SyntheticDirectory(fs, fdEntries(fs, task, owner), { mode: 0o500, owner }),
    ns: () => new SyntheticDirectory(fs, namespaceEntries(fs, task), { mode: 0o511, owner }),
    net: () => new SyntheticDirectory(fs, networkEntries(fs, task)),
  };
  const fixed = fixedEntries({ ...entries, task: () => new SyntheticDirectory(fs, { lookup: (name) => (name === String(task.pid.in(namespace)) ? directory : undefined), names: () => [String(task.pid.in(namespace))] }) });
  const directory = new SyntheticDirectory(fs, fixed, { owner });
  return directory;
}

/** A file that keeps what its owner writes. */
function adjustable(fs: SyntheticFs, owner: { uid: number; gid: number }, first: string, end = '\n'): () => Inode {
  let value = first;
  return () => new SyntheticFile(fs, () => value + end, { owner, mode: 0o644, write: (text) => {
    if (!/^-?[\da-f]+\s*$/i.test(text)) throw new SystemError('EINVAL');
    value = text.trim();
  } });
}

function fdEntries(fs: SyntheticFs, task: Task, owner: { uid: number; gid: number }): SyntheticEntries {
  return {
    lookup(name) {
      const fd = Number(name);
      if (!/^\d+$/.test(name) || !task.fds.has(fd)) return undefined;
      const describe = (): string => {
        requireOwn(task);
        const open = task.fds.get(fd);
        if (!open.location) return open.describe();
        const path = pathOf(open.location, task.system.current?.root ?? task.root);
        return open.location.dentry.unlinked ? `${path} (deleted)` : path;
      };
      const target = (): LinkTarget => {
        requireOwn(task);
        const open = task.fds.get(fd);
        return open instanceof InodeFile && open.location ? new PlaceLink(open.location) : new FileLink(open);
      };
      return new SyntheticLink(fs, describe, target, owner);
    },
    names: () => task.fds.numbers().map(String),
  };
}

function namespaceEntries(fs: SyntheticFs, task: Task): SyntheticEntries {
  const { namespaces } = task;
  const link = (kind: string, namespace: { id: number }) => () => new SyntheticLink(fs, () => `${kind}:[${namespaceInode(namespace)}]`);
  return fixedEntries({
    ipc: link('ipc', namespaces.ipc), mnt: link('mnt', namespaces.mount), net: link('net', namespaces.network), pid: link('pid', namespaces.pid), uts: link('uts', namespaces.uts),
    pid_for_children: link('pid', namespaces.pid), time: link('time', { id: -1 }), time_for_children: link('time', { id: -1 }), cgroup: link('cgroup', namespaces.cgroup), user: link('user', { id: 2 }),
  });
}
