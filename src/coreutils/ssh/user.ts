import type { Process } from '../../kernel/uapi/index.ts';

/** A line of /etc/passwd. */
export interface PasswdUser {
  name: string;
  uid: number;
  gid: number;
  home: string;
  shell: string;
}

function users(process: Process): PasswdUser[] {
  return process.readTextFile('/etc/passwd').split('\n').flatMap((line) => {
    const [name = '', , uid, gid, , home = '/', shell = '/bin/sh'] = line.split(':');
    return name === '' ? [] : [{ name, uid: Number(uid), gid: Number(gid), home, shell: shell || '/bin/sh' }];
  });
}

/** Who runs this process. */
export function findUserById(process: Process): PasswdUser {
  const { uid, gid } = process.credentials;
  return users(process).find((user) => user.uid === uid) ?? { name: String(uid), uid, gid, home: process.env['HOME'] ?? '/', shell: '/bin/sh' };
}

/** The user of that name. */
export function findUserByName(process: Process, name: string): PasswdUser | undefined {
  return users(process).find((user) => user.name === name);
}

/** The groups that a user is in. */
export function groupsOf(process: Process, { name, gid }: PasswdUser): number[] {
  const more = process.readTextFile('/etc/group').split('\n').flatMap((line) => {
    const [, , id = '', members = ''] = line.split(':');
    return members.split(',').includes(name) ? [Number(id)] : [];
  });
  return [...new Set([gid, ...more])];
}
