import { isSystemError } from '../../kernel/uapi/index.ts';
import { defaultPath, findUser, rawProgram, reason } from '../program/index.ts';
import { become } from './become.ts';
import { askSecret, passwordOpens } from './password.ts';

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
  if (process.credentials.uid !== 0 && process.credentials.uid !== user.uid) {
    const password = await askSecret(tool, 'Password: ');
    if (password === undefined || !passwordOpens(process, name, password)) {
      await tool.error(tool.busybox ? 'incorrect password' : 'Authentication failure');
      return 1;
    }
  }
  const program = shell ?? (user.shell || '/bin/sh');
  const env: Record<string, string> = login && !keep ? { ...(process.env['TERM'] === undefined ? {} : { TERM: process.env['TERM'] }) } : { ...process.env };
  if (!keep) {
    env['HOME'] = user.home;
    env['SHELL'] = program;
    if (!tool.busybox) env['MAIL'] = `/var/mail/${user.name}`;
    if (login || user.uid !== 0) Object.assign(env, { USER: user.name, LOGNAME: user.name });
    if (login || env['PATH'] === undefined) env['PATH'] = user.uid === 0 ? defaultPath : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
  }
  try {
    become(process, user);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { capabilities } = process.credentials;
    const groups = capabilities !== 'all' && !capabilities.has('CAP_SETGID');
    await tool.error(`${groups ? `${tool.busybox ? "can't" : 'cannot'} set groups` : tool.busybox ? 'setuid' : 'cannot set user id'}: ${reason(error)}`);
    return 1;
  }
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
