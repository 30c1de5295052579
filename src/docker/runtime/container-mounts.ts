import { isSystemError, type Process } from '../../kernel/index.ts';
import { type HostFiles, makeDirectories, type RuntimeMount, scopedPath } from '../engine/index.ts';

/** Devices that every container has: name, major, minor. */
const devices: readonly (readonly [string, number, number])[] = [['null', 1, 3], ['zero', 1, 5], ['full', 1, 7], ['random', 1, 8], ['urandom', 1, 9], ['tty', 5, 0]];
const links: readonly (readonly [string, string])[] = [['fd', '/proc/self/fd'], ['stdin', '/proc/self/fd/0'], ['stdout', '/proc/self/fd/1'], ['stderr', '/proc/self/fd/2'], ['ptmx', 'pts/ptmx'], ['core', '/proc/kcore']];

/** Mounts what the specification lists below `root`, as seen from the shim. /proc is left to the first process: it shows that one's namespace. */
export function mountAll(shim: Process, files: HostFiles, root: string, mounts: readonly RuntimeMount[]): void {
  for (const mount of mounts) {
    const target = scopedPath(files, root, mount.target);
    const isFile = mount.type === 'bind' && (files.stat(mount.source).mode & 0o170000) !== 0o040000;
    if (!files.exists(target)) {
      if (isFile) {
        makeDirectories(files, target.slice(0, target.lastIndexOf('/')), 0o755);
        files.writeFile(target, '', { mode: 0o755 });
      } else makeDirectories(files, target, 0o755);
    }
    if (mount.type === 'proc') continue;
    shim.mount(mount.source, target, mount.type, mount.options);
    if (mount.target === '/dev') fillDev(files, target);
  }
}

function fillDev(files: HostFiles, dev: string): void {
  for (const [name, major, minor] of devices) {
    files.mknod(`${dev}/${name}`, 0o020666, (major << 8) | minor);
    files.chmod(`${dev}/${name}`, 0o666);
  }
  for (const [name, target] of links) if (name !== 'core') files.symlink(target, `${dev}/${name}`);
}

/** Mounts /proc, in the container's first process. */
export function mountProc(init: Process, mounts: readonly RuntimeMount[]): void {
  for (const mount of mounts) if (mount.type === 'proc') init.mount(mount.source, mount.target, 'proc', mount.options);
}

/** Makes the root read-only, in the container's first process. */
export function remountReadOnly(init: Process): void {
  try {
    init.mount('', '/', 'remount', 'ro');
  } catch (error) {
    if (!isSystemError(error, 'EINVAL')) throw error;
  }
}
