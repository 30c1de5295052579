import { SystemError, type WaitStatus } from '../uapi/index.ts';
import type { Waiter } from '../vfs/index.ts';
import { reap, type Task } from './task.ts';

function matches(task: Task, child: Task, pid: number): boolean {
  const { pid: namespace } = task.namespaces;
  if (pid === -1) return true;
  if (pid === 0) return child.group === task.group;
  if (pid < 0) return child.group.id.in(namespace) === -pid;
  return child.pid.in(namespace) === pid;
}

/** waitpid(2) */
export async function waitChild(waiter: Waiter, task: Task, pid: number, options: { nohang?: boolean; untraced?: boolean }): Promise<WaitStatus | undefined> {
  const { pid: namespace } = task.namespaces;
  for (;;) {
    let any = false;
    for (const child of task.children) {
      if (!matches(task, child, pid)) continue;
      any = true;
      const number = child.pid.in(namespace);
      if (child.state === 'Z' && child.exitStatus) {
        const status: WaitStatus = { pid: number, ...child.exitStatus };
        reap(child);
        return status;
      }
      if (options.untraced && child.news) {
        const status: WaitStatus = { ...child.news, pid: number };
        child.news = undefined;
        return status;
      }
    }
    if (!any) throw new SystemError('ECHILD');
    if (options.nohang) return undefined;
    await waiter.wait([task.childEvents]);
  }
}
