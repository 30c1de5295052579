import { fileType, SystemError } from '../uapi/index.ts';
import { capable, may, owns, permitted, requirePermission } from './credentials.ts';
import type { Inode } from './inode.ts';
import type { Location } from './mount.ts';
import { type FsContext, resolve } from './path-walk.ts';

function requireWritableMount(location: Location): void {
  if (location.mount.readOnly) throw new SystemError('EROFS');
}

/** chmod(2) and fchmod(2). */
export function chmod(context: FsContext, location: Location, mode: number): void {
  requireWritableMount(location);
  const { inode } = location.dentry;
  if (!owns(context.credentials, inode)) throw new SystemError('EPERM');
  let bits = mode & 0o7777;
  const { egid, groups } = context.credentials;
  if (!inode.isDirectory && inode.gid !== egid && !groups.includes(inode.gid) && !capable(context.credentials, 'CAP_FSETID')) bits &= ~0o2000;
  inode.setAttributes({ mode: inode.type | bits });
  context.changed(location);
}

/** chown(2). -1 leaves an id as it is. */
export function chown(context: FsContext, location: Location, uid: number, gid: number): void {
  requireWritableMount(location);
  const { inode } = location.dentry;
  const { credentials } = context;
  const newUid = uid === -1 ? inode.uid : uid;
  const newGid = gid === -1 ? inode.gid : gid;
  if (!capable(credentials, 'CAP_CHOWN')) {
    const ownGroup = newGid === inode.gid || newGid === credentials.egid || credentials.groups.includes(newGid);
    if (newUid !== inode.uid || credentials.euid !== inode.uid || !ownGroup) throw new SystemError('EPERM');
  }
  const clears = !inode.isDirectory && (inode.mode & 0o111) !== 0;
  inode.setAttributes({ uid: newUid, gid: newGid, ...(clears ? { mode: inode.mode & ~0o6000 } : {}) });
  context.changed(location);
}

/** utimensat(2), in milliseconds. Who may write may set both times to `now` without owning the file. */
export function utimes(context: FsContext, location: Location, atime: number | 'now', mtime: number | 'now', now: number): void {
  requireWritableMount(location);
  const { inode } = location.dentry;
  if (!owns(context.credentials, inode)) {
    if (atime !== 'now' || mtime !== 'now') throw new SystemError('EPERM');
    requirePermission(context.credentials, inode, may.write);
  }
  inode.setAttributes({ atime: atime === 'now' ? now : atime, mtime: mtime === 'now' ? now : mtime });
  context.changed(location);
}

/** truncate(2) */
export function truncate(context: FsContext, location: Location, size: number): void {
  const { inode } = location.dentry;
  if (inode.isDirectory) throw new SystemError('EISDIR');
  if (inode.type !== fileType.regular || size < 0) throw new SystemError('EINVAL');
  requirePermission(context.credentials, inode, may.write);
  requireWritableMount(location);
  inode.truncate(size);
  context.changed(location);
}

/** The checks of setxattr(2): `trusted.` needs CAP_SYS_ADMIN, `user.` the right to write. */
export function setxattr(context: FsContext, location: Location, name: string, value: Uint8Array | undefined): void {
  requireWritableMount(location);
  const { inode } = location.dentry;
  if (!name.includes('.')) throw new SystemError('EOPNOTSUPP');
  if (name.startsWith('user.')) requirePermission(context.credentials, inode, may.write);
  else if (!capable(context.credentials, 'CAP_SYS_ADMIN')) throw new SystemError('EPERM');
  inode.setxattr(name, value);
  context.changed(location);
}

/** Whether the real ids may: access(2). */
export function access(context: FsContext, path: string, mode: string): boolean {
  const { credentials } = context;
  const real = { ...credentials, euid: credentials.uid, egid: credentials.gid, capabilities: credentials.uid === credentials.euid ? credentials.capabilities : new Set<string>() };
  const asReal: FsContext = { root: context.root, cwd: context.cwd, umask: 0, credentials: real, changed: () => undefined };
  try {
    const location = resolve(asReal, path);
    const wanted = (mode.includes('r') ? may.read : 0) | (mode.includes('w') ? may.write : 0) | (mode.includes('x') ? may.execute : 0);
    if (mode.includes('w') && location.mount.readOnly && isStored(location.dentry.inode)) return false;
    return permitted(real, location.dentry.inode, wanted);
  } catch (error) {
    if (error instanceof SystemError) return false;
    throw error;
  }
}

function isStored(inode: Inode): boolean {
  return inode.isDirectory || inode.type === fileType.regular;
}
