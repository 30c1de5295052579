import type { Process } from '../../kernel/uapi/index.ts';
import { groupsOfUser, type PasswordEntry } from '../program/index.ts';

/** Becomes `user`, with its groups. */
export function become(process: Process, user: PasswordEntry, gid = user.gid): void {
  const groups = groupsOfUser(process, user);
  process.setCredentials({ uid: user.uid, euid: user.uid, gid, egid: gid, groups: groups.includes(gid) ? groups : [gid, ...groups], capabilities: user.uid === 0 ? 'all' : new Set() });
}
