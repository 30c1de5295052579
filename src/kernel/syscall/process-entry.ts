import type { ProcessEntry } from '../uapi/index.ts';
import type { PidNamespace, Task } from '../task/index.ts';

/** A task as ps(1) sees it from a pid namespace. */
export function processEntry(task: Task, namespace: PidNamespace<Task>): ProcessEntry {
  const { image, session } = task;
  return {
    pid: task.pid.in(namespace),
    ppid: task.parent?.pid.in(namespace) ?? 0,
    pgid: task.group.id.in(namespace),
    sid: session.id.in(namespace),
    state: task.state === 'R' ? (image?.blocked || !image ? 'S' : 'R') : task.state,
    comm: image?.comm ?? 'init',
    argv: image?.argv ?? [],
    uid: task.credentials.euid,
    gid: task.credentials.egid,
    tty: session.terminal?.name,
    startTime: task.startTime,
    cpuTime: task.cpuTime,
    tpgid: session.terminal?.foreground?.id.in(namespace) ?? -1,
    cgroup: task.cgroup.path,
    nice: task.nice,
  };
}
