import { type Credentials, type Process, SystemError } from '../kernel/index.ts';

/** What a login takes from /etc/passwd and /etc/group. */
export interface User {
  name: string;
  home: string;
  shell: string;
  credentials: Omit<Credentials, 'capabilities'>;
}

/** Looks a login name up on the host. Throws SystemError ENOENT for one that does not exist. */
export function findUser(init: Process, name: string): User {
  const line = init.readTextFile('/etc/passwd').split('\n').find((each) => each.startsWith(`${name}:`));
  if (!line) throw new SystemError('ENOENT', `user ${name}`);
  const [, , uidText = '', gidText = '', , home = '/', shell = ''] = line.split(':');
  const uid = Number(uidText);
  const gid = Number(gidText);
  const supplementary = init.readTextFile('/etc/group').split('\n').flatMap((each) => {
    const [, , id = '', members = ''] = each.split(':');
    return members.split(',').includes(name) ? [Number(id)] : [];
  });
  return {
    name,
    home,
    shell: shell || '/bin/sh',
    credentials: { uid, gid, euid: uid, egid: gid, groups: [...new Set([gid, ...supplementary])] },
  };
}

/** The environment that a login shell of the user starts with. */
export function loginEnvironment(user: User): Record<string, string> {
  const path = user.credentials.uid === 0 ? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
  return { HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell, PATH: path, LANG: 'C.UTF-8' };
}
