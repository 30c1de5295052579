import { defineProgram, findGroup, findUser, passwordEntries, type Tool, UsageError } from '../program/index.ts';
import { appendLine, freeId, joinGroups, makeHome, mapLines } from './group-edit.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { joinPath, isDirectory } from '../program/index.ts';

/** Of shadow, which these programs are from. */
export const version = '4.17.4';

/** shadow's programs need root. */
export function needRoot(tool: Tool, what: string): void {
  if (tool.process.credentials.euid !== 0) throw new Failure(1, `Permission denied.\n${tool.name}: cannot lock ${what}; try again later.`);
}

/** A failure with an exit status of its own. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function guarded(tool: Tool, action: () => number): Promise<number> {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await tool.error(error.message);
    return error.status;
  }
}

const userOptions = {
  badName: '--badname', base: '-b --base-dir=', comment: '-c --comment=  GECOS field of the new account', home: '-d --home-dir= --home=  home directory of the new account', defaults: '-D --defaults', expire: '-e --expiredate=', inactive: '-f --inactive=', gid: '-g --gid=  name or ID of the primary group of the new account', groups: '-G --groups=  list of supplementary groups of the new account',
  skeleton: '-k --skel=', key: '-K --key=', noLog: '-l --no-log-init', create: '-m --create-home  create the user\'s home directory', noCreate: '-M --no-create-home  do not create the user\'s home directory', noGroup: '-N --no-user-group  do not create a group with the same name as the user', nonUnique: '-o --non-unique', password: '-p --password=', system: '-r --system  create a system account', root: '-R --root=', shell: '-s --shell=  login shell of the new account', uid: '-u --uid=  user ID of the new account', userGroup: '-U --user-group  create a group with the same name as the user',
};

export const useradd = defineProgram({
  name: 'useradd', usage: '[options] LOGIN', options: userOptions, version, usageStatus: 2, run: (tool, args) => guarded(tool, () => {
    const { process } = tool;
    const [login, extra] = args.operands;
    if (login === undefined || extra !== undefined) throw new UsageError(`Usage: useradd [options] LOGIN`, true);
    needRoot(tool, '/etc/passwd');
    if (!/^[a-z_][a-z0-9_-]*\$?$/.test(login) && !args.has('badName')) throw new Failure(3, `invalid user name '${login}': use --badname to ignore`);
    if (findUser(process, login)) throw new Failure(9, `user '${login}' already exists`);
    const system = args.has('system');
    const wantedUid = args.value('uid');
    if (wantedUid !== undefined && !/^\d+$/.test(wantedUid)) throw new Failure(3, `invalid user ID '${wantedUid}'`);
    const uid = wantedUid === undefined ? (system ? freeId(process, 'user', 100, 999, false) : freeId(process, 'user', 1000, 60000, true)) : Number(wantedUid);
    if (wantedUid !== undefined && findUser(process, uid) && !args.has('nonUnique')) throw new Failure(4, `UID ${uid} is not unique`);
    const groupName = args.value('gid');
    let gid: number;
    if (groupName !== undefined) {
      const group = findGroup(process, groupName) ?? (/^\d+$/.test(groupName) ? findGroup(process, Number(groupName)) : undefined);
      if (!group) throw new Failure(6, `group '${groupName}' does not exist`);
      gid = group.gid;
    } else if (args.has('noGroup')) gid = 100;
    else {
      if (findGroup(process, login)) throw new Failure(9, `group ${login} exists - if you want to add this user to that group, use -g.`);
      gid = findGroup(process, uid) ? (system ? freeId(process, 'group', 100, 999, false) : freeId(process, 'group', 1000, 60000, true)) : uid;
      addGroup(process, login, gid);
    }
    const groups = (args.value('groups') ?? '').split(',').filter(Boolean);
    for (const group of groups) if (!findGroup(process, group)) throw new Failure(6, `group '${group}' does not exist`);
    const home = args.value('home') ?? `${args.value('base') ?? '/home'}/${login}`;
    addUser(process, login, uid, gid, args.value('comment') ?? '', home, args.value('shell') ?? '/bin/sh', args.value('password') ?? '!', system);
    joinGroups(process, login, groups);
    if (args.has('create') && !args.has('noCreate')) makeHome(process, home, uid, gid);
    return 0;
  }),
});

function addGroup(process: Process, name: string, gid: number): void {
  appendLine(process, '/etc/group', `${name}:x:${gid}:`);
  appendLine(process, '/etc/gshadow', `${name}:!::`, 0o640);
}

function addUser(process: Process, login: string, uid: number, gid: number, gecos: string, home: string, shell: string, password: string, system: boolean): void {
  appendLine(process, '/etc/passwd', `${login}:x:${uid}:${gid}:${gecos}:${home}:${shell}`);
  const day = Math.floor(process.clock.now() / 86400000);
  appendLine(process, '/etc/shadow', system ? `${login}:${password}:${day}::::::` : `${login}:${password}:${day}:0:99999:7:::`, 0o640);
}

const groupOptions = { force: '-f --force', gid: '-g --gid=  use GID for the new group', key: '-K --key=', nonUnique: '-o --non-unique', password: '-p --password=', system: '-r --system  create a system account', users: '-U --users=' };

export const groupadd = defineProgram({
  name: 'groupadd', usage: '[options] GROUP', options: groupOptions, version, usageStatus: 2, run: (tool, args) => guarded(tool, () => {
    const { process } = tool;
    const [name] = args.operands;
    if (name === undefined) throw new UsageError('Usage: groupadd [options] GROUP');
    needRoot(tool, '/etc/group');
    if (!/^[a-z_][a-z0-9_-]*\$?$/.test(name)) throw new Failure(3, `'${name}' is not a valid group name`);
    if (findGroup(process, name)) {
      if (args.has('force')) return 0;
      throw new Failure(9, `group '${name}' already exists`);
    }
    const wanted = args.value('gid');
    const gid = wanted === undefined ? (args.has('system') ? freeId(process, 'group', 100, 999, false) : freeId(process, 'group', 1000, 60000, true)) : Number(wanted);
    if (Number.isNaN(gid)) throw new Failure(3, `invalid group ID '${wanted}'`);
    if (wanted !== undefined && findGroup(process, gid) && !args.has('nonUnique') && !args.has('force')) throw new Failure(4, `GID '${gid}' already exists`);
    addGroup(process, name, gid);
    return 0;
  }),
});

export const userdel = defineProgram({
  name: 'userdel', usage: '[options] LOGIN', options: { force: '-f --force', remove: '-r --remove  remove home directory and mail spool' }, version, usageStatus: 2, run: async (tool, args) => {
    const notes: string[] = [];
    const status = await guarded(tool, () => {
      const { process } = tool;
      const [login = ''] = args.operands;
      needRoot(tool, '/etc/passwd');
      const user = findUser(process, login);
      if (!user) throw new Failure(6, `user '${login}' does not exist`);
      mapLines(process, '/etc/passwd', (fields) => (fields[0] === login ? undefined : fields));
      mapLines(process, '/etc/shadow', (fields) => (fields[0] === login ? undefined : fields));
      mapLines(process, '/etc/group', (fields) => {
        const members = (fields[3] ?? '').split(',').filter((member) => member && member !== login);
        return fields[0] === login && members.length === 0 && Number(fields[2]) === user.gid ? undefined : [...fields.slice(0, 3), members.join(',')];
    });
      if (args.has('remove')) {
        notes.push(`${login} mail spool (/var/mail/${login}) not found`);
        if (process.exists(user.home)) removeTree(process, user.home);
        else notes.push(`${login} home directory (${user.home}) not found`);
      }
      return 0;
    });
    for (const note of notes) await tool.error(note);
    return status;
  },
});

/** rm -r, as far as it goes. */
export function removeTree(process: Process, path: string): void {
  try {
    if (!isDirectory(process.lstat(path).mode)) return process.unlink(path);
    for (const { name } of process.readdir(path)) removeTree(process, joinPath(path, name));
    process.rmdir(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

export const groupdel = defineProgram({
  name: 'groupdel', usage: '[options] GROUP', options: { force: '-f --force' }, version, usageStatus: 2, run: (tool, args) => guarded(tool, () => {
    const [name = ''] = args.operands;
    needRoot(tool, '/etc/group');
    if (!findGroup(tool.process, name)) throw new Failure(6, `group '${name}' does not exist`);
    const primary = passwordEntries(tool.process).find((user) => user.gid === findGroup(tool.process, name)?.gid);
    if (primary) throw new Failure(8, `cannot remove the primary group of user '${primary.name}'`);
    mapLines(tool.process, '/etc/group', (fields) => (fields[0] === name ? undefined : fields));
    return 0;
  }),
});
