import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, defineProgram, isDirectory, quote, reason, type Tool } from '../program/index.ts';
import { type Backup, backupOf } from './backup.ts';
import { confirm } from './confirm.ts';
import { Copier } from './copy.ts';
import { removeTree } from './remove.ts';
import { pairsOf } from './targets.ts';

const options = {
  backup: '-b! --backup[=]  make a backup of each existing destination file',
  force: '-f --force  do not prompt before overwriting',
  interactive: '-i --interactive  prompt before overwrite',
  noClobber: '-n --no-clobber  do not overwrite an existing file',
  stripSlashes: '--strip-trailing-slashes',
  suffix: '-S --suffix=  override the usual backup suffix',
  target: '-t --target-directory=  move all SOURCE arguments into DIRECTORY',
  noTarget: '-T --no-target-directory  treat DEST as a normal file',
  update: '-u! --update[=]  move only when the SOURCE file is newer',
  verbose: '-v --verbose  explain what is being done',
};

export const mv = defineProgram({ name: 'mv', usage: '[OPTION]... [-T] SOURCE DEST', summary: 'Rename SOURCE to DEST, or move SOURCE(s) to DIRECTORY.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  for (const value of args.values('update')) choose(value, '--update', ['all', 'none', 'none-fail', 'older']);
  const pairs = await pairsOf(tool, args.operands, args.value('target'), args.has('noTarget'));
  if (!pairs) return 1;
  const backup = backupOf(args, tool.process.env);
  let status = 0;
  for (const [from, to] of pairs) if (!(await move(tool, args, backup, from, to))) status = 1;
  return status;
}

async function move(tool: Tool, args: Arguments<keyof typeof options>, backup: Backup | undefined, from: string, to: string): Promise<boolean> {
  const { process, busybox } = tool;
  const fail = async (message: string): Promise<false> => {
    await tool.error(message);
    return false;
  };
  let stat: Stat;
  try {
    stat = process.lstat(from);
  } catch (error) {
    return await fail(busybox ? `can't rename '${from}': ${reason(error)}` : `cannot stat ${quote(from)}: ${reason(error)}`);
  }
  let saved: string | undefined;
  let existing: Stat | undefined;
  try {
    existing = process.lstat(to);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  if (existing) {
    const clobber = args.last('force', 'interactive', 'noClobber');
    if (existing.dev === stat.dev && existing.ino === stat.ino) {
      if (isDirectory(stat.mode)) return await fail(`cannot move ${quote(from)} to a subdirectory of itself, ${quote(to)}`);
      return await fail(`${quote(from)} and ${quote(to)} are the same file`);
    }
    if (isDirectory(existing.mode) && !isDirectory(stat.mode)) return await fail(`cannot overwrite directory ${quote(to)} with non-directory ${quote(from)}`);
    if (!isDirectory(existing.mode) && isDirectory(stat.mode)) return await fail(`cannot overwrite non-directory ${quote(to)} with directory ${quote(from)}`);
    if (clobber === 'noClobber' || args.value('update') === 'none') return true;
    if (args.has('update') && args.value('update') !== 'all' && existing.mtime >= stat.mtime) return true;
    if (clobber === 'interactive' && !(await confirm(tool, `overwrite ${quote(to)}? `))) return false;
    if (clobber === undefined && process.isatty(0) && !process.access(to, 'w') && !isDirectory(existing.mode)) {
      if (!(await confirm(tool, `replace ${quote(to)}, overriding mode ${(existing.mode & 0o7777).toString(8).padStart(4, '0')}? `))) return false;
    }
    saved = backup?.(process, to);
    if (saved !== undefined) process.rename(to, saved);
  }
  try {
    process.rename(from, to);
  } catch (error) {
    if (isSystemError(error, 'EXDEV')) {
      const copier = new Copier(tool, {
        recursive: true, follow: 'never', preserve: new Set(['mode', 'ownership', 'timestamps', 'links']), force: true, interactive: false, noClobber: false, update: false,
        verbose: false, hardLink: false, symbolicLink: false, removeDestination: true, backup: undefined, attributesOnly: false, oneFileSystem: false,
      });
      if (!(await copier.copy(from, to)) || !(await removeTree(tool, from))) return false;
    } else if (isSystemError(error, 'EINVAL')) return await fail(`cannot move ${quote(from)} to a subdirectory of itself, ${quote(to)}`);
    else if (isSystemError(error, 'ENOTEMPTY') && !busybox) return await fail(`cannot overwrite ${quote(to)}: ${reason(error)}`);
    else return await fail(busybox ? `can't rename '${from}': ${reason(error)}` : `cannot move ${quote(from)} to ${quote(to)}: ${reason(error)}`);
  }
  if (args.has('verbose')) tool.out.write(`renamed ${quote(from)} -> ${quote(to)}${saved === undefined ? '' : ` (backup: ${quote(saved)})`}\n`);
  return true;
}
