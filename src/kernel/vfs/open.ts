import { fileType, type OpenFlags, SystemError } from '../uapi/index.ts';
import { may, owns, requirePermission } from './credentials.ts';
import { InodeFile } from './inode-file.ts';
import type { Inode } from './inode.ts';
import type { Location } from './mount.ts';
import type { OpenFile } from './open-file.ts';
import { makeNode } from './create.ts';
import { type FsContext, walk } from './path-walk.ts';

/** Opens what is no regular file or directory: devices and fifos. */
export type OpenSpecial = (location: Location, flags: OpenFlags) => OpenFile;

function wantedOf(flags: OpenFlags): number {
  return (flags.read ? may.read : 0) | (flags.write ? may.write : 0);
}

/** open(2). `permissions` is for a file that is created, before the umask. */
export function openPath(context: FsContext, path: string, flags: OpenFlags, permissions: number, openSpecial: OpenSpecial): OpenFile {
  const walked = walk(context, path, flags.create && flags.exclusive ? 'parent' : flags.nofollow ? 'nofollow' : flags.create ? 'create' : 'follow');
  if (flags.create && walked.name !== '' && walked.wantsDirectory) throw new SystemError('EISDIR');
  if (walked.file) {
    if (walked.file.inode) requirePermission(context.credentials, walked.file.inode, wantedOf(flags));
    return walked.file.reopen(flags);
  }
  let location = walked.found;
  if (!location) {
    if (!flags.create) throw new SystemError('ENOENT');
    const inode = makeNode(context, walked, { mode: fileType.regular | (permissions & 0o7777 & ~context.umask) });
    location = { mount: walked.parent.mount, dentry: walked.parent.dentry.adopt(walked.name, inode) };
    return new InodeFile(location, flags, (at) => context.changed(at));
  }
  if (flags.create && flags.exclusive) throw new SystemError('EEXIST');
  const { inode } = location.dentry;
  checkOpen(context, location, inode, flags);
  if (inode.type !== fileType.regular && !inode.isDirectory) return openSpecial(location, flags);
  if (flags.truncate && flags.write && inode.attributes().size > 0) {
    inode.truncate(0);
    context.changed(location);
  }
  return new InodeFile(location, flags, (at) => context.changed(at));
}

function checkOpen(context: FsContext, location: Location, inode: Inode, flags: OpenFlags): void {
  if (inode.type === fileType.symlink) throw new SystemError('ELOOP');
  if (inode.isDirectory && (flags.write || flags.create)) throw new SystemError('EISDIR');
  if (!inode.isDirectory && flags.directory) throw new SystemError('ENOTDIR');
  if (inode.type === fileType.socket) throw new SystemError('ENXIO');
  requirePermission(context.credentials, inode, wantedOf(flags));
  if (flags.write && location.mount.readOnly && inode.type === fileType.regular) throw new SystemError('EROFS');
  // protected_regular(1) of proc_sys_fs(5): no O_CREAT on others' files in sticky world-writable directories.
  if (flags.create && inode.type === fileType.regular && !owns(context.credentials, inode)) {
    const above = location.dentry.parent?.inode;
    if (above && (above.mode & 0o1002) === 0o1002 && above.uid !== inode.uid) throw new SystemError('EACCES');
  }
}
