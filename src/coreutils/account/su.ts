import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { defaultPath, execCommand, findProgram, findGroup, findUser, groupsOfUser, type PasswordEntry, passwordEntries, rawProgram, reason, type Tool } from '../program/index.ts';

/** Becomes `user`, with its groups. */
function become(process: Process, user: PasswordEntry, gid = user.gid): void {
  const groups = groupsOfUser(process, user);
  process.setCredentials({ uid: user.uid, euid: user.uid, gid, egid: gid, groups: groups.includes(gid) ? groups : [gid, ...groups], capabilities: user.uid === 0 ? 'all' : new Set() });
}

export const su = rawProgram('su', async (tool, words) => {
  const { process } = tool;
  let login = false;
  let command: string | undefined;
  let shell: string | undefined;
  let keep = false;
  const operands: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-' || word === '-l' || word === '--login') login = true;
    else if (word === '-c' || word === '--command') command = rest.shift();
    else if (word.startsWith('--command=')) command = word.slice(10);
    else if (word === '-s' || word === '--shell') shell = rest.shift();
    else if (word.startsWith('--shell=')) shell = word.slice(8);
    else if (word === '-m' || word === '-p' || word === '--preserve-environment') keep = true;
    else if (word === '--') operands.push(...rest.splice(0));
    else if (/^-lc$/.test(word)) {
      login = true;
      command = rest.shift();
    } else if (word.startsWith('-')) {
      await tool.error(`invalid option -- '${word.charAt(1)}'`);
      await tool.errorText("Try 'su --help' for more information.\n");
      return 1;
    } else operands.push(word);
  }
  const [name = 'root', ...args] = operands;
  const user = findUser(process, name);
  if (!user) {
    await tool.error(tool.busybox ? `unknown user ${name}` : `user ${name} does not exist or the user entry does not contain all the required fields`);
    return 1;
  }
  if (process.credentials.uid !== 0 && process.credentials.uid !== user.uid && !(await checkPassword(tool, name))) {
    await tool.error(tool.busybox ? 'incorrect password' : 'Authentication failure');
    return 1;
  }
  const program = shell ?? (user.shell || '/bin/sh');
  const env: Record<string, string> = login && !keep ? { ...(process.env['TERM'] === undefined ? {} : { TERM: process.env['TERM'] }) } : { ...process.env };
  if (!keep) {
    env['HOME'] = user.home;
    env['SHELL'] = program;
    if (login || user.uid !== 0) Object.assign(env, { USER: user.name, LOGNAME: user.name });
    if (login || env['PATH'] === undefined) env['PATH'] = user.uid === 0 ? defaultPath : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
  }
  become(process, user);
  if (login) {
    try {
      process.chdir(user.home);
    } catch (error) {
      await tool.error(`warning: cannot change directory to ${user.home}: ${reason(error)}`);
    }
  }
  const base = program.slice(program.lastIndexOf('/') + 1);
  try {
    return await process.exec(program, [login ? `-${base}` : base, ...(command === undefined ? [] : ['-c', command]), ...args], env);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(tool.busybox ? `can't execute '${program}': ${reason(error)}` : `failed to execute ${program}: ${reason(error)}`);
    return isSystemError(error, 'ENOENT') ? 127 : 126;
  }
});

/** Asks for a password. Passwords are not modelled: none is right. */
async function checkPassword(tool: Tool, name: string): Promise<boolean> {
  const { process } = tool;
  await tool.errorText(`Password: `);
  if (process.isatty(0)) {
    const saved = process.tcgetattr(0);
    process.tcsetattr(0, { echo: false });
    try {
      await process.read(0);
    } finally {
      process.tcsetattr(0, saved);
    }
  } else await process.read(0);
  await tool.errorText('\n');
  return name === '';
}

