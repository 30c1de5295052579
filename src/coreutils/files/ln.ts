import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, baseName, defineProgram, dirName, isDirectory, isSymlink, normalizePath, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { backupOf } from './backup.ts';
import { confirm } from './confirm.ts';
import { pairsOf } from './targets.ts';

const options = {
  backup: '-b! --backup[=]  make a backup of each existing destination file',
  directory: '-d -F --directory',
  force: '-f --force  remove existing destination files',
  interactive: '-i --interactive  prompt whether to remove destinations',
  logical: '-L --logical  dereference TARGETs that are symbolic links',
  noDereference: '-n --no-dereference  treat LINK_NAME as a normal file if it is a symbolic link to a directory',
  physical: '-P --physical  make hard links directly to symbolic links',
  relative: '-r --relative  with -s, create links relative to link location',
  symbolic: '-s --symbolic  make symbolic links instead of hard links',
  suffix: '-S --suffix=  override the usual backup suffix',
  target: '-t --target-directory=  specify the DIRECTORY in which to create the links',
  noTarget: '-T --no-target-directory  treat LINK_NAME as a normal file always',
  verbose: '-v --verbose  print name of each linked file',
};

export const ln = defineProgram({ name: 'ln', usage: '[OPTION]... [-T] TARGET LINK_NAME', summary: 'Create a link to TARGET with the name LINK_NAME.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const { operands } = args;
  const [first] = operands;
  if (first === undefined) throw new UsageError('missing file operand');
  const last = operands.at(-1) ?? '';
  let asFile = args.has('noTarget');
  if (args.has('noDereference')) {
    try {
      asFile ||= isSymlink(process.lstat(last).mode);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  const pairs: [string, string][] | undefined = operands.length === 1 && !args.has('target') ? [[first, `./${baseName(first)}`]] : await pairsOf(tool, operands, args.value('target'), asFile, (folder, why) => (why === 'No such file or directory' ? `failed to access ${quote(folder)}: ${why}` : `target ${quote(folder)}: ${why}`));
  if (!pairs) return 1;
  let status = 0;
  for (const [target, rawLink] of pairs) {
    const link = operands.length === 1 ? rawLink : rawLink;
    if (!(await makeLink(tool, args, target, link))) status = 1;
  }
  return status;
}

async function makeLink(tool: Tool, args: Arguments<keyof typeof options>, target: string, link: string): Promise<boolean> {
  const { process, busybox } = tool;
  const symbolic = args.has('symbolic');
  const fail = async (message: string): Promise<false> => {
    await tool.error(message);
    return false;
  };
  try {
    if (!symbolic && isDirectory(process.lstat(target).mode)) return await fail(`${target}: hard link not allowed for directory`);
  } catch (error) {
    return await fail(`failed to access ${quote(target)}: ${reason(error)}`);
  }
  let saved: string | undefined;
  let exists = true;
  try {
    process.lstat(link);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    exists = false;
  }
  const shown = symbolic && args.has('relative') ? relative(process.realpath(dirName(link)), normalizePath(target, process.cwd)) : target;
  try {
    if (exists) {
      if (args.has('interactive') && !(await confirm(tool, `replace ${quote(link)}? `))) return false;
      saved = backupOf(args, process.env)?.(process, link);
      if (saved !== undefined) process.rename(link, saved);
      else if (args.has('force') || args.has('interactive')) {
        if (isDirectory(process.lstat(link).mode)) return await fail(`${link}: cannot overwrite directory`);
        process.unlink(link);
      }
    }
    if (symbolic) process.symlink(shown, link);
    else process.link(args.has('logical') ? process.realpath(target) : target, link);
  } catch (error) {
    const to = link.replace(/^\.\/(?=[^/]*$)/, (dot) => (args.operands.length === 1 ? '' : dot));
    if (busybox) return await fail(`${to}: ${reason(error)}`);
    return await fail(symbolic ? `failed to create symbolic link ${quote(args.operands.length === 1 ? link : to)}: ${reason(error)}` : `failed to create hard link ${quote(args.operands.length === 1 ? link : to)}${isSystemError(error, 'EEXIST') ? '' : ` => ${quote(target)}`}: ${reason(error)}`);
  }
  if (args.has('verbose')) tool.out.write(`${saved === undefined ? '' : `${quote(saved)} ~ `}${quote(link)} ${symbolic ? '->' : '=>'} ${quote(shown)}\n`);
  return true;
}

/** The way from the folder `from` to `to`, both absolute. */
export function relative(from: string, to: string): string {
  const a = from.split('/').filter(Boolean);
  const b = to.split('/').filter(Boolean);
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.';
}
