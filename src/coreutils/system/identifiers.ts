import { defineProgram, isRegular, rawProgram, reason, readInput, textOf, UsageError } from '../program/index.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const mcookie = defineProgram({ name: 'mcookie', usage: '[options]', summary: 'Generate magic cookies for xauth.', options: { file: '-f --file=', max: '-m --max-size=', verbose: '-v --verbose' }, version: 'from util-linux 2.41', run: (tool) => {
  tool.out.write(`${hex(tool.process.random(16))}\n`);
  return 0;
} });

export const uuidgen = defineProgram({ name: 'uuidgen', usage: '[options]', summary: 'Create a new UUID value.', options: { random: '-r --random', time: '-t --time', count: '-C --count=' }, version: 'from util-linux 2.41', run: (tool, args) => {
  for (let done = 0; done < Number(args.value('count') ?? 1); done++) {
    const bytes = tool.process.random(16);
    bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
    bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
    tool.out.write(`${hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}\n`);
  }
  return 0;
} });

const categories = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES', 'LC_PAPER', 'LC_NAME', 'LC_ADDRESS', 'LC_TELEPHONE', 'LC_MEASUREMENT', 'LC_IDENTIFICATION'];

export const locale = rawProgram('locale', (tool, words) => {
  const { env } = tool.process;
  if (words.includes('-a')) tool.out.write('C\nC.utf8\nPOSIX\n');
  else if (words.includes('charmap')) tool.out.write(/UTF-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '') ? 'UTF-8\n' : 'ANSI_X3.4-1968\n');
  else {
    tool.out.write(`LANG=${env['LANG'] ?? ''}\nLANGUAGE=${env['LANGUAGE'] ?? ''}\n`);
    for (const name of categories) tool.out.write(env['LC_ALL'] || env[name] === undefined ? `${name}="${env['LC_ALL'] || env['LANG'] || 'POSIX'}"\n` : `${name}=${env[name]}\n`);
    tool.out.write(`LC_ALL=${env['LC_ALL'] ?? ''}\n`);
  }
  return 0;
});

export const logger = defineProgram({
  name: 'logger', usage: '[options] [<message>]', summary: 'Enter messages into the system log.', options: { id: '-i --id[=]', tag: '-t --tag=  mark every line with this tag', priority: '-p --priority=', stderr: '-s --stderr  output message to standard error as well', file: '-f --file=', skip: '-e --skip-empty', size: '-S --size=', socket: '-u --socket=', noAct: '--no-act', server: '-n --server=' }, version: 'from util-linux 2.41', run: async (tool, args) => {
    const { process } = tool;
    const priority = args.value('priority');
    if (priority !== undefined && !/^((kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|security|ftp|local[0-7])\.)?(emerg|panic|alert|crit|err|error|warning|warn|notice|info|debug)$|^\d+$/.test(priority)) throw new UsageError(`unknown ${priority.includes('.') && !/^(kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|security|ftp|local[0-7])\./.test(priority) ? 'facility' : 'priority'} name: ${priority}`, false);
    const tag = args.value('tag') ?? process.env['LOGNAME'] ?? process.env['USER'] ?? 'root';
    const source = args.has('id') ? `${tag}[${args.value('id') ?? process.pid}]` : tag;
    const text = args.operands.length ? args.operands.join(' ') : textOf(await readInput(process, args.value('file') ?? '-'));
    for (const line of text.split('\n').filter((one) => one !== '')) {
      if (args.has('stderr')) await tool.errorText(`${source}: ${line}\n`);
      if (args.has('noAct') || process.credentials.euid !== 0 || !process.exists('/var/log/journal')) continue;
      process.writeFile('/var/log/journal/system.journal', `${process.clock.now()}\tuser.slice\t${source}\t${line}\n`, { append: true, mode: 0o640 });
    }
    return 0;
  },
});

export const shred = defineProgram({
  name: 'shred', usage: '[OPTION]... FILE...', summary: 'Overwrite the specified FILE(s) repeatedly, in order to make it harder for even very expensive hardware probing to recover the data.', options: { force: '-f --force', iterations: '-n --iterations=', random: '--random-source=', size: '-s --size=', remove: '-u --remove[=]  deallocate and remove file after overwriting', verbose: '-v --verbose', exact: '-x --exact', zero: '-z --zero  add a final overwrite with zeros to hide shredding' }, run: async (tool, args) => {
    const { process } = tool;
    if (args.operands.length === 0) throw new UsageError('missing file operand');
    let status = 0;
    for (const name of args.operands) {
      try {
        const { size, mode } = process.stat(name);
        if (!isRegular(mode)) throw new UsageError(`${name}: invalid file type`, false);
        process.writeFile(name, args.has('zero') ? new Uint8Array(size) : process.random(Math.min(size, 1 << 24)));
        if (args.has('remove')) process.unlink(name);
      } catch (error) {
        if (error instanceof UsageError) throw error;
        status = 1;
        await tool.error(`${name}: failed to open for writing: ${reason(error)}`);
      }
    }
    return status;
  },
});
