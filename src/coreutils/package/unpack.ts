import type { TarEntry } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { isDirectory } from '../program/index.ts';
import { makeFolders } from './database.ts';

/** Lays one entry of an archive under `root` (`` for /), as tar and dpkg do. */
export async function layEntry(process: Process, entry: TarEntry, path: string, settings: { owners: boolean; times: boolean; modeMask?: number; linkRoot?: string }): Promise<void> {
  const mode = entry.mode & ~(settings.modeMask ?? 0);
  if (entry.type === 'directory') {
    try {
      if (isDirectory(process.stat(path).mode)) return;
      process.unlink(path);
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw error;
    }
    makeFolders(process, path.startsWith('/') ? path : `${process.cwd}/${path}`);
    process.chmod(path, mode);
    if (settings.owners) process.chown(path, entry.uid, entry.gid);
    if (settings.times) process.utimes(path, entry.mtime, entry.mtime);
    return;
  }
  try {
    process.unlink(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) makeFolders(process, absolute(process, path.slice(0, path.lastIndexOf('/') + 1) || '.'));
    else if (!isSystemError(error, 'EISDIR', 'EPERM')) throw error;
  }
  switch (entry.type) {
    case 'symlink': process.symlink(entry.linkPath, path); break;
    case 'hardlink': process.link(settings.linkRoot === undefined ? entry.linkPath : `${settings.linkRoot}/${entry.linkPath.replace(/^\.?\/*/, '')}`, path); return;
    case 'fifo': process.mknod(path, 0o010000 | mode); break;
    case 'character': process.mknod(path, 0o020000 | mode, (entry.devMajor << 8) | entry.devMinor); break;
    case 'block': process.mknod(path, 0o060000 | mode, (entry.devMajor << 8) | entry.devMinor); break;
    default: await layFile(process, entry, path, mode);
  }
  if (settings.owners) process.chown(path, entry.uid, entry.gid, false);
  if (entry.type !== 'symlink') process.chmod(path, mode);
  if (settings.times) process.utimes(path, entry.mtime, entry.mtime, false);
}

function absolute(process: Process, path: string): string {
  return path.startsWith('/') ? path : `${process.cwd}/${path}`;
}

async function layFile(process: Process, entry: TarEntry, path: string, mode: number): Promise<void> {
  const fd = process.open(path, { write: true, create: true, truncate: true, cloexec: true }, mode & 0o777);
  try {
    let at = 0;
    for (const { offset, bytes } of entry.extents) {
      if (offset !== at) process.lseek(fd, offset, 'set');
      await process.write(fd, bytes);
      at = offset + bytes.length;
    }
    if (at < entry.size) process.ftruncate(fd, entry.size);
  } finally {
    process.close(fd);
  }
}
