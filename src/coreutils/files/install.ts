import { type Arguments, defineProgram, findGroup, findUser, parseMode, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { backupOf } from './backup.ts';
import { Copier } from './copy.ts';
import { isDirectoryAt, pairsOf } from './targets.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';

const options = {
  backup: '-b! --backup[=]', ignored: '-c', compare: '-C --compare', directory: '-d --directory  treat all arguments as directory names; create all components', leading: '-D  create all leading components of DEST', group: '-g --group=  set group ownership', mode: '-m --mode=  set permission mode (as in chmod), instead of rwxr-xr-x', owner: '-o --owner=  set ownership (super-user only)', preserve: '-p --preserve-timestamps', strip: '-s --strip', suffix: '-S --suffix=', target: '-t --target-directory=  copy all SOURCE arguments into DIRECTORY', noTarget: '-T --no-target-directory', verbose: '-v --verbose  print the name of each created file or directory',
};

export const install = defineProgram({ name: 'install', usage: '[OPTION]... [-T] SOURCE DEST', summary: 'Copy files and set attributes.', options, run });

function makeParents(tool: Tool, path: string, verbose: boolean): void {
  let at = path.startsWith('/') ? '' : '.';
  for (const part of path.split('/').filter(Boolean)) {
    at += `/${part}`;
    if (isDirectoryAt(tool.process, at)) continue;
    tool.process.mkdir(at, 0o755);
    if (verbose) tool.out.write(`${tool.name}: creating directory ${quote(at.replace(/^\.\//, ''))}\n`);
  }
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const text = args.value('mode') ?? '755';
  const mode = parseMode(text, 0);
  if (!mode) throw new UsageError(`invalid mode ${quote(text)}`, false);
  const owner = args.value('owner');
  const group = args.value('group');
  const uid = owner === undefined ? -1 : findUser(process, owner)?.uid ?? (/^\d+$/.test(owner) ? Number(owner) : undefined);
  const gid = group === undefined ? -1 : findGroup(process, group)?.gid ?? (/^\d+$/.test(group) ? Number(group) : undefined);
  if (uid === undefined) throw new UsageError(`invalid user ${quote(owner ?? '')}`, false);
  if (gid === undefined) throw new UsageError(`invalid group ${quote(group ?? '')}`, false);
  const finish = (path: string): void => {
    if (uid >= 0 || gid >= 0) process.chown(path, uid, gid);
    process.chmod(path, mode(isDirectoryAt(process, path) ? 0o40000 : 0));
  };
  let status = 0;
  if (args.has('directory')) {
    if (args.operands.length === 0) throw new UsageError('missing file operand');
    for (const path of args.operands) {
      try {
        makeParents(tool, path, args.has('verbose'));
        finish(path);
      } catch (error) {
        status = 1;
        await tool.error(`cannot create directory ${quote(path)}: ${reason(error)}`);
      }
    }
    return status;
  }
  if (args.has('leading')) {
    const last = args.value('target') ?? args.operands.at(-1) ?? '';
    const folder = args.has('target') ? last : last.slice(0, last.lastIndexOf('/') + 1);
    if (folder) makeParents(tool, folder, args.has('verbose'));
  }
  const pairs = await pairsOf(tool, args.operands, args.value('target'), args.has('noTarget'), (folder, why) => `${why === 'No such file or directory' ? 'failed to access' : 'target'} ${quote(folder)}: ${why}`);
  if (!pairs) return 1;
  const copier = new Copier(tool, {
    recursive: false, follow: 'always', preserve: new Set(args.has('preserve') ? ['timestamps'] : []), force: true, interactive: false, noClobber: false, update: false, verbose: args.has('verbose'), hardLink: false, symbolicLink: false, removeDestination: true, backup: backupOf(args, process.env), attributesOnly: false, oneFileSystem: false,
  });
  for (const [from, to] of pairs) {
    if (!(await copier.copy(from, to))) continue;
    try {
      finish(to);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      status = 1;
      await tool.error(`cannot change ownership of ${quote(to)}: ${reason(error)}`);
    }
  }
  return copier.failed ? 1 : status;
}
