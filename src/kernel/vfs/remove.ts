import { SystemError } from '../uapi/index.ts';
import { capable } from './credentials.ts';
import { requireWritableDirectory } from './create.ts';
import type { Inode } from './inode.ts';
import { isWithin, type Location } from './mount.ts';
import { type FsContext, walk, type Walked } from './path-walk.ts';

/** What removing and renaming ask: the right to write, the sticky bit, and that nothing is mounted there. */
function requireRemovable(context: FsContext, directory: Location, inode: Inode): void {
  requireWritableDirectory(context, directory);
  const { mode, uid } = directory.dentry.inode;
  const { euid } = context.credentials;
  if ((mode & 0o1000) !== 0 && euid !== inode.uid && euid !== uid && !capable(context.credentials, 'CAP_FOWNER')) throw new SystemError('EPERM');
}

function isMountpoint(walked: Walked): boolean {
  return walked.found !== undefined && walked.found.mount !== walked.parent.mount;
}

/** unlink(2) */
export function unlink(context: FsContext, path: string): void {
  const walked = walk(context, path, 'parent');
  if (walked.name === '') throw new SystemError('EISDIR');
  if (!walked.found) throw new SystemError('ENOENT');
  const { inode } = walked.found.dentry;
  if (walked.wantsDirectory) throw new SystemError(inode.isDirectory ? 'EISDIR' : 'ENOTDIR');
  requireRemovable(context, walked.parent, inode);
  if (inode.isDirectory) throw new SystemError('EISDIR');
  if (isMountpoint(walked)) throw new SystemError('EBUSY');
  walked.parent.dentry.inode.unlink(walked.name);
  walked.parent.dentry.forget(walked.name);
  context.changed(walked.parent, walked.name);
}

/** rmdir(2) */
export function rmdir(context: FsContext, path: string): void {
  const walked = walk(context, path, 'parent');
  if (walked.name === '') throw new SystemError(/(^|\/)\.\/*$/.test(path) ? 'EINVAL' : /\.\.\/*$/.test(path) ? 'ENOTEMPTY' : 'EBUSY');
  if (!walked.found) throw new SystemError('ENOENT');
  const { inode } = walked.found.dentry;
  requireRemovable(context, walked.parent, inode);
  if (!inode.isDirectory) throw new SystemError('ENOTDIR');
  if (isMountpoint(walked)) throw new SystemError('EBUSY');
  walked.parent.dentry.inode.rmdir(walked.name);
  walked.parent.dentry.forget(walked.name);
  context.changed(walked.parent, walked.name);
}

/** rename(2) */
export function rename(context: FsContext, from: string, to: string): void {
  const source = walk(context, from, 'parent');
  const target = walk(context, to, 'parent');
  if (source.parent.mount !== target.parent.mount) throw new SystemError('EXDEV');
  if (source.name === '' || target.name === '') throw new SystemError('EBUSY');
  if (!source.found) throw new SystemError('ENOENT');
  const { inode } = source.found.dentry;
  if (!inode.isDirectory && (source.wantsDirectory || target.wantsDirectory)) throw new SystemError('ENOTDIR');
  if (isWithin(target.parent, source.found)) throw new SystemError('EINVAL');
  const replaced = target.found?.dentry.inode;
  if (target.found && replaced !== inode && isWithin(source.parent, target.found)) throw new SystemError('ENOTEMPTY');
  if (replaced === inode) return;
  requireRemovable(context, source.parent, inode);
  requireRemovable(context, target.parent, replaced ?? inode);
  if (replaced) {
    if (inode.isDirectory && !replaced.isDirectory) throw new SystemError('ENOTDIR');
    if (!inode.isDirectory && replaced.isDirectory) throw new SystemError('EISDIR');
  }
  if (isMountpoint(source) || isMountpoint(target)) throw new SystemError('EBUSY');
  if (replaced?.isDirectory && replaced.list().length > 0) throw new SystemError('ENOTEMPTY');
  const before = source.found.dentry;
  source.parent.dentry.inode.rename(source.name, target.parent.dentry.inode, target.name);
  before.moveTo(target.parent.dentry, target.name);
  context.changed(source.parent, source.name);
  context.changed(target.parent, target.name);
}
