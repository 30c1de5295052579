import { defineProgram, findGroup, UsageError } from '../program/index.ts';
import { mapLines } from './group-edit.ts';
import { Failure, guarded, needRoot, version } from './useradd.ts';

export const groupmod = defineProgram({
  name: 'groupmod', usage: '[options] GROUP', options: { append: '-a --append', gid: '-g --gid=  change the group ID to GID', name: '-n --new-name=  change the name to NEW_GROUP', nonUnique: '-o --non-unique', password: '-p --password=', root: '-R --root=', users: '-U --users=' }, version, usageStatus: 2, run: (tool, args) => guarded(tool, () => {
    const { process } = tool;
    const [name] = args.operands;
    if (name === undefined) throw new UsageError('Usage: groupmod [options] GROUP', false);
    needRoot(tool, '/etc/group');
    const group = findGroup(process, name);
    if (!group) throw new Failure(6, `group '${name}' does not exist`);
    const gid = args.value('gid');
    if (gid !== undefined && findGroup(process, Number(gid)) && !args.has('nonUnique')) throw new Failure(4, `GID '${gid}' already exists`);
    const fresh = args.value('name') ?? name;
    if (fresh !== name && findGroup(process, fresh)) throw new Failure(9, `group '${fresh}' already exists`);
    const users = args.value('users')?.split(',').filter(Boolean);
    mapLines(process, '/etc/group', (fields) => (fields[0] === name ? [fresh, fields[1] ?? 'x', gid ?? fields[2] ?? '', users ? (args.has('append') ? [...new Set([...group.members, ...users])] : users).join(',') : fields[3] ?? ''] : fields));
    if (gid !== undefined) mapLines(process, '/etc/passwd', (fields) => (Number(fields[3]) === group.gid ? [...fields.slice(0, 3), gid, ...fields.slice(4)] : fields));
    return 0;
  }),
});
