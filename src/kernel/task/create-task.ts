import { type Credentials, type NamespaceOptions, type Resource, type ResourceLimit, type SpawnOptions, SystemError } from '../uapi/index.ts';
import { capable, type Location, type Mount, resolve } from '../vfs/index.ts';
import type { Cgroup } from './cgroup.ts';
import { type Pid, PidNamespace, ProcessGroup, Session } from './pid.ts';
import { requireRoom } from './process-limit.ts';
import { Task, type TaskNamespaces, type TaskSystem } from './task.ts';

/** What the network room gives for a fresh namespace; the task room does not know more of it. */
export type NewNetworkNamespace = () => TaskNamespaces['network'];

/** Ids that follow from those that are given: without effective ids the real ones count. */
export function mergeCredentials(old: Credentials, change: Partial<Credentials> | undefined): Credentials {
  if (!change) return old;
  const merged = { ...old, ...change };
  if (change.uid !== undefined && change.euid === undefined) merged.euid = change.uid;
  if (change.gid !== undefined && change.egid === undefined) merged.egid = change.gid;
  if (change.groups) merged.groups = [...change.groups].sort((a, b) => a - b);
  if (change.capabilities === undefined && old.euid === 0 && merged.euid !== 0) merged.capabilities = new Set();
  return merged;
}

/** Capabilities as far as the bounding set goes: capabilities(7). */
export function bounded(wanted: Credentials['capabilities'], bounding: Credentials['capabilities']): Credentials['capabilities'] {
  if (wanted === 'all' || bounding === 'all') return wanted === 'all' ? bounding : wanted;
  return new Set([...wanted].filter((name) => bounding.has(name)));
}

