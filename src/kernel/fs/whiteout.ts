import { fileType } from '../uapi/index.ts';
import type { Inode } from '../vfs/index.ts';

const opaqueName = 'trusted.overlay.opaque';

/** The prefix of an overlay's own attributes, which its users do not see. */
export const overlayXattrPrefix = 'trusted.overlay.';

export function isWhiteout(inode: Inode): boolean {
  return inode.type === fileType.character && inode.rdev === 0;
}

export function makeWhiteout(directory: Inode, name: string): void {
  directory.create(name, { mode: fileType.character, uid: 0, gid: 0, rdev: 0 });
}

export function isOpaque(directory: Inode): boolean {
  return directory.getxattr(opaqueName)?.[0] === 0x79;
}

export function makeOpaque(directory: Inode): void {
  directory.setxattr(opaqueName, Uint8Array.of(0x79));
}
