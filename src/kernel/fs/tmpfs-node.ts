import { FileData } from '../vfs/index.ts';

/** An inode of a TmpFs as plain data. `owner` is the TmpFs generation that may change it in place; others copy it first. */
export interface TmpNode {
  owner: object;
  ino: number;
  mode: number;
  uid: number;
  gid: number;
  rdev: number;
  nlink: number;
  atime: number;
  mtime: number;
  ctime: number;
  entries?: Map<string, number>;
  data?: FileData;
  target?: string;
  xattrs?: Map<string, Uint8Array>;
}

/** A node as `TmpFs.toData` gives it: structured-cloneable. Entries are names and inode numbers. */
export interface TmpNodeData {
  ino: number;
  mode: number;
  uid: number;
  gid: number;
  rdev: number;
  nlink: number;
  atime: number;
  mtime: number;
  ctime: number;
  entries?: [string, number][];
  bytes?: Uint8Array;
  /** What follows `bytes` in a long file: 64 KiB chunks by their number. */
  chunks?: [number, Uint8Array][];
  /** Apparent size, when it is not the number of bytes. */
  size?: number;
  /** Bytes counted as allocated, when they are not the size. */
  filled?: number;
  target?: string;
  xattrs?: [string, Uint8Array][];
}

/** A whole TmpFs as plain data. */
export interface TmpFsData {
  nodes: TmpNodeData[];
  sizeLimit: number;
}

export function nodeToData(node: TmpNode): TmpNodeData {
  const { ino, mode, uid, gid, rdev, nlink, atime, mtime, ctime } = node;
  const data: TmpNodeData = { ino, mode, uid, gid, rdev, nlink, atime, mtime, ctime };
  if (node.entries) data.entries = [...node.entries];
  if (node.data) {
    const stored = node.data.prefix();
    const chunks = node.data.chunks();
    if (chunks.length > 0) data.chunks = chunks;
    data.bytes = stored.byteLength === stored.buffer.byteLength ? stored : stored.slice();
    if (node.data.size !== stored.length) data.size = node.data.size;
    if (node.data.filled !== node.data.size) data.filled = node.data.filled;
  }
  if (node.target !== undefined) data.target = node.target;
  if (node.xattrs && node.xattrs.size > 0) data.xattrs = [...node.xattrs];
  return data;
}

export function nodeFromData(data: TmpNodeData, owner: object): TmpNode {
  const { ino, mode, uid, gid, rdev, nlink, atime, mtime, ctime } = data;
  const node: TmpNode = { owner, ino, mode, uid, gid, rdev, nlink, atime, mtime, ctime };
  if (data.entries) node.entries = new Map(data.entries);
  if (data.bytes) {
    node.data = new FileData(undefined, data.bytes, data.size ?? data.bytes.length);
    if (data.chunks) node.data.addChunks(data.chunks);
    if (data.filled !== undefined) node.data.filled = data.filled;
  }
  if (data.target !== undefined) node.target = data.target;
  if (data.xattrs) node.xattrs = new Map(data.xattrs);
  return node;
}
