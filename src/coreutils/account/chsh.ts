import { defineProgram, findUser, passwordEntries, type Tool, UsageError } from '../program/index.ts';
import { mapLines } from './group-edit.ts';

function target(tool: Tool, operands: readonly string[]): string {
  const { process } = tool;
  const own = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid)?.name ?? '';
  const [name = own] = operands;
  if (!findUser(process, name)) throw new UsageError(`user '${name}' does not exist`, false);
  if (process.credentials.uid !== 0 && name !== own) throw new UsageError(tool.name === 'chsh' ? `You may not change the shell for '${name}'.` : 'Permission denied.', false);
  return name;
}

function setField(tool: Tool, name: string, index: number, change: (old: string) => string): void {
  mapLines(tool.process, '/etc/passwd', (fields) => (fields[0] === name ? fields.map((field, at) => (at === index ? change(field) : field)) : fields));
}

export const chsh = defineProgram({
  name: 'chsh', usage: '[options] [LOGIN]', options: { root: '-R --root=', shell: '-s --shell=  new login shell for the user account' }, version: '4.17.4', run: async (tool, args) => {
    const { process } = tool;
    const name = target(tool, args.operands);
    const shell = args.value('shell');
    if (shell === undefined) {
      tool.out.write(`Changing the login shell for ${name}\nEnter the new value, or press ENTER for the default\n\tLogin Shell [${findUser(process, name)?.shell ?? ''}]: \n`);
      return 0;
    }
    const known = process.exists('/etc/shells') ? process.readTextFile('/etc/shells').split('\n') : [];
    if (!known.includes(shell)) {
      await tool.error(`${process.credentials.uid === 0 ? 'Warning: ' : ''}${shell} is an invalid shell`);
      if (process.credentials.uid !== 0) return 1;
      if (shell.startsWith('/') && !process.exists(shell)) await tool.error(`Warning: ${shell} does not exist`);
    }
    setField(tool, name, 6, () => shell);
    return 0;
  },
});

export const chfn = defineProgram({
  name: 'chfn', usage: '[options] [LOGIN]', options: { full: '-f --full-name=  change user\'s full name', home: '-h --home-phone=', other: '-o --other=', room: '-r --room=', work: '-w --work-phone=', root: '-R --root=', extra: '-u --extrausers' }, version: '4.17.4', run: (tool, args) => {
    const name = target(tool, args.operands);
    setField(tool, name, 4, (old) => {
      const fields = old.split(',');
      for (const [index, key] of (['full', 'room', 'work', 'home', 'other'] as const).entries()) if (args.has(key)) fields[index] = args.value(key) ?? '';
      return Array.from(fields, (field) => field ?? '').join(',');
    });
    return 0;
  },
});
