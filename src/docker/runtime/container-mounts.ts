import { isSystemError, type Process } from '../../kernel/index.ts';
import { type HostFiles, makeDirectories, RuntimeError, type RuntimeMount, type RuntimeSpec, scopedPath } from '../engine/index.ts';
import { goErrno } from './look-path.ts';

/** Devices that every container has: name, major, minor. */
const devices: readonly (readonly [string, number, number])[] = [['null', 1, 3], ['zero', 1, 5], ['full', 1, 7], ['random', 1, 8], ['urandom', 1, 9], ['tty', 5, 0]];
const links: readonly (readonly [string, string])[] = [['fd', '/proc/self/fd'], ['stdin', '/proc/self/fd/0'], ['stdout', '/proc/self/fd/1'], ['stderr', '/proc/self/fd/2'], ['ptmx', 'pts/ptmx'], ['core', '/proc/kcore']];

/** Mounts what the specification lists below `root`, as seen from the shim. /proc is left to the first process: it shows that one's namespace. */
export function mountAll(shim: Process, files: HostFiles, root: string, { mounts, devices: own }: Pick<RuntimeSpec, 'mounts' | 'devices'>): void {
  for (const mount of mounts) {
    const target = scopedPath(files, root, mount.target);
    const isFile = mount.type === 'bind' && (files.stat(mount.source).mode & 0o170000) !== 0o040000;
    if (!files.exists(target)) {
      if (isFile) {
        makeDirectories(files, target.slice(0, target.lastIndexOf('/')), 0o755);
        files.writeFile(target, '', { mode: 0o755 });
      } else makeDirectories(files, target, 0o755);
    }
    if (showsNamespaces(mount)) continue;
    shim.mount(mount.source, target, mount.type, mount.options);
    if (mount.target === '/dev') fillDev(files, target);
  }
  for (const { path, type, rdev, mode } of own) {
    const target = scopedPath(files, root, path);
    if (files.exists(target)) continue;
    makeDirectories(files, target.slice(0, target.lastIndexOf('/')), 0o755);
    files.mknod(target, type | mode, rdev);
    files.chmod(target, mode);
  }
}

function fillDev(files: HostFiles, dev: string): void {
  for (const [name, major, minor] of devices) {
    files.mknod(`${dev}/${name}`, 0o020666, (major << 8) | minor);
    files.chmod(`${dev}/${name}`, 0o666);
  }
  for (const [name, target] of links) if (name !== 'core') files.symlink(target, `${dev}/${name}`);
}

/** What shows the namespaces of who mounts it. */
function showsNamespaces(mount: RuntimeMount): boolean {
  return mount.type === 'proc' || mount.type === 'cgroup2';
}

/** Mounts /proc and the control groups, in the container's first process. */
export function mountOwn(init: Process, mounts: readonly RuntimeMount[]): void {
  for (const mount of mounts) if (showsNamespaces(mount)) init.mount(mount.source, mount.target, mount.type, mount.options);
}

/** Hides places and makes others read-only, in the container's first process. What is not there is left out. */
export function maskPaths(init: Process, masked: readonly string[], readonly: readonly string[]): void {
  for (const path of readonly) if (init.exists(path)) init.mount(path, path, 'bind', 'ro');
  for (const path of masked) {
    if (!init.exists(path)) continue;
    if ((init.stat(path).mode & 0o170000) === 0o040000) init.mount('tmpfs', path, 'tmpfs', 'ro');
    else init.mount('/dev/null', path, 'bind');
  }
}

/** Writes settings of the container's own namespaces. */
export function writeSysctls(init: Process, sysctls: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(sysctls)) {
    const path = `/proc/sys/${name.replaceAll('.', '/')}`;
    try {
      init.writeFile(path, value);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new RuntimeError(`error during container init: open ${path}: ${goErrno(error)}`);
    }
  }
}

/** Makes the root read-only, in the container's first process. */
export function remountReadOnly(init: Process): void {
  try {
    init.mount('', '/', 'remount', 'ro');
  } catch (error) {
    if (!isSystemError(error, 'EINVAL')) throw error;
  }
}
