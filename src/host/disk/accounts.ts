/** An account of the host's first disk. */
interface Account {
  name: string;
  uid: number;
  gid: number;
  gecos: string;
  home: string;
  shell: string;
}

const system: readonly (readonly [name: string, uid: number, gid: number, home: string, shell: string])[] = [
  ['daemon', 1, 1, '/usr/sbin', '/usr/sbin/nologin'],
  ['bin', 2, 2, '/bin', '/usr/sbin/nologin'],
  ['sys', 3, 3, '/dev', '/usr/sbin/nologin'],
  ['sync', 4, 65534, '/bin', '/bin/sync'],
  ['games', 5, 60, '/usr/games', '/usr/sbin/nologin'],
  ['man', 6, 12, '/var/cache/man', '/usr/sbin/nologin'],
  ['lp', 7, 7, '/var/spool/lpd', '/usr/sbin/nologin'],
  ['mail', 8, 8, '/var/mail', '/usr/sbin/nologin'],
  ['news', 9, 9, '/var/spool/news', '/usr/sbin/nologin'],
  ['uucp', 10, 10, '/var/spool/uucp', '/usr/sbin/nologin'],
  ['proxy', 13, 13, '/bin', '/usr/sbin/nologin'],
  ['www-data', 33, 33, '/var/www', '/usr/sbin/nologin'],
  ['backup', 34, 34, '/var/backups', '/usr/sbin/nologin'],
  ['_apt', 42, 65534, '/nonexistent', '/usr/sbin/nologin'],
  ['nobody', 65534, 65534, '/nonexistent', '/usr/sbin/nologin'],
];

const groups: readonly (readonly [name: string, gid: number])[] = [
  ['root', 0], ['daemon', 1], ['bin', 2], ['sys', 3], ['adm', 4], ['tty', 5], ['disk', 6], ['lp', 7], ['mail', 8], ['news', 9],
  ['uucp', 10], ['man', 12], ['proxy', 13], ['kmem', 15], ['dialout', 20], ['fax', 21], ['voice', 22], ['cdrom', 24], ['floppy', 25],
  ['tape', 26], ['sudo', 27], ['audio', 29], ['dip', 30], ['www-data', 33], ['backup', 34], ['operator', 37], ['list', 38], ['irc', 39],
  ['src', 40], ['shadow', 42], ['utmp', 43], ['video', 44], ['sasl', 45], ['plugdev', 46], ['staff', 50], ['games', 60], ['users', 100],
  ['nogroup', 65534], ['docker', 101],
];

/** Gid of the group whose members may use the engine's socket. */
export const dockerGid = 101;

/** The learner of the labs: uid 1000, in the groups sudo and docker. */
export const learner: Account = { name: 'learner', uid: 1000, gid: 1000, gecos: '', home: '/home/learner', shell: '/bin/bash' };

const root: Account = { name: 'root', uid: 0, gid: 0, gecos: 'root', home: '/root', shell: '/bin/bash' };

/** /etc/passwd as Debian 13 has it, and the learner. */
export function passwdFile(): string {
  const services: Account[] = system.map(([name, uid, gid, home, shell]) => ({ name, uid, gid, gecos: name === '_apt' ? '' : name, home, shell }));
  return [root, ...services, learner].map(({ name, uid, gid, gecos, home, shell }) => `${name}:x:${uid}:${gid}:${gecos}:${home}:${shell}\n`).join('');
}

/** /etc/group as Debian 13 has it; the learner is in sudo, users and docker. */
export function groupFile(): string {
  const members = new Set(['sudo', 'users', 'docker']);
  return [...groups, [learner.name, learner.gid] as const].map(([name, gid]) => `${name}:x:${gid}:${members.has(name) ? learner.name : ''}\n`).join('');
}

/** The learner's password, which is `learner`, as crypt(5) keeps it. */
const learnersHash = '$6$drydock$b6t1NrLHOiVhat6usvvVx1jqchvy4kkYxWJ8U.CJ/Yxn8jrIkrBbOJVaB6uGPZijFN/KE0CZhB/BJ0z.56Ooa.';

/** /etc/shadow: the learner has a password, which ssh between the hosts of a lab asks for; no other opens anything. */
export function shadowFile(): string {
  return [root.name, ...system.map(([name]) => name), learner.name].map((name) => `${name}:${name === learner.name ? learnersHash : '*'}:20000:0:99999:7:::\n`).join('');
}
