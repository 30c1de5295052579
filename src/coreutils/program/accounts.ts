import { isSystemError, type Process } from '../../kernel/uapi/index.ts';

/** A line of /etc/passwd. */
export interface PasswordEntry {
  name: string;
  password: string;
  uid: number;
  gid: number;
  gecos: string;
  home: string;
  shell: string;
}

/** A line of /etc/group. */
export interface GroupEntry {
  name: string;
  password: string;
  gid: number;
  members: string[];
}

function linesOf(process: Process, path: string): string[][] {
  try {
    return process.readTextFile(path).split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(':'));
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** The entries of /etc/passwd. */
export function passwordEntries(process: Process): PasswordEntry[] {
  return linesOf(process, '/etc/passwd').map(([name = '', password = '', uid = '', gid = '', gecos = '', home = '', shell = '']) => (
    { name, password, uid: Number(uid), gid: Number(gid), gecos, home, shell }));
}

/** The entries of /etc/group. */
export function groupEntries(process: Process): GroupEntry[] {
  return linesOf(process, '/etc/group').map(([name = '', password = '', gid = '', members = '']) => (
    { name, password, gid: Number(gid), members: members.split(',').filter(Boolean) }));
}

/** Finds a user by name, or by number. */
export function findUser(process: Process, nameOrUid: string | number): PasswordEntry | undefined {
  return passwordEntries(process).find((entry) => (typeof nameOrUid === 'number' ? entry.uid === nameOrUid : entry.name === nameOrUid));
}

/** Finds a group by name, or by number. */
export function findGroup(process: Process, nameOrGid: string | number): GroupEntry | undefined {
  return groupEntries(process).find((entry) => (typeof nameOrGid === 'number' ? entry.gid === nameOrGid : entry.name === nameOrGid));
}

/** Names for ids, read once: for listings. An unknown id is its number. */
export class IdNames {
  readonly #users: Map<number, string>;
  readonly #groups: Map<number, string>;

  constructor(process: Process) {
    this.#users = new Map(passwordEntries(process).reverse().map((entry) => [entry.uid, entry.name]));
    this.#groups = new Map(groupEntries(process).reverse().map((entry) => [entry.gid, entry.name]));
  }

  user(uid: number): string {
    return this.#users.get(uid) ?? String(uid);
  }

  group(gid: number): string {
    return this.#groups.get(gid) ?? String(gid);
  }

  hasUser(uid: number): boolean {
    return this.#users.has(uid);
  }

  hasGroup(gid: number): boolean {
    return this.#groups.has(gid);
  }
}

/** The groups a user is in: the primary one, then those of /etc/group. */
export function groupsOfUser(process: Process, user: PasswordEntry): number[] {
  const others = groupEntries(process).filter((group) => group.members.includes(user.name)).map((group) => group.gid);
  return [user.gid, ...others.filter((gid) => gid !== user.gid)];
}
