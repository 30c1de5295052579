import type { HostFiles } from '../ports/host-files.ts';

/** Bytes of the files under a directory; one with several names counts once. */
export function treeSize(files: HostFiles, path: string, seen: Set<string> = new Set()): number {
  if (!files.exists(path)) return 0;
  let size = 0;
  for (const { name } of files.readdir(path)) {
    const child = `${path}/${name}`;
    const stat = files.lstat(child);
    const type = stat.mode & 0o170000;
    if (type === 0o040000) size += treeSize(files, child, seen);
    else if (type === 0o100000) {
      const key = `${stat.dev}:${stat.ino}`;
      if (stat.nlink > 1 && seen.has(key)) continue;
      seen.add(key);
      size += stat.size;
    }
  }
  return size;
}
