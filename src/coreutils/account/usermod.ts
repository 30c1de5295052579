import { type Arguments, defineProgram, findGroup, findUser, UsageError } from '../program/index.ts';
import { joinGroups, mapLines } from './group-edit.ts';
import { changeShadow, shadowEntry } from './password.ts';
import { Failure, guarded, needRoot, version } from './useradd.ts';

const modOptions = { expire: '-e --expiredate=', password: '-p --password=', nonUnique: '-o --non-unique', append: '-a --append', comment: '-c --comment=', home: '-d --home=', gid: '-g --gid=', groups: '-G --groups=', login: '-l --login=', lock: '-L --lock', move: '-m --move-home', shell: '-s --shell=', uid: '-u --uid=', unlock: '-U --unlock', remove: '-r --remove' };

export const usermod = defineProgram({
  name: 'usermod', usage: '[options] LOGIN', options: modOptions, version, usageStatus: 2, run: (tool, args: Arguments<keyof typeof modOptions>) => guarded(tool, () => {
    const { process } = tool;
    const [login = ''] = args.operands;
    needRoot(tool, '/etc/passwd');
    if (login === '') throw new UsageError('Usage: usermod [options] LOGIN', false);
    if (!findUser(process, login)) throw new Failure(6, `user '${login}' does not exist`);
    const groups = (args.value('groups') ?? '').split(',').filter(Boolean);
    for (const group of groups) if (!findGroup(process, group)) throw new Failure(6, `group '${group}' does not exist`);
    if (args.has('groups') && !args.has('append')) {
      mapLines(process, '/etc/group', ([name = '', password = '', gid = '', members = '']) => [name, password, gid, members.split(',').filter((member) => member && (member !== login || groups.includes(name))).join(',')]);
    }
    if (args.has('remove')) mapLines(process, '/etc/group', (fields) => (groups.includes(fields[0] ?? '') ? [...fields.slice(0, 3), (fields[3] ?? '').split(',').filter((member) => member && member !== login).join(',')] : fields));
    else joinGroups(process, login, groups);
    const wanted = args.value('uid');
    if (wanted !== undefined && findUser(process, Number(wanted)) && !args.has('nonUnique')) throw new Failure(4, `UID '${wanted}' already exists`);
    const newLogin = args.value('login');
    if (newLogin !== undefined && findUser(process, newLogin)) throw new Failure(9, `user '${newLogin}' already exists`);
    const gid = args.value('gid');
    if (gid !== undefined && !findGroup(process, gid) && !findGroup(process, Number(gid))) throw new Failure(6, `group '${gid}' does not exist`);
    const old = findUser(process, login);
    if (args.has('move') && args.has('home') && old && process.exists(old.home)) process.rename(old.home, args.value('home') ?? old.home);
    const hash = shadowEntry(process, login)?.[1] ?? '!';
    const changes: Record<number, string> = {};
    if (args.has('lock') && !hash.startsWith('!')) changes[1] = `!${hash}`;
    if (args.has('unlock')) changes[1] = hash.replace(/^!(?=.)/, '');
    if (args.has('password')) changes[1] = args.value('password') ?? '';
    if (args.has('expire')) changes[7] = /^\d*$/.test(args.value('expire') ?? '') ? args.value('expire') ?? '' : String(Math.floor(Date.parse(`${args.value('expire') ?? ''}T00:00:00Z`) / 86400000));
    if (newLogin !== undefined) {
      changes[0] = newLogin;
      mapLines(process, '/etc/group', (fields) => [...fields.slice(0, 3), (fields[3] ?? '').split(',').map((member) => (member === login ? newLogin : member)).join(',')]);
    }
    if (Object.keys(changes).length > 0) changeShadow(process, login, changes);
    mapLines(process, '/etc/passwd', (fields) => {
      if (fields[0] !== login) return fields;
      const [name = '', password = '', uid = '', oldGid = '', gecos = '', home = '', shell = ''] = fields;
      return [args.value('login') ?? name, password, args.value('uid') ?? uid, gid === undefined ? oldGid : String(findGroup(process, gid)?.gid ?? gid), args.value('comment') ?? gecos, args.value('home') ?? home, args.value('shell') ?? shell];
    });
    return 0;
  }),
});
