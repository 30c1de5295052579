import { SystemError } from '../uapi/index.ts';
import { capable } from '../vfs/index.ts';
import type { Cgroup } from './cgroup.ts';
import type { PidNamespace } from './pid.ts';
import type { Task } from './task.ts';

/** The most processes of the machine, root's too: /proc/sys/kernel/threads-max. What a page's memory bears. */
export const threadsMax = 4096;

/** Throws EAGAIN where fork(2) does: the machine, the control group or the user has all the processes it may have. Pid 1 goes on. */
export function requireRoom(parent: Task, cgroup: Cgroup<Task>): void {
  const { pids, init } = rootNamespace(parent);
  if (parent === init) return;
  if (pids.size >= threadsMax) throw new SystemError('EAGAIN');
  if (!cgroup.hasRoom()) throw new SystemError('EAGAIN');
  const { credentials } = parent;
  const limit = parent.resourceLimits.get('nproc')?.soft ?? Infinity;
  if (pids.size < limit || credentials.uid === 0 || capable(credentials, 'CAP_SYS_RESOURCE') || capable(credentials, 'CAP_SYS_ADMIN')) return;
  if (count(pids, (task) => task.credentials.uid === credentials.uid) >= limit) throw new SystemError('EAGAIN');
}

function rootNamespace(task: Task): PidNamespace<Task> {
  let namespace = task.namespaces.pid;
  while (namespace.parent) namespace = namespace.parent;
  return namespace;
}

function count(pids: PidNamespace<Task>['pids'], counts: (task: Task) => boolean): number {
  let found = 0;
  for (const { task } of pids.values()) if (task && counts(task)) found++;
  return found;
}
