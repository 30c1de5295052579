import { type Signal, SystemError } from '../uapi/index.ts';
import { capable } from '../vfs/index.ts';
import type { Task } from '../task/index.ts';

function maySignal(from: Task, to: Task, signal: Signal | undefined): boolean {
  if (capable(from.credentials, 'CAP_KILL')) return true;
  if (signal === 'SIGCONT' && from.session === to.session) return true;
  const { uid, euid } = from.credentials;
  return [uid, euid].some((id) => id === to.credentials.uid);
}

/** Whom kill(2) reaches; ESRCH when there is none, EPERM when none may be signalled. */
export function signalTargets(from: Task, pid: number, signal: Signal | undefined): Task[] {
  const { pid: namespace } = from.namespaces;
  let found: Task[];
  if (pid > 0) {
    const task = namespace.task(pid);
    found = task ? [task] : [];
  } else if (pid === -1) found = namespace.tasks().filter((task) => task !== from && task !== namespace.init);
  else {
    const group = pid === 0 ? from.group : namespace.pids.get(-pid)?.group;
    found = group ? [...group.members] : [];
  }
  if (found.length === 0) throw new SystemError('ESRCH');
  const allowed = found.filter((task) => maySignal(from, task, signal));
  if (allowed.length === 0) throw new SystemError('EPERM');
  return allowed;
}
