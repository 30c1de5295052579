import { type Arguments, defineProgram, findUser, groupsOfUser, IdNames, quote, type Tool, UsageError } from '../program/index.ts';

const options = {
  ignored: '-a  ignore, for compatibility with other versions',
  context: '-Z --context  print only the security context of the process',
  group: '-g --group  print only the effective group ID',
  groups: '-G --groups  print all group IDs',
  name: '-n --name  print a name instead of a number, for -ugG',
  real: '-r --real  print the real ID instead of the effective ID, with -ugG',
  user: '-u --user  print only the effective user ID',
  zero: '-z --zero  delimit entries with NUL characters, not whitespace',
};

export const id = defineProgram({ name: 'id', usage: '[OPTION]... [USER]...', summary: 'Print user and group information for each specified USER, or (when USER omitted) for the current process.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const names = new IdNames(process);
  const kind = args.last('user', 'group', 'groups');
  if (!kind && args.has('name')) throw new UsageError('printing only names or real IDs requires -u, -g, or -G', false);
  if (new Set(args.ordered.map(({ key }) => key).filter((key) => key === 'user' || key === 'group' || key === 'groups')).size > 1) throw new UsageError('cannot print "only" of more than one choice', false);
  if (args.has('context')) throw new UsageError('--context (-Z) works only on an SELinux-enabled kernel', false);
  if (!kind && args.has('zero')) throw new UsageError('option --zero not permitted in default format', false);
  if (!kind && args.has('real')) throw new UsageError('printing only names or real IDs requires -u, -g, or -G', false);
  const own = process.credentials;
  let status = 0;
  for (const word of args.operands.length ? args.operands : [undefined]) {
    let uid = args.has('real') ? own.uid : own.euid;
    let gid = args.has('real') ? own.gid : own.egid;
    let groups: readonly number[] = tool.busybox && own.groups.includes(gid) ? own.groups : [gid, ...own.groups.filter((group) => group !== gid)];
    if (word !== undefined) {
      const user = findUser(process, word) ?? (/^\d+$/.test(word) ? findUser(process, Number(word)) : undefined);
      if (!user) {
        await tool.error(tool.busybox ? `unknown user ${word}` : `${quote(word)}: no such user`);
        status = 1;
        continue;
      }
      uid = user.uid;
      gid = user.gid;
      groups = groupsOfUser(process, user);
    }
    const end = args.has('zero') ? '\0' : '\n';
    const user = (n: number): string => (args.has('name') ? names.user(n) : String(n));
    const group = (n: number): string => (args.has('name') ? names.group(n) : String(n));
    const check = async (n: number, known: boolean, what: string): Promise<void> => {
      if (!args.has('name') || known) return;
      await tool.error(`cannot find name for ${what} ID ${n}`);
      status = 1;
    };
    if (kind === 'user') {
      await check(uid, names.hasUser(uid), 'user');
      out.write(user(uid) + end);
    } else if (kind === 'group') {
      await check(gid, names.hasGroup(gid), 'group');
      out.write(group(gid) + end);
    } else if (kind === 'groups') out.write(groups.map(group).join(args.has('zero') ? '\0' : ' ') + end);
    else {
      const shown = (n: number, known: boolean, name: string): string => (known ? `${n}(${name})` : String(n));
      const showGroup = (n: number): string => shown(n, names.hasGroup(n), names.group(n));
      let line = `uid=${shown(uid, names.hasUser(uid), names.user(uid))} gid=${showGroup(gid)}`;
      if (word === undefined && own.euid !== own.uid) line = `uid=${shown(own.uid, names.hasUser(own.uid), names.user(own.uid))} gid=${showGroup(own.gid)} euid=${shown(uid, names.hasUser(uid), names.user(uid))}`;
      out.write(`${line} groups=${groups.map(showGroup).join(',')}${end}`);
    }
  }
  return status;
}
