import { defineProgram, findGroup, findUser, UsageError } from '../program/index.ts';
import { joinGroups, mapLines } from './group-edit.ts';

const options = { add: '-a --add=  add USER to GROUP', delete: '-d --delete=  remove USER from GROUP', root: '-Q --root=', removePassword: '-r --remove-password  remove the GROUP\'s password', restrict: '-R --restrict  restrict access to GROUP to its members', members: '-M --members=  set the list of members of GROUP', administrators: '-A --administrators=  set the list of administrators for GROUP' };

export const gpasswd = defineProgram({
  name: 'gpasswd', usage: '[option] GROUP', options, version: '4.17.4', usageStatus: 2, run: async (tool, args) => {
    const { process } = tool;
    const [group] = args.operands;
    if (group === undefined) throw new UsageError('Usage: gpasswd [option] GROUP', false);
    const entry = findGroup(process, group);
    if (!entry) throw new UsageError(`group '${group}' does not exist in /etc/group`, false, 3);
    if (process.credentials.uid !== 0) throw new UsageError('Permission denied.', false, 1);
    const user = args.value('add') ?? args.value('delete');
    if (args.has('add') && user !== undefined && !findUser(process, user)) throw new UsageError(`user '${user}' does not exist`, false, 3);
    if (args.has('add') && user !== undefined) {
      tool.out.write(`Adding user ${user} to group ${group}\n`);
      joinGroups(process, user, [group]);
      return 0;
    }
    const setMembers = (members: readonly string[]): void => mapLines(process, '/etc/group', (fields) => (fields[0] === group ? [...fields.slice(0, 3), members.join(',')] : fields));
    if (args.has('delete') && user !== undefined) {
      tool.out.write(`Removing user ${user} from group ${group}\n`);
      if (!entry.members.includes(user)) {
        await tool.error(`user '${user}' is not a member of '${group}'`);
        return 3;
      }
      setMembers(entry.members.filter((member) => member !== user));
      return 0;
    }
    const members = args.value('members')?.split(',').filter(Boolean);
    const unknown = members?.find((member) => !findUser(process, member));
    if (unknown !== undefined) throw new UsageError(`user '${unknown}' does not exist`, false, 3);
    if (members) setMembers(members);
    return 0;
  },
});
