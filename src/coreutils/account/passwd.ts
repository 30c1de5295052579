import { defineProgram, findUser, LineReader, localTime, passwordEntries, strftime, type Tool, UsageError } from '../program/index.ts';
import { hashPassword } from './crypt.ts';
import { askSecret, changeShadow, passwordOpens, shadowEntry, today } from './password.ts';

const options = { all: '-a --all', delete: '-d --delete  delete the password for the named account', expire: '-e --expire  force expire the password for the named account', inactive: '-i --inactive=', keep: '-k --keep-tokens', lock: '-l --lock  lock the password of the named account', min: '-n --mindays=', quiet: '-q --quiet', status: '-S --status  report password status on the named account', unlock: '-u --unlock  unlock the password of the named account', warn: '-w --warndays=', max: '-x --maxdays=', stdin: '-s --stdin' };

const words: Record<string, string> = { P: 'P', L: 'L', NP: 'NP' };

function statusLine(tool: Tool, name: string): string {
  const [, hash = '!', day = '', min = '0', max = '99999', warn = '7', inactive = ''] = shadowEntry(tool.process, name) ?? [];
  const kind = hash === '' ? 'NP' : /^[!*]/.test(hash) ? 'L' : 'P';
  return `${name} ${words[kind]} ${strftime('%Y-%m-%d', localTime(Number(day) * 86400000, 'UTC'))} ${min || -1} ${max || -1} ${warn || -1} ${inactive || -1}\n`;
}

export const passwd = defineProgram({
  name: 'passwd', usage: '[options] [LOGIN]', options, version: '4.17.4', usageStatus: 2, run: async (tool, args) => {
    const { process } = tool;
    const own = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid)?.name ?? '';
    const [name = own] = args.operands;
    const privileged = process.credentials.uid === 0;
    if (args.has('all') && args.has('status') && privileged) {
      for (const entry of passwordEntries(process)) tool.out.write(statusLine(tool, entry.name));
      return 0;
    }
    if (!findUser(process, name)) throw new UsageError(`user '${name}' does not exist`, false, 1);
    if (!privileged && name !== own) throw new UsageError(`You may not view or modify password information for ${name}.`, false, 1);
    const hash = shadowEntry(process, name)?.[1] ?? '!';
    if (args.has('status')) {
      tool.out.write(statusLine(tool, name));
      return 0;
    }
    const fields: Record<number, string> = {};
    if (args.has('delete')) fields[1] = '';
    if (args.has('lock')) fields[1] = hash.startsWith('!') ? hash : `!${hash}`;
    if (args.has('unlock')) {
      if (hash === '!' || hash === '!!' || hash === '') throw new UsageError(`unlocking the password would result in a passwordless account.\nYou should set a password with usermod -p to unlock the password of this account.`, false, 3);
      fields[1] = hash.replace(/^!/, '');
    }
    if (args.has('expire')) fields[2] = '0';
    for (const [key, index] of [['min', 3], ['max', 4], ['warn', 5], ['inactive', 6]] as const) {
      const value = args.value(key);
      if (value !== undefined) fields[index] = value;
    }
    if (Object.keys(fields).length > 0) {
      if (!privileged) throw new UsageError('Permission denied.', false, 1);
      changeShadow(process, name, fields);
      if (!args.has('quiet')) tool.out.write('passwd: password changed.\n');
      return 0;
    }
    return await change(tool, name, privileged);
  },
});

async function change(tool: Tool, name: string, privileged: boolean): Promise<number> {
  const { process } = tool;
  const failed = async (why: string, status: number): Promise<number> => {
    await tool.errorText(`${why}passwd: Authentication token manipulation error\npasswd: password unchanged\n`);
    return status;
  };
  if (!privileged) {
    await tool.errorText(`Changing password for ${name}.\n`);
    const old = await askSecret(tool, 'Current password: ');
    if (old === undefined || !passwordOpens(process, name, old)) return await failed('', 10);
  }
  const first = await askSecret(tool, 'New password: ');
  if (first === undefined || first === '') return await failed(first === undefined ? 'Password change has been aborted.\n' : 'No password has been supplied.\n', 10);
  const second = await askSecret(tool, 'Retype new password: ');
  if (second !== first) return await failed('Sorry, passwords do not match.\n', 10);
  if (!privileged && first.length < 6) return await failed('You must choose a longer password.\n', 10);
  changeShadow(process, name, { 1: hashPassword(first, process.random), 2: String(today(process)) });
  await tool.errorText('passwd: password updated successfully\n');
  return 0;
}

export const chpasswd = defineProgram({
  name: 'chpasswd', usage: '[options]', options: { method: '-c --crypt-method=', encrypted: '-e --encrypted  supplied passwords are encrypted', root: '-R --root=', rounds: '-s --sha-rounds=' }, version: '4.17.4', run: async (tool, args) => {
    const { process } = tool;
    if (process.credentials.euid !== 0) throw new UsageError('Permission denied.\nchpasswd: cannot lock /etc/passwd; try again later.', false);
    const reader = new LineReader(process, 0);
    let status = 0;
    let number = 0;
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      number++;
      const colon = line.indexOf(':');
      const name = line.slice(0, colon);
      if (colon < 0) {
        await tool.error(`line ${number}: missing new password`);
        status = 1;
      } else if (!findUser(process, name)) {
        await tool.errorText(`chpasswd: (user ${name}) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line ${number}, user ${name}) password not changed\n`);
        status = 1;
      } else changeShadow(process, name, { 1: args.has('encrypted') ? line.slice(colon + 1) : hashPassword(line.slice(colon + 1), process.random), 2: String(today(process)) });
    }
    return status;
  },
});
