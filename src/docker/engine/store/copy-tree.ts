import type { HostFiles } from '../ports/host-files.ts';

const typeMask = 0o170000;

/** Copies the content of a directory, with owners, modes and times, into a directory that exists; that one takes the source's owner and mode too. */
export async function copyTree(files: HostFiles, from: string, to: string): Promise<void> {
  for (const { name } of files.readdir(from)) {
    const source = `${from}/${name}`;
    const target = `${to}/${name}`;
    const stat = files.lstat(source);
    const type = stat.mode & typeMask;
    if (type === 0o040000) {
      if (!files.exists(target)) files.mkdir(target, 0o755);
      await copyTree(files, source, target);
      continue;
    }
    if (type === 0o120000) files.symlink(files.readlink(source), target);
    else if (type === 0o100000) files.writeExtents(target, stat.size, files.extents(source));
    else if (type !== 0o140000) files.mknod(target, stat.mode, stat.rdev);
    else continue;
    files.chown(target, stat.uid, stat.gid, false);
    if (type !== 0o120000) files.chmod(target, stat.mode & 0o7777);
    files.utimes(target, stat.mtime, stat.mtime, false);
  }
  const stat = files.stat(from);
  files.chown(to, stat.uid, stat.gid);
  files.chmod(to, stat.mode & 0o7777);
  files.utimes(to, stat.mtime, stat.mtime);
}
