import { type Credentials, fileType, fileTypeMask, SystemError } from '../uapi/index.ts';
import type { Inode } from './inode.ts';

/** Bits asked of a file: the low three of a mode. */
export const may = { read: 4, write: 2, execute: 1 } as const;

/** Whether a capability is effective. */
export function capable(credentials: Credentials, capability: string): boolean {
  return credentials.capabilities === 'all' || credentials.capabilities.has(capability);
}

/** Throws EPERM unless a capability is effective. */
export function requireCapability(credentials: Credentials, capability: string): void {
  if (!capable(credentials, capability)) throw new SystemError('EPERM');
}

/** The rule of path_resolution(7) under "Permissions", for the effective ids. */
export function permitted(credentials: Credentials, inode: Inode, wanted: number): boolean {
  const { mode } = inode;
  let bits = mode & 7;
  if (credentials.euid === inode.uid) bits = (mode >> 6) & 7;
  else if (credentials.egid === inode.gid || credentials.groups.includes(inode.gid)) bits = (mode >> 3) & 7;
  if ((bits & wanted) === wanted) return true;
  const isDirectory = (mode & fileTypeMask) === fileType.directory;
  if (capable(credentials, 'CAP_DAC_OVERRIDE')) return (wanted & may.execute) === 0 || isDirectory || (mode & 0o111) !== 0;
  if (capable(credentials, 'CAP_DAC_READ_SEARCH')) return wanted === may.read || (isDirectory && (wanted & may.write) === 0);
  return false;
}

/** Throws EACCES unless permitted. */
export function requirePermission(credentials: Credentials, inode: Inode, wanted: number): void {
  if (!permitted(credentials, inode, wanted)) throw new SystemError('EACCES');
}

/** Whether the owner's rights on an inode are held. */
export function owns(credentials: Credentials, inode: Inode): boolean {
  return credentials.euid === inode.uid || capable(credentials, 'CAP_FOWNER');
}
