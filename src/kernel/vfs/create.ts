import { fileType, SystemError } from '../uapi/index.ts';
import { may, permitted, requireCapability, requirePermission } from './credentials.ts';
import type { Inode } from './inode.ts';
import type { Location } from './mount.ts';
import { type FsContext, resolve, walk, type Walked } from './path-walk.ts';

/** Whether entries of this directory may be made and removed; a read-only mount is EROFS. */
export function requireWritableDirectory(context: FsContext, directory: Location): void {
  if (directory.dentry.unlinked) throw new SystemError('ENOENT');
  if (directory.mount.readOnly) throw new SystemError('EROFS');
  requirePermission(context.credentials, directory.dentry.inode, may.write | may.execute);
}

/** Makes the inode where a walk ended, owned by the effective ids (or the group of a setgid directory). */
export function makeNode(context: FsContext, walked: Walked, init: { mode: number; rdev?: number; target?: string }): Inode {
  if (walked.found || walked.name === '') throw new SystemError('EEXIST');
  requireWritableDirectory(context, walked.parent);
  const directory = walked.parent.dentry.inode;
  const inherits = (directory.mode & 0o2000) !== 0;
  const isDirectory = (init.mode & fileType.directory) === fileType.directory && (init.mode & fileType.socket) !== fileType.socket;
  const inode = directory.create(walked.name, {
    ...init,
    mode: inherits && isDirectory ? init.mode | 0o2000 : init.mode,
    uid: context.credentials.euid,
    gid: inherits ? directory.gid : context.credentials.egid,
  });
  context.changed(walked.parent, walked.name);
  return inode;
}

/** mkdir(2) */
export function mkdir(context: FsContext, path: string, mode: number): void {
  const walked = walk(context, path, 'parent');
  makeNode(context, walked, { mode: fileType.directory | (mode & 0o1777 & ~context.umask) });
}

/** symlink(2) */
export function symlink(context: FsContext, target: string, path: string): void {
  if (target === '') throw new SystemError('ENOENT');
  const walked = walk(context, path, 'parent');
  if (!walked.found && walked.wantsDirectory) throw new SystemError('ENOENT');
  makeNode(context, walked, { mode: fileType.symlink | 0o777, target });
}

/** mknod(2). The type bits of `mode` say what: regular when there are none. */
export function mknod(context: FsContext, path: string, mode: number, rdev: number): Inode {
  const type = mode & 0o170000 || fileType.regular;
  if (type === fileType.directory || type === fileType.symlink) throw new SystemError(type === fileType.directory ? 'EPERM' : 'EINVAL');
  if (type === fileType.character || type === fileType.block) requireCapability(context.credentials, 'CAP_MKNOD');
  const walked = walk(context, path, 'parent');
  if (!walked.found && walked.wantsDirectory) throw new SystemError('ENOENT');
  return makeNode(context, walked, { mode: type | (mode & 0o7777 & ~context.umask), rdev });
}

/** link(2) */
export function link(context: FsContext, existing: string, path: string): void {
  const source = resolve(context, existing, false);
  const walked = walk(context, path, 'parent');
  if (walked.found) throw new SystemError('EEXIST');
  if (walked.wantsDirectory) throw new SystemError('ENOENT');
  const { inode } = source.dentry;
  if (inode.isDirectory) throw new SystemError('EPERM');
  if (source.mount !== walked.parent.mount || inode.fs !== walked.parent.dentry.inode.fs) throw new SystemError('EXDEV');
  requireWritableDirectory(context, walked.parent);
  // protected_hardlinks of proc_sys_fs(5)
  if (context.credentials.euid !== inode.uid && context.credentials.capabilities !== 'all' && !context.credentials.capabilities.has('CAP_FOWNER')) {
    if (inode.type !== fileType.regular || (inode.mode & 0o4111) > 0o4000) throw new SystemError('EPERM');
    if (!permitted(context.credentials, inode, may.read | may.write)) throw new SystemError('EPERM');
  }
  walked.parent.dentry.inode.link(walked.name, inode);
  context.changed(walked.parent, walked.name);
}
