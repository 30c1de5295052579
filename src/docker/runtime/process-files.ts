import { concatBytes } from '../../base/index.ts';
import type { Process } from '../../kernel/index.ts';
import type { HostFiles } from '../engine/index.ts';

/** The file system as a process of our kernel sees it. */
export function processFiles(process: Process): HostFiles {
  return {
    stat: (path) => process.stat(path),
    lstat: (path) => process.lstat(path),
    exists: (path) => process.exists(path),
    readdir: (path) => process.readdir(path),
    mkdir: (path, mode = 0o777) => {
      process.mkdir(path, mode);
      process.chmod(path, mode);
    },
    rmdir: (path) => process.rmdir(path),
    unlink: (path) => process.unlink(path),
    rename: (from, to) => process.rename(from, to),
    link: (existing, path) => process.link(existing, path),
    symlink: (target, path) => process.symlink(target, path),
    readlink: (path) => process.readlink(path),
    chmod: (path, mode) => process.chmod(path, mode),
    chown: (path, uid, gid, follow) => process.chown(path, uid, gid, follow),
    utimes: (path, atime, mtime, follow) => process.utimes(path, atime, mtime, follow),
    truncate: (path, size) => process.truncate(path, size),
    mknod: (path, mode, rdev) => process.mknod(path, mode, rdev),
    getxattr: (path, name) => process.getxattr(path, name),
    setxattr: (path, name, value) => process.setxattr(path, name, value),
    readFile: (path) => process.readFile(path),
    readTextFile: (path) => process.readTextFile(path),
    writeFile: (path, data, options) => process.writeFile(path, data, options),
    extents: (path) => {
      const { bytes } = process.readSparse(path);
      return bytes.length > 0 ? [{ offset: 0, bytes }] : [];
    },
    writeExtents: (path, size, extents) => {
      let at = 0;
      const parts: Uint8Array[] = [];
      for (const { offset, bytes } of extents) {
        if (offset > at) parts.push(new Uint8Array(offset - at));
        parts.push(bytes);
        at = offset + bytes.length;
      }
      process.writeFile(path, concatBytes(parts), { size });
    },
  };
}
