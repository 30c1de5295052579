import { findGroup, findUser, rawProgram, type Tool } from '../program/index.ts';
import { appendLine, freeId, joinGroups, makeHome } from './group-edit.ts';

interface Wishes {
  system: boolean;
  home: string | undefined;
  noHome: boolean;
  shell: string | undefined;
  uid: number | undefined;
  gid: number | undefined;
  group: string | undefined;
  makeGroup: boolean;
  gecos: string;
  disabled: boolean;
  quiet: boolean;
  names: string[];
}

function parse(words: readonly string[], forGroup: boolean): Wishes {
  const wishes: Wishes = { system: false, home: undefined, noHome: false, shell: undefined, uid: undefined, gid: undefined, group: undefined, makeGroup: false, gecos: '', disabled: false, quiet: false, names: [] };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', inline] = word.startsWith('--') ? word.split(/=([^]*)/) : [word, undefined];
    const value = (): string => inline ?? rest.shift() ?? '';
    if (name === '--system') wishes.system = true;
    else if (name === '--home') wishes.home = value();
    else if (name === '--no-create-home') wishes.noHome = true;
    else if (name === '--shell') wishes.shell = value();
    else if (name === '--uid') wishes.uid = Number(value());
    else if (name === '--gid' && forGroup) wishes.gid = Number(value());
    else if (name === '--gid') wishes.group = value();
    else if (name === '--ingroup') wishes.group = value();
    else if (name === '--group') wishes.makeGroup = true;
    else if (name === '--gecos' || name === '--comment') wishes.gecos = value();
    else if (name === '--disabled-password' || name === '--disabled-login') wishes.disabled = true;
    else if (name === '--quiet' || name === '-q') wishes.quiet = true;
    else if (!word.startsWith('-') || word === '-') wishes.names.push(word);
    else if (word.startsWith('--')) continue;
    else {
      // busybox: -S system, -D no password, -H no home, -h HOME, -s SHELL, -u UID, -g GECOS or GID, -G GROUP.
      for (let at = 1; at < word.length; at++) {
        const letter = word.charAt(at);
        const own = (): string => {
          const text = word.slice(at + 1) || (rest.shift() ?? '');
          at = word.length;
          return text;
        };
        if (letter === 'S') wishes.system = true;
        else if (letter === 'D') wishes.disabled = true;
        else if (letter === 'H') wishes.noHome = true;
        else if (letter === 'h') wishes.home = own();
        else if (letter === 's') wishes.shell = own();
        else if (letter === 'u') wishes.uid = Number(own());
        else if (letter === 'G') wishes.group = own();
        else if (letter === 'g' && forGroup) wishes.gid = Number(own());
        else if (letter === 'g') wishes.gecos = own();
      }
    }
  }
  return wishes;
}

async function refuse(tool: Tool, message: string, status = 1): Promise<number> {
  await tool.errorText(`${tool.busybox ? `${tool.name}: ` : 'fatal: '}${message}\n`);
  return status;
}