export const sudo = rawProgram('sudo', async (tool, words) => {
  const { process } = tool;
  let target = 'root';
  let group: string | undefined;
  let shell = false;
  let login = false;
  let keep = false;
  const rest = [...words];
  const variables: Record<string, string> = {};
  while (rest[0]?.startsWith('-') && rest[0].length > 1) {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    if (word === '-u' || word === '--user') target = rest.shift() ?? '';
    else if (word.startsWith('--user=')) target = word.slice(7);
    else if (/^-u./.test(word)) target = word.slice(2);
    else if (word === '-g' || word === '--group') group = rest.shift();
    else if (word === '-i' || word === '--login') login = true;
    else if (word === '-s' || word === '--shell') shell = true;
    else if (/^-E$|^--preserve-env/.test(word)) keep = true;
    else if (word === '-V' || word === '--version') {
      tool.out.write('Sudo version 1.9.16p2\n');
      return 0;
    } else if (word === '-l' || word === '--list') {
      const name = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid)?.name ?? '';
      tool.out.write(`User ${name} may run the following commands on ${process.hostname()}:\n    (ALL : ALL) ALL\n`);
      return 0;
    } else if (word === '-v' || word === '-k' || word === '-K') return 0;
    else if (!/^-[nHSAbP]+$|^--(non-interactive|set-home|stdin|background)$/.test(word)) {
      await tool.errorText(`sudo: invalid option -- '${word.replace(/^-+/, '').charAt(0)}'\nusage: sudo [-u user] [-g group] [-Eins] command [arg ...]\n`);
      return 1;
    }
  }
  while (/^[A-Za-z_]\w*=/.test(rest[0] ?? '')) {
    const [name = '', value = ''] = (rest.shift() ?? '').split(/=([^]*)/);
    variables[name] = value;
  }
  if (rest.length === 0 && !shell && !login) {
    await tool.errorText('usage: sudo -h | -K | -k | -V\nusage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]\nusage: sudo -l [-ABkNnS] [-g group] [-h host] [-p prompt] [-U user]\n            [-u user] [command [arg ...]]\nusage: sudo [-ABbEHkNnPS] [-r role] [-t type] [-C num] [-D directory]\n            [-g group] [-h host] [-p prompt] [-R directory] [-T timeout]\n            [-u user] [VAR=value] [-i | -s] [command [arg ...]]\n');
    return 1;
  }
  const caller = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid);
  if (process.credentials.euid !== 0) {
    await tool.errorText(`sudo: ${process.argv[0]?.includes('/') ? process.argv[0] : '/usr/bin/sudo'} must be owned by uid 0 and have the setuid bit set\n`);
    return 1;
  }
  if (process.credentials.uid !== 0 && !maySudo(process, caller)) {
    await tool.errorText(`${caller?.name ?? process.credentials.uid} is not in the sudoers file.\n`);
    return 1;
  }
  const user = findUser(process, target) ?? (target.startsWith('#') ? findUser(process, Number(target.slice(1))) : undefined);
  if (!user) {
    await tool.errorText(`sudo: unknown user ${target}\nsudo: error initializing audit plugin sudoers_audit\n`);
    return 1;
  }
  const gid = group === undefined ? user.gid : findGroup(process, group)?.gid ?? Number(group);
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const env: Record<string, string> = keep ? { ...process.env } : {};
  for (const name of ['TERM', 'DISPLAY', 'LANG', 'LC_ALL', 'COLORTERM']) if (process.env[name] !== undefined) env[name] = process.env[name];
  Object.assign(env, { HOME: user.home, SHELL: user.shell || '/bin/sh', USER: user.name, LOGNAME: user.name, PATH: path, MAIL: `/var/mail/${user.name}`, SUDO_UID: String(process.credentials.uid), SUDO_GID: String(process.credentials.gid), SUDO_USER: caller?.name ?? '', SUDO_COMMAND: rest.join(' ') || user.shell }, variables);
  become(process, user, gid);
  const program = user.shell || '/bin/sh';
  if (login || shell) {
    if (login) process.chdir(user.home);
    const base = program.slice(program.lastIndexOf('/') + 1);
    return await process.exec(program, [login ? `-${base}` : base, ...(rest.length ? ['-c', rest.map((word) => (/^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ')] : [])], env);
  }
  try {
    findProgram(process, rest[0] ?? '', path);
    return await execCommand(process, rest, env);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(isSystemError(error, 'ENOENT') ? `sudo: ${rest[0]}: command not found\n` : `sudo: unable to execute ${rest[0]}: ${reason(error)}\n`);
    return 1;
  }
});

/** Members of the groups sudo and wheel, and users that /etc/sudoers or /etc/sudoers.d name, may. */
function maySudo(process: Process, user: PasswordEntry | undefined): boolean {
  if (!user) return false;
  const groups = groupsOfUser(process, user);
  const admin = ['sudo', 'wheel', 'admin'].map((name) => findGroup(process, name)?.gid);
  if (groups.some((gid) => admin.includes(gid))) return true;
  const files = ['/etc/sudoers'];
  try {
    files.push(...process.readdir('/etc/sudoers.d').map(({ name }) => `/etc/sudoers.d/${name}`));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return files.some((file) => {
    try {
      return new RegExp(`^(${user.name}|ALL)\\s+ALL`, 'm').test(process.readTextFile(file));
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  });
}
