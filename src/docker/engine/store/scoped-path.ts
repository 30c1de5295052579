import { type HostFiles, hasErrno } from '../ports/host-files.ts';

/**
 * The host's path of `path` as a process with the root `root` sees it: symbolic links are followed inside that root and never lead out of it.
 * What does not exist is kept as it is written. `last: 'keep'` does not follow a link at the end.
 */
export function scopedPath(files: HostFiles, root: string, path: string, last: 'follow' | 'keep' = 'follow'): string {
  const pending = path.split('/').filter((part) => part !== '');
  const done: string[] = [];
  let links = 0;
  while (pending.length > 0) {
    const part = pending.shift() ?? '';
    if (part === '.') continue;
    if (part === '..') {
      done.pop();
      continue;
    }
    const here = `${root}/${[...done, part].join('/')}`;
    const target = pending.length === 0 && last === 'keep' ? undefined : linkTarget(files, here);
    if (target === undefined) {
      done.push(part);
      continue;
    }
    if (++links > 40) return here;
    if (target.startsWith('/')) done.length = 0;
    pending.unshift(...target.split('/').filter((each) => each !== ''));
  }
  return done.length === 0 ? root : `${root}/${done.join('/')}`;
}

function linkTarget(files: HostFiles, path: string): string | undefined {
  try {
    return (files.lstat(path).mode & 0o170000) === 0o120000 ? files.readlink(path) : undefined;
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}
