import { findGroup, findUser, passwordEntries, rawProgram, type Tool } from '../program/index.ts';
import { mapLines } from './group-edit.ts';
import { removeTree } from './useradd.ts';

async function refuse(tool: Tool, message: string, status: number): Promise<number> {
  await tool.errorText(`${tool.busybox ? `${tool.name}: ` : 'fatal: '}${message}\n`);
  return status;
}

function leave(tool: Tool, user: string, group: string): void {
  mapLines(tool.process, '/etc/group', (fields) => (fields[0] === group ? [...fields.slice(0, 3), (fields[3] ?? '').split(',').filter((member) => member && member !== user).join(',')] : fields));
}

function dropGroup(tool: Tool, name: string): void {
  for (const file of ['/etc/group', '/etc/gshadow']) if (tool.process.exists(file)) mapLines(tool.process, file, (fields) => (fields[0] === name ? undefined : fields));
}

export const deluser = rawProgram('deluser', async (tool, words) => {
  const { process } = tool;
  const [name, group] = words.filter((word) => !word.startsWith('-'));
  if (name === undefined) return await refuse(tool, tool.busybox ? 'missing operand' : 'Only one or two names allowed.', tool.busybox ? 1 : 51);
  if (process.credentials.euid !== 0) return await refuse(tool, tool.busybox ? 'permission denied (are you root?)' : 'Only root may remove a user or group from the system.', tool.busybox ? 1 : 30);
  if (words.includes('--group')) return await removeGroup(tool, name);
  const user = findUser(process, name);
  if (!user) return await refuse(tool, tool.busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`, tool.busybox ? 1 : 12);
  if (group !== undefined) {
    const entry = findGroup(process, group);
    if (!entry) return await refuse(tool, tool.busybox ? `unknown group ${group}` : `The group \`${group}' does not exist.`, tool.busybox ? 1 : 13);
    if (user.gid === entry.gid && !tool.busybox) return await refuse(tool, 'You may not remove the user from their primary group.', 41);
    if (!entry.members.includes(name)) return await refuse(tool, tool.busybox ? `can't find ${name} in ${group}` : `The user \`${name}' is not a member of group \`${group}'.`, tool.busybox ? 1 : 42);
    if (!tool.busybox && !words.includes('--quiet')) tool.out.write(`info: Removing user \`${name}' from group \`${group}' ...\n`);
    leave(tool, name, group);
    return 0;
  }
  if (!tool.busybox && !words.includes('--quiet')) {
    await tool.errorText("warn: `/usr/bin/crontab' not executed. Skipping crontab removal. Package `cron' required.\n");
    tool.out.write(`info: Removing user \`${name}' ...\n`);
  }
  for (const file of ['/etc/passwd', '/etc/shadow']) if (process.exists(file)) mapLines(process, file, (fields) => (fields[0] === name ? undefined : fields));
  for (const each of process.exists('/etc/group') ? process.readTextFile('/etc/group').split('\n').map((line) => line.split(':')) : []) if ((each[3] ?? '').split(',').includes(name)) leave(tool, name, each[0] ?? '');
  const own = findGroup(process, name);
  if (own && own.members.length === 0 && own.gid === user.gid) dropGroup(tool, name);
  if (words.includes('--remove-home') || words.includes('--remove-all-files')) removeTree(process, user.home);
  return 0;
});

async function removeGroup(tool: Tool, name: string): Promise<number> {
  const entry = findGroup(tool.process, name);
  if (!entry) {
    if (tool.busybox) return await refuse(tool, `unknown group ${name}`, 1);
    await tool.errorText(`warn: The group \`${name}' does not exist.\n`);
    return 12;
  }
  const primary = passwordEntries(tool.process).find((user) => user.gid === entry.gid);
  if (primary) return await refuse(tool, tool.busybox ? `'${primary.name}' still has '${name}' as their primary group!` : `The group \`${name}' is the primary group of user \`${primary.name}'.`.replace(/^The group .*$/, `\`${primary.name}' still has \`${name}' as their primary group!`), tool.busybox ? 1 : 43);
  if (!tool.busybox) tool.out.write(`info: Removing group \`${name}' ...\n`);
  dropGroup(tool, name);
  return 0;
}

export const delgroup = rawProgram('delgroup', async (tool, words) => {
  const [name, group] = words.filter((word) => !word.startsWith('-'));
  if (name === undefined) return await refuse(tool, tool.busybox ? 'missing operand' : 'Only one or two names allowed.', tool.busybox ? 1 : 51);
  if (tool.process.credentials.euid !== 0) return await refuse(tool, tool.busybox ? 'permission denied (are you root?)' : 'Only root may remove a user or group from the system.', tool.busybox ? 1 : 30);
  if (group !== undefined) {
    leave(tool, name, group);
    return 0;
  }
  return await removeGroup(tool, name);
});
