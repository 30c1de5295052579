import { decodeUtf8, encodeUtf8, noBytes } from '../../base/index.ts';
import { type DirectoryEntry, fileType, type Stat, type StatFs, SystemError } from '../uapi/index.ts';
import {
  access, capable, chmod, chown, FileData, InodeFile, link, type Location, may, mkdir, mknod, openPath, openFlags, pathOf, rename, requirePermission, resolve,
  rmdir, setxattr, statOf, symlink, truncate, unlink, utimes, walk,
} from '../vfs/index.ts';
import { TerminalCalls } from './terminal-calls.ts';

/** Calls on paths: stat(2), mkdir(2), rename(2) … */
export abstract class PathCalls extends TerminalCalls {
  get cwd(): string {
    return pathOf(this.task.cwd, this.task.root);
  }

  protected locate(path: string, follow = true): Location {
    return this.onPath(path, () => resolve(this.task, path, follow));
  }

  #stat(path: string, follow: boolean): Stat {
    return this.onPath(path, () => {
      const walked = walk(this.task, path, follow ? 'follow' : 'nofollow');
      if (walked.file) return walked.file.stat();
      if (!walked.found) throw new SystemError('ENOENT');
      return statOf(walked.found.dentry.inode, walked.found.mount.superBlock.dev);
    });
  }

  stat(path: string): Stat {
    return this.#stat(path, true);
  }

  lstat(path: string): Stat {
    return this.#stat(path, false);
  }

  readdir(path: string): DirectoryEntry[] {
    return this.onPath(path, () => {
      const { inode } = resolve(this.task, path).dentry;
      if (!inode.isDirectory) throw new SystemError('ENOTDIR');
      requirePermission(this.task.credentials, inode, may.read);
      return inode.list();
    });
  }

  mkdir(path: string, mode = 0o777): void {
    this.onPath(path, () => mkdir(this.task, path, mode));
  }

  rmdir(path: string): void {
    this.onPath(path, () => rmdir(this.task, path));
  }

  unlink(path: string): void {
    this.onPath(path, () => unlink(this.task, path));
  }

  rename(from: string, to: string): void {
    this.onPath(from, () => rename(this.task, from, to));
  }

  link(existing: string, path: string): void {
    this.onPath(path, () => link(this.task, existing, path));
  }

  symlink(target: string, path: string): void {
    this.onPath(path, () => symlink(this.task, target, path));
  }

  readlink(path: string): string {
    return this.onPath(path, () => resolve(this.task, path, false).dentry.inode.readlink());
  }

  chmod(path: string, mode: number): void {
    this.onPath(path, () => chmod(this.task, resolve(this.task, path), mode));
  }

  chown(path: string, uid: number, gid: number, followSymlinks = true): void {
    this.onPath(path, () => chown(this.task, resolve(this.task, path, followSymlinks), uid, gid));
  }

  utimes(path: string, atime: number | 'now', mtime: number | 'now', followSymlinks = true): void {
    this.onPath(path, () => utimes(this.task, resolve(this.task, path, followSymlinks), atime, mtime, this.kernel.clock.now()));
  }

  truncate(path: string, size: number): void {
    this.onPath(path, () => truncate(this.task, resolve(this.task, path), size));
  }

  mknod(path: string, mode: number, rdev = 0): void {
    this.onPath(path, () => mknod(this.task, path, mode, rdev));
  }

  access(path: string, mode: string): boolean {
    this.enter();
    return access(this.task, path, mode);
  }

  realpath(path: string): string {
    return pathOf(this.locate(path), this.task.root);
  }

  chdir(path: string): void {
    this.task.cwd = this.#enterable(path);
  }

  chroot(path: string): void {
    const location = this.#enterable(path);
    if (!capable(this.task.credentials, 'CAP_SYS_CHROOT')) throw new SystemError('EPERM', path);
    this.task.root = location;
  }

  #enterable(path: string): Location {
    return this.onPath(path, () => {
      const location = resolve(this.task, path);
      if (!location.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
      requirePermission(this.task.credentials, location.dentry.inode, may.execute);
      return location;
    });
  }

  getxattr(path: string, name: string): Uint8Array | undefined {
    return this.locate(path).dentry.inode.getxattr(name)?.slice();
  }

  listxattr(path: string): string[] {
    return this.locate(path).dentry.inode.listxattr();
  }

  setxattr(path: string, name: string, value: Uint8Array): void {
    this.onPath(path, () => setxattr(this.task, resolve(this.task, path), name, value));
  }

  removexattr(path: string, name: string): void {
    this.onPath(path, () => setxattr(this.task, resolve(this.task, path), name, undefined));
  }

  readFile(path: string): Uint8Array {
    return this.onPath(path, () => {
      const { inode } = this.#regular(path);
      if (inode.type !== fileType.regular) return noBytes;
      // Files of /proc have no size: they are read to their end.
      const { size } = inode.attributes();
      return inode.read(0, size === 0 && !inode.data() ? 2 ** 26 : size);
    });
  }

  readSparse(path: string): { bytes: Uint8Array; size: number } {
    return this.onPath(path, () => {
      const { inode } = this.#regular(path);
      const data = inode.data();
      if (inode.type !== fileType.regular) return { bytes: noBytes, size: 0 };
      if (data) return { bytes: data.stored().slice(), size: data.size };
      const bytes = inode.read(0, 2 ** 26);
      return { bytes, size: bytes.length };
    });
  }

  #regular(path: string): Location['dentry'] {
    const { file, found } = walk(this.task, path, 'follow');
    if (file) throw new SystemError('EINVAL');
    if (!found) throw new SystemError('ENOENT');
    const { inode } = found.dentry;
    requirePermission(this.task.credentials, inode, may.read);
    if (inode.isDirectory) throw new SystemError('EISDIR');
    if (inode.type === fileType.character) {
      if (inode.rdev === 0x103) return found.dentry;
      throw new SystemError('EINVAL');
    }
    if (inode.type !== fileType.regular) throw new SystemError('EINVAL');
    return found.dentry;
  }

  readTextFile(path: string): string {
    return decodeUtf8(this.readFile(path));
  }

  writeFile(path: string, data: Uint8Array | string, options: { mode?: number; append?: boolean; size?: number } = {}): void {
    const bytes = typeof data === 'string' ? encodeUtf8(data) : data;
    this.onPath(path, () => {
      const file = openPath(this.task, path, openFlags(options.append ? 'a' : 'w'), options.mode ?? 0o666, () => {
        throw new SystemError('EINVAL');
      });
      const { inode, location } = file;
      if (!(file instanceof InodeFile) || !inode || !location) throw new SystemError('EINVAL');
      file.hold();
      try {
        if (options.append) inode.write(inode.attributes().size, bytes);
        else if (options.size !== undefined || (inode.data() && bytes.length > 0)) inode.setData(new FileData(undefined, bytes.slice(), options.size ?? bytes.length));
        else if (bytes.length > 0) inode.write(0, bytes);
        this.task.changed(location);
      } finally {
        file.drop();
      }
    });
  }

  exists(path: string): boolean {
    this.enter();
    try {
      const { found, file } = walk(this.task, path, 'follow');
      return found !== undefined || file !== undefined;
    } catch (error) {
      if (error instanceof SystemError) return false;
      throw error;
    }
  }

  statfs(path: string): StatFs {
    return this.locate(path).dentry.inode.fs.statFs();
  }

  watch(path: string, listener: (paths: readonly string[]) => void): () => void {
    return this.kernel.watch(this.task, this.locate(path), path, listener);
  }
}
