import { type Cgroup, controllers, type Task, type TaskSystem } from '../task/index.ts';
import { fileType, fileTypeMask, SystemError } from '../uapi/index.ts';
import type { Inode, NewInode } from '../vfs/index.ts';
import { controllerFiles } from './cgroup-controllers.ts';
import { fixedEntries, SyntheticDirectory, SyntheticFile, SyntheticFs } from './synthetic.ts';

/** cgroup2: the tree of control groups from `root` down, each a directory; cgroups(7). */
export function createCgroupFs(system: TaskSystem, root: Cgroup<Task>): SyntheticFs {
  const fs = new SyntheticFs('cgroup2', () => system.clock.now());
  const known = new WeakMap<Cgroup<Task>, Inode>();
  const directory = (group: Cgroup<Task>): Inode => {
    let inode = known.get(group);
    if (!inode) known.set(group, (inode = new CgroupDirectory(fs, system, group, directory)));
    return inode;
  };
  return fs.mountRoot(directory(root));
}

class CgroupDirectory extends SyntheticDirectory {
  readonly #group: Cgroup<Task>;
  readonly #of: (group: Cgroup<Task>) => Inode;

  constructor(fs: SyntheticFs, system: TaskSystem, group: Cgroup<Task>, of: (group: Cgroup<Task>) => Inode) {
    const files = fixedEntries(coreFiles(fs, system, group));
    const controlled = new Map(controllers.map((name) => [name as string, fixedEntries(controllerFiles(fs, group, name))]));
    const enabled = (): string[] => available(group).filter((name) => controlled.has(name));
    super(fs, {
      lookup(name) {
        const child = group.children.get(name);
        if (child) return of(child);
        const fixed = files.lookup(name);
        if (fixed || !name.includes('.')) return fixed;
        const controller = name.slice(0, name.indexOf('.'));
        return enabled().includes(controller) || (controller === 'cpu' && name === 'cpu.stat') ? controlled.get(controller)?.lookup(name) : undefined;
      },
      *names() {
        yield* files.names();
        for (const name of enabled()) yield* controlled.get(name)?.names() ?? [];
        yield* group.children.keys();
      },
    }, { mode: 0o755 });
    this.#group = group;
    this.#of = of;
  }

  override create(name = '', { mode }: Pick<NewInode, 'mode'> = { mode: 0 }): Inode {
    if ((mode & fileTypeMask) !== fileType.directory) throw new SystemError('EACCES');
    if (this.lookup(name)) throw new SystemError('EEXIST');
    const group = this.#group.at(name);
    group.subtreeControl.clear();
    return this.#of(group);
  }

  override rmdir(name: string): void {
    const child = this.#group.children.get(name);
    if (!child) throw new SystemError(this.lookup(name) ? 'ENOTDIR' : 'ENOENT');
    child.remove();
  }
}

/** The controllers that a group has: those that the one above gives on; the machine's at the root. */
function available(group: Cgroup<Task>): string[] {
  return controllers.filter((name) => !group.parent || group.parent.subtreeControl.has(name));
}

function coreFiles(fs: SyntheticFs, system: TaskSystem, group: Cgroup<Task>): Record<string, () => Inode> {
  const file = (text: () => string, write?: (text: string) => void) => (): Inode => new SyntheticFile(fs, text, write ? { write } : {});
  const numbers = (): string => {
    const asking = system.current;
    return [...group.members].map((task) => (asking ? task.pid.in(asking.namespaces.pid) : 0)).sort((a, b) => a - b).map((pid) => `${pid}\n`).join('');
  };
  const join = (text: string): void => {
    const asking = system.current;
    const task = text.trim() === '0' ? asking : asking?.namespaces.pid.task(Number(text));
    if (!/^\d+\s*$/.test(text)) throw new SystemError('EINVAL');
    if (!asking || !task || task.state === 'Z') throw new SystemError('ESRCH');
    if (group.parent && group.subtreeControl.size > 0) throw new SystemError('EBUSY');
    task.setCgroup(group);
  };
  const all = (): Task[] => [...group.tasks()];
  const kept = (name: string, first: string) => file(() => `${group.settings.get(name) ?? first}\n`, (text) => void group.settings.set(name, text.trim()));
  const inner: Record<string, () => Inode> = group.parent ? {
    'cgroup.events': file(() => `populated ${group.population > 0 ? 1 : 0}\nfrozen ${group.frozen ? 1 : 0}\n`),
    'cgroup.freeze': file(() => `${group.frozen ? 1 : 0}\n`, (text) => {
      if (!/^[01]\s*$/.test(text)) throw new SystemError('EINVAL');
      group.frozen = text.trim() === '1';
      for (const task of all()) task.signal(group.frozen ? 'SIGSTOP' : 'SIGCONT', outside(system));
    }),
    'cgroup.kill': () => new SyntheticFile(fs, () => '', { mode: 0o200, write: (text) => {
      if (text.trim() !== '1') throw new SystemError('EINVAL');
      for (const task of all()) task.terminate({ kind: 'signaled', signal: 'SIGKILL', coreDumped: false });
    } }),
    'cgroup.type': file(() => 'domain\n', () => undefined),
  } : {};
  return {
    'cgroup.controllers': file(() => `${available(group).join(' ')}\n`),
    ...inner,
    'cgroup.max.depth': kept('cgroup.max.depth', 'max'),
    'cgroup.max.descendants': kept('cgroup.max.descendants', 'max'),
    'cgroup.procs': file(numbers, join),
    'cgroup.stat': file(() => `nr_descendants ${descendants(group)}\nnr_dying_descendants 0\n`),
    'cgroup.subtree_control': file(() => `${controllers.filter((name) => group.subtreeControl.has(name)).join(' ')}\n`, (text) => control(group, text)),
    'cgroup.threads': file(numbers, join),
  };
}

/** A sender that no pid namespace's init can ignore. */
function outside(system: TaskSystem): Task | undefined {
  let task = system.current;
  while (task?.namespaces.pid.parent && task.parent) task = task.parent;
  return task;
}

function descendants(group: Cgroup<Task>): number {
  return [...group.children.values()].reduce((sum, child) => sum + 1 + descendants(child), 0);
}

function control(group: Cgroup<Task>, text: string): void {
  const changes = text.trim().split(/\s+/).filter((word) => word !== '');
  for (const change of changes) if (!/^[+-]/.test(change) || !controllers.some((name) => name === change.slice(1))) throw new SystemError('EINVAL');
  for (const change of changes) {
    const name = change.slice(1);
    if (change.startsWith('+')) {
      if (!available(group).includes(name)) throw new SystemError('ENOENT');
      if (group.parent && group.members.size > 0) throw new SystemError('EBUSY');
      group.subtreeControl.add(name);
    } else {
      if ([...group.children.values()].some((child) => child.subtreeControl.has(name))) throw new SystemError('EBUSY');
      group.subtreeControl.delete(name);
    }
  }
}
