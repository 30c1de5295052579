import { fileType, isSystemError } from '../../kernel/uapi/index.ts';
import { defineProgram, parseMode, quote, reason, type Tool, UsageError } from '../program/index.ts';

export const link = defineProgram({
  name: 'link', usage: 'FILE1 FILE2', summary: 'Call the link function to create a link named FILE2 to an existing FILE1.', options: {}, run: (tool, args) => {
    const [from, to, extra] = args.operands;
    if (from === undefined) throw new UsageError('missing operand');
    if (to === undefined) throw new UsageError(`missing operand after ${quote(from)}`);
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    try {
      tool.process.link(from, to);
    } catch (error) {
      throw new UsageError(`cannot create link ${quote(to)} to ${quote(from)}: ${reason(error)}`, false);
    }
    return 0;
  },
});

export const unlink = defineProgram({
  name: 'unlink', usage: 'FILE', summary: 'Call the unlink function to remove the specified FILE.', options: {}, run: (tool, args) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('missing operand');
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    try {
      tool.process.unlink(file);
    } catch (error) {
      throw new UsageError(`cannot unlink ${quote(file)}: ${reason(error)}`, false);
    }
    return 0;
  },
});

function modeOf(tool: Tool, text: string | undefined): number {
  const change = text === undefined ? undefined : parseMode(text, 0);
  if (text !== undefined && !change) throw new UsageError('invalid mode', false);
  return change ? change(0o666) & 0o777 : 0o666 & ~tool.process.umask();
}

export const mkfifo = defineProgram({
  name: 'mkfifo', usage: '[OPTION]... NAME...', summary: 'Create named pipes (FIFOs) with the given NAMEs.', options: { mode: '-m --mode=  set file permission bits to MODE, not a=rw - umask', context: '-Z --context[=]' }, run: async (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('missing operand');
    const mode = modeOf(tool, args.value('mode'));
    let status = 0;
    for (const name of args.operands) {
      try {
        tool.process.mknod(name, fileType.fifo | mode);
        if (args.has('mode')) tool.process.chmod(name, mode);
      } catch (error) {
        status = 1;
        await tool.error(tool.busybox ? `${name}: ${reason(error)}` : `cannot create fifo ${quote(name)}: ${reason(error)}`);
      }
    }
    return status;
  },
});

export const mknod = defineProgram({
  name: 'mknod', usage: '[OPTION]... NAME TYPE [MAJOR MINOR]', summary: 'Create the special file NAME of the given TYPE.', options: { mode: '-m --mode=  set file permission bits to MODE, not a=rw - umask', context: '-Z --context[=]' }, run: (tool, args) => {
    const [name, kind, major, minor, extra] = args.operands;
    if (name === undefined) throw new UsageError('missing operand');
    if (kind === undefined) throw new UsageError(`missing operand after ${quote(name)}`);
    if (kind === 'p' && major !== undefined) throw new UsageError(`Fifos do not have major and minor device numbers.`);
    if (kind !== 'p' && minor === undefined) throw new UsageError(`missing operand after ${quote(major ?? kind)}\nSpecial files require major and minor device numbers.`);
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    const type = { p: fileType.fifo, c: fileType.character, u: fileType.character, b: fileType.block }[kind];
    if (type === undefined) throw new UsageError(`invalid device type ${quote(kind)}`);
    const mode = modeOf(tool, args.value('mode'));
    try {
      tool.process.mknod(name, type | mode, kind === 'p' ? 0 : (Number(major) << 8) | Number(minor));
      if (args.has('mode')) tool.process.chmod(name, mode);
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
    return 0;
  },
});

export const pathchk = defineProgram({
  name: 'pathchk', usage: '[OPTION]... NAME...', summary: 'Diagnose invalid or non-portable file names.', options: { posix: '-p  check for most POSIX systems', special: '-P  check for empty names and leading "-"', portable: '--portability  check for all POSIX systems (equivalent to -p -P)' }, run: async (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('missing operand');
    const [posix, special] = [args.has('posix') || args.has('portable'), args.has('special') || args.has('portable')];
    let status = 0;
    for (const name of args.operands) {
      const bad = /[^A-Za-z0-9._\-/]/.exec(name)?.[0];
      const parts = name.split('/');
      const most = posix ? 14 : 255;
      const long = parts.find((part) => new TextEncoder().encode(part).length > most);
      let message: string | undefined;
      if (special && parts.some((part) => part.startsWith('-'))) message = `leading '-' in a component of file name ${quote(name)}`;
      else if (name === '' && (posix || special)) message = 'empty file name';
      else if (posix && bad !== undefined) message = `non-portable character ${quote(bad)} in file name ${quote(name)}`;
      else if (long !== undefined) message = `limit ${most} exceeded by length ${long.length} of file name component ${quote(long)}`;
      else if (!posix) {
        try {
          if (name !== '') tool.process.lstat(name);
        } catch (error) {
          if (!isSystemError(error, 'ENOENT')) message = `${name}: ${reason(error)}`;
        }
        if (name === '') message = `'': No such file or directory`;
      }
      if (message === undefined) continue;
      status = 1;
      await tool.error(message);
    }
    return status;
  },
});
