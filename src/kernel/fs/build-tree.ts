import { encodeUtf8 } from '../../base/index.ts';
import { fileType } from '../uapi/index.ts';
import { FileData, type Inode } from '../vfs/index.ts';
import { TmpFs, type TmpFsOptions } from './tmpfs.ts';

/** One file of a tree. `path` is absolute; missing directories above are made with 0755 and owner root. */
export interface TreeEntry {
  path: string;
  /** Permission bits. Default 0755 for directories, 0644 for files, 0777 for symbolic links. */
  mode?: number;
  uid?: number;
  gid?: number;
  /** Default: when the tree was built. Milliseconds since the epoch. */
  mtime?: number;
  /** A regular file's contents. An entry with neither `content`, `symlink`, `hardlink` nor `device` is a directory. */
  content?: Uint8Array | string;
  /** Apparent size of a regular file: what lies beyond the contents reads as zeros and costs no memory. */
  size?: number;
  symlink?: string;
  /** The path of an earlier entry that this is another name of. */
  hardlink?: string;
  device?: { type: 'character' | 'block' | 'fifo'; rdev?: number };
  xattrs?: Record<string, Uint8Array>;
}

function nodeOf(entry: TreeEntry): { mode: number; target?: string; rdev?: number } {
  if (entry.symlink !== undefined) return { mode: fileType.symlink | 0o777, target: entry.symlink };
  if (entry.device) return { mode: fileType[entry.device.type] | (entry.mode ?? 0o644), rdev: entry.device.rdev ?? 0 };
  if (entry.content !== undefined) return { mode: fileType.regular | (entry.mode ?? 0o644) };
  return { mode: fileType.directory | (entry.mode ?? 0o755) };
}

/** Builds a file system of a flat list of files, in order; a later entry replaces an earlier file of the same path. Freeze the result to share it between hosts. */
export function buildTree(entries: Iterable<TreeEntry>, options: TmpFsOptions = {}): TmpFs {
  const fs = new TmpFs(options);
  const directories = new Map<string, Inode>([['', fs.root]]);
  const directory = (path: string): Inode => {
    const known = directories.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const above = directory(path.slice(0, cut));
    const name = path.slice(cut + 1);
    const made = above.lookup(name) ?? above.create(name, { mode: fileType.directory | 0o755, uid: 0, gid: 0 });
    directories.set(path, made);
    return made;
  };
  for (const entry of entries) {
    const path = `/${entry.path.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
    if (path === '/') {
      fs.root.setAttributes({ ...(entry.mode === undefined ? {} : { mode: entry.mode }), ...(entry.uid === undefined ? {} : { uid: entry.uid }), ...(entry.gid === undefined ? {} : { gid: entry.gid }) });
      continue;
    }
    const cut = path.lastIndexOf('/');
    const parent = directory(path.slice(0, cut));
    const name = path.slice(cut + 1);
    if (entry.hardlink !== undefined) {
      const at = entry.hardlink.lastIndexOf('/');
      const target = directory(entry.hardlink.slice(0, at).replace(/^(?!\/|$)/, '/')).lookup(entry.hardlink.slice(at + 1));
      if (!target) throw new Error(`${entry.path}: hard link to ${entry.hardlink}, which is not in the tree`);
      parent.link(name, target);
      continue;
    }
    place(parent, name, entry);
  }
  return fs;
}

function place(parent: Inode, name: string, entry: TreeEntry): void {
  const node = nodeOf(entry);
  const owner = { uid: entry.uid ?? 0, gid: entry.gid ?? 0 };
  const existing = parent.lookup(name);
  const keeps = existing?.isDirectory && (node.mode & fileType.directory) === fileType.directory && !entry.device;
  if (existing && !keeps) parent.unlink(name);
  const inode = existing && keeps ? existing : parent.create(name, { ...node, ...owner });
  if (keeps) inode.setAttributes({ mode: node.mode, ...owner });
  if (entry.content !== undefined) {
    const bytes = typeof entry.content === 'string' ? encodeUtf8(entry.content) : entry.content;
    inode.setData(new FileData(undefined, bytes, entry.size ?? bytes.length));
  }
  for (const [key, value] of Object.entries(entry.xattrs ?? {})) inode.setxattr(key, value);
  if (entry.mtime !== undefined) inode.setAttributes({ atime: entry.mtime, mtime: entry.mtime });
}
