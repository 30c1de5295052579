import { type Arguments, defineProgram, findUser, groupsOfUser, IdNames, quote, type Tool, UsageError } from '../program/index.ts';

export const whoami = defineProgram({
  name: 'whoami', usage: '[OPTION]...', summary: 'Print the user name associated with the current effective user ID.', options: {}, run: (tool, args) => {
    if (args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}`);
    const { euid } = tool.process.credentials;
    const user = findUser(tool.process, euid);
    if (!user) throw new UsageError(tool.busybox ? `unknown uid ${euid}` : `cannot find name for user ID ${euid}`, false);
    tool.out.write(`${user.name}\n`);
    return 0;
  },
});

export const groups = defineProgram({ name: 'groups', usage: '[OPTION]... [USERNAME]...', summary: 'Print group memberships for each USERNAME.', options: {}, run: runGroups });

async function runGroups(tool: Tool, args: Arguments<never>): Promise<number> {
  const { process } = tool;
  const names = new IdNames(process);
  if (args.operands.length === 0) {
    const { egid, groups: all } = process.credentials;
    tool.out.write(`${[egid, ...all.filter((gid) => gid !== egid)].map((gid) => names.group(gid)).join(' ')}\n`);
    return 0;
  }
  let status = 0;
  for (const name of args.operands) {
    const user = findUser(process, name);
    if (user) tool.out.write(`${name} : ${groupsOfUser(process, user).map((gid) => names.group(gid)).join(' ')}\n`);
    else {
      await tool.error(`${quote(name)}: no such user`);
      status = 1;
    }
  }
  return status;
}
