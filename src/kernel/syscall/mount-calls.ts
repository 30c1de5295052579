import { type MountEntry, SystemError } from '../uapi/index.ts';
import { isWithin, type Mount, pathOf, requireCapability, resolve } from '../vfs/index.ts';
import { PathCalls } from './path-calls.ts';

function parseOptions(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const item of text.split(',')) {
    if (item === '') continue;
    const equals = item.indexOf('=');
    options.set(equals < 0 ? item : item.slice(0, equals), equals < 0 ? '' : item.slice(equals + 1));
  }
  return options;
}

/** A size as tmpfs shows it. */
function inKilobytes(text: string): string {
  const [, digits, unit = ''] = /^(\d+)([kmg]?)$/i.exec(text) ?? [];
  const units: Record<string, number> = { '': 1 / 1024, k: 1, m: 1024, g: 1024 * 1024 };
  return digits === undefined ? text : `${Math.ceil(Number(digits) * (units[unit.toLowerCase()] ?? 1))}k`;
}

/** The options as /proc/mounts shows them: rw or ro, relatime, then the file system's own. */
function shownOptions(options: Map<string, string>, type: string): string {
  const readOnly = options.has('ro');
  const shown = [readOnly ? 'ro' : 'rw'];
  const own: string[] = [];
  for (const [name, value] of options) {
    if (['ro', 'rw', 'rbind', 'bind', 'remount', 'relatime', 'strictatime', 'noatime', 'rprivate', 'private', 'rslave'].includes(name)) continue;
    if (['nosuid', 'nodev', 'noexec'].includes(name)) shown.push(name);
    else own.push(value === '' ? name : `${name}=${type === 'tmpfs' && name === 'size' ? inKilobytes(value) : value}`);
  }
  if (options.has('noatime')) shown.push('noatime');
  else if (type !== 'bind' && !options.has('strictatime')) shown.push('relatime');
  return [...shown, ...own].join(',');
}

/** mount(2), umount(2) and what lists them. */
export abstract class MountCalls extends PathCalls {
  mount(source: string, target: string, type: string, options = ''): void {
    this.onPath(target, () => {
      this.#requireAdmin();
      const { mount: namespace } = this.task.namespaces;
      const at = resolve(this.task, target);
      const given = parseOptions(options);
      const readOnly = given.has('ro');
      if (type === 'remount' || given.has('remount')) {
        if (at.dentry !== at.mount.root) throw new SystemError('EINVAL');
        at.mount.readOnly = readOnly;
        at.mount.options = at.mount.options.replace(/^(ro|rw)\b/, readOnly ? 'ro' : 'rw');
        return;
      }
      if (type === 'bind' || given.has('bind') || given.has('rbind')) {
        const from = resolve(this.task, source);
        if (from.dentry.inode.isDirectory !== at.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
        const mount = namespace.bind(from, at, readOnly);
        if (mount.readOnly) mount.options = mount.options.replace(/^rw\b/, 'ro');
        return;
      }
      if (!at.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
      const fs = this.kernel.createFs(this.task, type, given);
      namespace.mountFs(fs, at, { source, type, options: shownOptions(given, type), readOnly: readOnly || (type === 'overlay' && !given.has('upperdir')) });
    });
  }

  umount(target: string): void {
    this.onPath(target, () => {
      this.#requireAdmin();
      const at = resolve(this.task, target, false);
      if (at.dentry !== at.mount.root) throw new SystemError('EINVAL');
      const { pid, mount } = this.task.namespaces;
      const busy = pid.tasks().some((task) => task.namespaces.mount === mount && task.state !== 'Z' && (task.cwd.mount === at.mount || (task.root.mount === at.mount && task.root !== this.task.root)));
      if (busy) throw new SystemError('EBUSY');
      mount.umount(at.mount);
    });
  }

  pivotRoot(path: string): void {
    this.onPath(path, () => {
      this.#requireAdmin();
      const at = resolve(this.task, path);
      if (!at.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
      const { task } = this;
      const before = task.namespaces.mount.root;
      const root = task.namespaces.mount.pivot(at);
      for (const each of task.namespaces.pid.tasks()) {
        if (each.namespaces.mount !== task.namespaces.mount) continue;
        if (each.root.mount === before) each.root = root;
        if (!isWithin(each.cwd, root)) each.cwd = root;
      }
      task.root = task.cwd = root;
    });
  }

  #requireAdmin(): void {
    requireCapability(this.task.credentials, 'CAP_SYS_ADMIN');
    if (this.task.seccomp?.has('CAP_SYS_ADMIN') === false) throw new SystemError('EPERM');
  }

  mounts(): MountEntry[] {
    this.enter();
    const { root, namespaces } = this.task;
    const seen = (mount: Mount): boolean => isWithin(mount.location, root) || mount === root.mount;
    return namespaces.mount.mounts().filter(seen).map((mount) => ({ source: mount.source, target: pathOf(mount.location, root), type: mount.type, options: mount.options }));
  }
}