/** adduser of Debian, and of busybox. */
export const adduser = rawProgram('adduser', async (tool, words) => {
  const { process, out } = tool;
  const wishes = parse(words, false);
  const [name, group] = wishes.names;
  if (name === undefined) return await refuse(tool, tool.busybox ? 'no user given' : 'Only one or two names allowed.', 11);
  if (process.credentials.euid !== 0) return await refuse(tool, tool.busybox ? 'permission denied (are you root?)' : 'Only root may add a user or group to the system.', 11);
  const say = (text: string): void => {
    if (!tool.busybox && !wishes.quiet) out.write(`info: ${text}\n`);
  };
  if (group !== undefined) {
    if (!findUser(process, name)) return await refuse(tool, tool.busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`);
    if (!findGroup(process, group)) return await refuse(tool, tool.busybox ? `unknown group ${group}` : `The group \`${group}' does not exist.`);
    say(`Adding user \`${name}' to group \`${group}' ...`);
    joinGroups(process, name, [group]);
    return 0;
  }
  if (findUser(process, name)) {
    if (wishes.system && !tool.busybox) {
      say(`The system user \`${name}' already exists. Exiting.\n`.trimEnd());
      return 0;
    }
    return await refuse(tool, tool.busybox ? `user '${name}' in use` : `The user \`${name}' already exists.`);
  }
  if (wishes.group !== undefined && !findGroup(process, wishes.group) && !/^\d+$/.test(wishes.group)) return await refuse(tool, tool.busybox ? `unknown group ${wishes.group}` : `The group \`${wishes.group}' does not exist.`);
  const uid = wishes.uid ?? freeId(process, 'user', wishes.system ? 100 : 1000, wishes.system ? 999 : 59999, true);
  if (wishes.uid !== undefined && findUser(process, uid)) return await refuse(tool, tool.busybox ? `uid '${uid}' in use` : `The UID ${uid} is already in use.`);
  const makeGroup = wishes.group === undefined && (!wishes.system || wishes.makeGroup || tool.busybox);
  const gid = wishes.group !== undefined ? findGroup(process, wishes.group)?.gid ?? Number(wishes.group) : makeGroup ? (findGroup(process, uid) ? freeId(process, 'group', 100, 999, true) : uid) : 65534;
  const home = wishes.home ?? (wishes.system && !tool.busybox ? '/nonexistent' : `/home/${name}`);
  const shell = wishes.shell ?? (wishes.system ? (tool.busybox ? '/bin/false' : '/usr/sbin/nologin') : tool.busybox ? '/bin/sh' : '/bin/bash');
  if (wishes.system) say(`Adding system user \`${name}' (UID ${uid}) ...`);
  else say(`Adding user \`${name}' ...`);
  if (makeGroup) {
    say(wishes.system ? `Adding new group \`${name}' (GID ${gid}) ...` : `Adding new group \`${name}' (${gid}) ...`);
    appendLine(process, '/etc/group', `${name}:x:${gid}:`);
  }
  const groupName = findGroup(process, gid)?.name ?? String(gid);
  say(wishes.system ? `Adding new user \`${name}' (UID ${uid}) with group \`${groupName}' ...` : `Adding new user \`${name}' (${uid}) with group \`${groupName} (${gid})' ...`);
  appendLine(process, '/etc/passwd', `${name}:x:${uid}:${gid}:${wishes.gecos || (tool.busybox ? (wishes.system ? '' : 'Linux User,,,') : wishes.gecos)}:${home}:${shell}`);
  appendLine(process, '/etc/shadow', `${name}:!:${Math.floor(process.clock.now() / 86400000)}:${wishes.system && !tool.busybox ? '' : '0:99999:7'}:::`.replace(/^(.*:\d+:):::$/, '$1:::::'), 0o640);
  if (wishes.noHome) say(`Not creating home directory \`${home}'.`);
  else if (home !== '/nonexistent') {
    say(`Creating home directory \`${home}' ...`);
    makeHome(process, home, uid, gid, tool.busybox ? 0o2755 : 0o700);
    if (!wishes.system) say('Copying files from `/etc/skel\' ...');
  } else say(`Not creating \`${home}'.`);
  if (!wishes.system && !tool.busybox) {
    say(`Adding new user \`${name}' to supplemental / extra groups \`users' ...`);
    if (findGroup(process, 'users')) joinGroups(process, name, ['users']);
    say(`Adding user \`${name}' to group \`users' ...`);
  }
  return 0;
});

/** addgroup of Debian, and of busybox. */
export const addgroup = rawProgram('addgroup', async (tool, words) => {
  const { process } = tool;
  const wishes = parse(words, true);
  const [name, group] = wishes.names;
  if (name === undefined) return await refuse(tool, tool.busybox ? 'no group given' : 'Only one or two names allowed.', 11);
  if (process.credentials.euid !== 0) return await refuse(tool, tool.busybox ? 'permission denied (are you root?)' : 'Only root may add a user or group to the system.', 11);
  if (group !== undefined) {
    if (!findUser(process, name)) return await refuse(tool, tool.busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`);
    if (!findGroup(process, group)) return await refuse(tool, tool.busybox ? `unknown group ${group}` : `The group \`${group}' does not exist.`);
    joinGroups(process, name, [group]);
    return 0;
  }
  if (findGroup(process, name)) {
    if (wishes.system && !tool.busybox) return 0;
    return await refuse(tool, tool.busybox ? `group '${name}' in use` : `The group \`${name}' already exists.`);
  }
  const gid = wishes.gid ?? freeId(process, 'group', wishes.system ? 100 : 1000, wishes.system ? 999 : 59999, true);
  if (wishes.gid !== undefined && findGroup(process, gid)) return await refuse(tool, tool.busybox ? `gid '${gid}' in use` : `The GID ${gid} is already in use.`);
  if (!tool.busybox && !wishes.quiet) tool.out.write(`info: Adding group \`${name}' (GID ${gid}) ...\n`);
  appendLine(process, '/etc/group', `${name}:x:${gid}:`);
  return 0;
});