/** A child of `parent`: fork(2) and clone(2) with what the options say. It has no program yet. */
export function createTask(parent: Task, options: SpawnOptions, newNetwork: NewNetworkNamespace): Task {
  const { system } = parent;
  const { credentials: asked } = options;
  const wantsNamespace = options.namespaces !== undefined && Object.values(options.namespaces).some((value) => value !== undefined);
  if ((wantsNamespace || options.root !== undefined) && (!capable(parent.credentials, 'CAP_SYS_ADMIN') || parent.seccomp?.has('CAP_SYS_ADMIN') === false)) throw new SystemError('EPERM');
  if (asked && !capable(parent.credentials, 'CAP_SETUID')) {
    const { uid, euid } = parent.credentials;
    if ((asked.uid !== undefined && asked.uid !== uid && asked.uid !== euid) || (asked.groups && asked.groups.some((gid) => !parent.credentials.groups.includes(gid)))) throw new SystemError('EPERM');
  }
  const cgroup = options.cgroup === undefined ? parent.cgroup : system.cgroups.at(options.cgroup);
  const place = options.namespaces?.mount === undefined ? { namespaces: parent.namespaces, root: parent.root, cwd: parent.cwd } : enterMounts(parent, options.namespaces.mount);
  const namespaces = newNamespaces(parent, options, place.namespaces.mount, newNetwork, cgroup);
  let { root, cwd } = place;
  if (options.root !== undefined) {
    const target = resolve({ ...context(parent), root, cwd }, options.root);
    if (!target.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
    root = namespaces.mount === parent.namespaces.mount ? target : namespaces.mount.pivot(target);
    cwd = root;
  }
  let credentials = mergeCredentials(parent.credentials, asked);
  // Given capabilities bound those of a user who is not root: capabilities(7), "Effect of user ID changes".
  if (asked?.capabilities !== undefined) credentials = { ...credentials, capabilities: credentials.euid === 0 ? bounded(asked.capabilities, parent.bounding) : new Set() };
  if (options.cwd !== undefined) {
    cwd = resolve({ ...context(parent), root, cwd, credentials }, options.cwd);
    if (!cwd.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
  }
  requireRoom(parent, cgroup);
  const fds = parent.fds.copy(options.fds);
  let pid: Pid<Task>;
  try {
    pid = namespaces.pid.allocate();
  } catch (error) {
    fds.closeAll();
    throw error;
  }
  const bounding = asked?.capabilities === undefined ? parent.bounding : bounded(asked.capabilities, parent.bounding);
  const task = new Task({
    system, pid, parent, namespaces, group: parent.group, credentials, bounding, fds, root, cwd,
    umask: options.umask ?? parent.umask,
    cgroup,
    oomScoreAdj: parent.oomScoreAdj,
    nice: parent.nice,
    noNewPrivileges: parent.noNewPrivileges || (options.noNewPrivileges ?? false),
    seccomp: parent.seccomp,
    resourceLimits: options.resourceLimits ? new Map([...parent.resourceLimits, ...(Object.entries(options.resourceLimits) as [Resource, ResourceLimit][])]) : parent.resourceLimits,
  });
  namespaces.pid.init ??= task;
  for (const [signal, disposition] of parent.dispositions) task.dispositions.set(signal, disposition);
  for (const signal of options.defaultSignals ?? []) task.dispositions.delete(signal);
  for (const signal of options.ignoredSignals ?? []) task.dispositions.set(signal, 'ignore');
  placeInSession(task, parent, options);
  return task;
}

function context(task: Task): { credentials: Credentials; umask: number; changed: Task['changed'] } {
  return { credentials: task.credentials, umask: task.umask, changed: () => undefined };
}

function target(parent: Task, pid: number): Task {
  const task = parent.namespaces.pid.task(pid);
  if (!task || task.state === 'Z') throw new SystemError('ESRCH');
  return task;
}

function enterMounts(parent: Task, wanted: 'new' | number): { namespaces: Pick<TaskNamespaces, 'mount'>; root: Location; cwd: Location } {
  if (wanted !== 'new') {
    const other = target(parent, wanted);
    return { namespaces: other.namespaces, root: other.root, cwd: other.root };
  }
  const { namespace, moved } = parent.namespaces.mount.clone(parent.system.nextId());
  const follow = (at: Location): Location => {
    const mount: Mount | undefined = moved.get(at.mount);
    return mount ? { mount, dentry: at.dentry } : namespace.root.location;
  };
  return { namespaces: { mount: namespace }, root: follow(parent.root), cwd: follow(parent.cwd) };
}

function newNamespaces(parent: Task, options: SpawnOptions, mount: TaskNamespaces['mount'], newNetwork: NewNetworkNamespace, cgroup: Cgroup<Task>): TaskNamespaces {
  const { system, namespaces: old } = parent;
  const wanted: NamespaceOptions = options.namespaces ?? {};
  if (!options.namespaces && options.hostname === undefined) return old;
  const entered = <K extends keyof TaskNamespaces>(kind: K, make: () => TaskNamespaces[K]): TaskNamespaces[K] => {
    const value = wanted[kind];
    if (value === undefined) return old[kind];
    if (value === 'new') return make();
    if (typeof value === 'number') return target(parent, value).namespaces[kind];
    const bound = system.boundNetworks.get(resolve(parent, value.path).dentry.inode);
    if (!bound) throw new SystemError('EINVAL', value.path);
    return bound as TaskNamespaces[K];
  };
  const pid = entered('pid', () => new PidNamespace<Task>(system.nextId(), old.pid));
  if (pid.init?.state === 'Z') throw new SystemError('ENOMEM');
  const uts = entered('uts', () => ({ id: system.nextId(), hostname: old.uts.hostname }));
  if (options.hostname !== undefined) uts.hostname = options.hostname;
  return { pid, mount, uts, network: entered('network', newNetwork), ipc: entered('ipc', () => ({ id: system.nextId() })), cgroup: entered('cgroup', () => ({ id: system.nextId(), root: cgroup })) };
}

function placeInSession(task: Task, parent: Task, options: SpawnOptions): void {
  if (options.newSession) {
    startSession(task);
    return;
  }
  const { processGroup } = options;
  if (processGroup === 'new') task.setGroup(new ProcessGroup(task.pid, task.session));
  else if (processGroup !== undefined) {
    const group = parent.namespaces.pid.pids.get(processGroup)?.group;
    if (group && group.session === task.session) task.setGroup(group);
    // The leader may be gone already, as when a pipeline's first command was quick: the child leads then.
    else task.setGroup(new ProcessGroup(task.pid, task.session));
  }
}

/** setsid(2): the task leads a new session and a new group. */
export function startSession(task: Task): void {
  task.setGroup(new ProcessGroup(task.pid, new Session<Task>(task.pid, task)));
}

/** The number of a namespace's own system, for new ids of pipes and sockets. */
export function nextInode(system: TaskSystem): number {
  return 20000 + system.nextId();
}
