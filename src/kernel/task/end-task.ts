import type { ProcessGroup } from './process-group.ts';
import type { Task } from './task.ts';

/** What follows the end of a task: _exit(2) under "consequences". The task is a zombie already. */
export function endTask(task: Task): void {
  const { pid: namespace } = task.namespaces;
  if (namespace.init === task) {
    for (const other of namespace.tasks()) {
      if (other === task) continue;
      if (other.parent?.namespaces.pid.isWithin(namespace)) other.autoReap = true;
      other.terminate({ kind: 'signaled', signal: 'SIGKILL', coreDumped: false });
    }
  }
  task.image?.end();
  task.fds.closeAll();
  task.namespaces.network.hold(-1);
  giveAwayChildren(task);
  const { session } = task;
  if (session.leader === task) {
    session.leader = undefined;
    session.terminal?.disassociate();
  }
  task.system.ended(task);
  const { parent } = task;
  if (!parent || task.autoReap || parent.dispositions.get('SIGCHLD') === 'ignore') {
    reap(task);
    parent?.childEvents.wake();
  } else {
    parent.childEvents.wake();
    parent.signal('SIGCHLD', task);
  }
}

function giveAwayChildren(task: Task): void {
  const groups = new Set<ProcessGroup>();
  for (const child of [...task.children]) {
    groups.add(child.group);
    task.children.delete(child);
    const { init } = child.namespaces.pid;
    const heir = init && init !== child && init.state !== 'Z' ? init : rootInit(child);
    child.parent = heir;
    if (heir) heir.children.add(child);
    const abandoned = !heir || heir.namespaces.pid.parent === undefined;
    if (abandoned) child.autoReap = true;
    if (child.state !== 'Z') continue;
    if (abandoned) reap(child);
    else {
      heir.childEvents.wake();
      heir.signal('SIGCHLD', child);
    }
  }
  for (const group of groups) {
    if (group === task.group || !group.orphaned) continue;
    if (![...group.members].some((member) => member.state === 'T')) continue;
    group.signal('SIGHUP');
    group.signal('SIGCONT');
  }
}

function rootInit(task: Task): Task | undefined {
  let namespace = task.namespaces.pid;
  while (namespace.parent) namespace = namespace.parent;
  return namespace.init === task ? undefined : namespace.init;
}

/** Removes a zombie from the process table. */
export function reap(task: Task): void {
  task.parent?.children.delete(task);
  task.parent = undefined;
  task.group.leave(task);
  if (task.pid.task === task) task.pid.task = undefined;
  task.pid.release();
}
