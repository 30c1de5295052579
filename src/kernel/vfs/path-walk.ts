import { type Credentials, fileType, SystemError } from '../uapi/index.ts';
import { may, requirePermission } from './credentials.ts';
import { FileLink, PlaceLink } from './link-target.ts';
import { type Location, mountedOn, parentOf } from './mount.ts';
import type { OpenFile } from './open-file.ts';

/** From where and as whom paths are walked. A task is one. */
export interface FsContext {
  readonly root: Location;
  readonly cwd: Location;
  readonly credentials: Credentials;
  readonly umask: number;
  /** Something at a place changed: for those who watch. `directory` was changed by adding or removing `name`. */
  changed(location: Location, name?: string): void;
}

/** Where a path led. */
export interface Walked {
  /** The directory of the last component. */
  parent: Location;
  /** The last component; empty when the path ended in `/`'s root, `.` or `..`. */
  name: string;
  found: Location | undefined;
  /** A trailing slash asks for a directory. */
  wantsDirectory: boolean;
  /** The last link was one of /proc/PID/fd that leads to no place. */
  file: OpenFile | undefined;
}

const maxLinks = 40;

/**
 * path_resolution(7). A last component that does not exist gives no `found`; everything before it must exist. `last` says what happens to a link
 * at the end; `parent` is for calls that make or remove the entry itself: they never follow it and judge a trailing slash on their own; `create` is open(2)
 * with O_CREAT, which follows it and refuses a trailing slash.
 */
export function walk(context: FsContext, path: string, last: 'follow' | 'nofollow' | 'parent' | 'create'): Walked {
  if (path === '') throw new SystemError('ENOENT');
  if (path.length >= 4096) throw new SystemError('ENAMETOOLONG');
  const names = path.split('/').reverse();
  let at = path.startsWith('/') ? mountedOn(context.root) : context.cwd;
  let parent = at;
  let lastName = '';
  let links = 0;
  let wantsDirectory = path.endsWith('/');
  const isLast = (): boolean => {
    for (const name of names) if (name !== '') return false;
    return true;
  };
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name === '') continue;
    const { inode } = at.dentry;
    if (!inode.isDirectory) throw new SystemError('ENOTDIR');
    requirePermission(context.credentials, inode, may.execute);
    if (name === '.' || name === '..') {
      if (name === '..') at = parentOf(at, context.root);
      parent = at;
      lastName = '';
      continue;
    }
    if (name.length > 63 && new TextEncoder().encode(name).length > 255) throw new SystemError('ENAMETOOLONG');
    if (last === 'create' && wantsDirectory && isLast()) throw new SystemError('EISDIR');
    const dentry = at.dentry.lookup(name);
    parent = at;
    lastName = name;
    if (!dentry) {
      if (!isLast()) throw new SystemError('ENOENT');
      return { parent, name, found: undefined, wantsDirectory, file: undefined };
    }
    if (dentry.inode.type === fileType.symlink && (last === 'follow' || last === 'create' || (wantsDirectory && last !== 'parent') || !isLast())) {
      if (++links > maxLinks) throw new SystemError('ELOOP');
      const target = dentry.inode.follow();
      if (target instanceof FileLink) {
        if (!isLast()) throw new SystemError('ENOTDIR');
        return { parent, name, found: { mount: at.mount, dentry }, wantsDirectory, file: target.file };
      }
      if (target instanceof PlaceLink) {
        at = target.location;
        parent = at;
        lastName = '';
        continue;
      }
      const text = dentry.inode.readlink();
      if (text === '') throw new SystemError('ENOENT');
      if (isLast() && text.endsWith('/')) wantsDirectory = true;
      names.push(...text.split('/').reverse());
      if (text.startsWith('/')) at = mountedOn(context.root);
      parent = at;
      lastName = '';
      continue;
    }
    at = mountedOn({ mount: at.mount, dentry });
  }
  if (wantsDirectory && last !== 'parent' && !at.dentry.inode.isDirectory) throw new SystemError('ENOTDIR');
  return { parent, name: lastName, found: at, wantsDirectory, file: undefined };
}

/** The place that a path names; ENOENT when there is none. */
export function resolve(context: FsContext, path: string, followLast = true): Location {
  const { found } = walk(context, path, followLast ? 'follow' : 'nofollow');
  if (!found) throw new SystemError('ENOENT');
  return found;
}
