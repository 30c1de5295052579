import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, baseName, choose, defineProgram, isDirectory, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { confirm } from './confirm.ts';
import { removeTree } from './remove.ts';

const options = {
  force: '-f --force  ignore nonexistent files and arguments, never prompt',
  interactive: '-i  prompt before every removal',
  once: '-I  prompt once before removing more than three files, or when removing recursively',
  when: '--interactive[=]  prompt according to WHEN: never, once (-I), or always (-i)',
  oneFileSystem: '--one-file-system',
  noPreserveRoot: '--no-preserve-root  do not treat \'/\' specially',
  preserveRoot: '--preserve-root[=]  do not remove \'/\' (default)',
  recursive: '-r -R --recursive  remove directories and their contents recursively',
  directory: '-d --dir  remove empty directories',
  verbose: '-v --verbose  explain what is being done',
};

export const rm = defineProgram({ name: 'rm', usage: '[OPTION]... [FILE]...', summary: 'Remove (unlink) the FILE(s).', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, busybox } = tool;
  const given = args.value('when');
  const when = given === undefined ? undefined : choose(given, '--interactive', ['never no none', 'once', 'always yes']);
  const keep = args.value('preserveRoot');
  if (keep !== undefined && keep !== 'all') throw new UsageError(`unrecognized --preserve-root argument: ${quote(keep)}`, false);
  const last = args.last('force', 'interactive', 'once', 'when');
  const force = last === 'force';
  const interactive = last === 'interactive' || (last === 'when' && (when === undefined || when === 'always'));
  const recursive = args.has('recursive');
  if (args.operands.length === 0) {
    if (args.has('force')) return 0;
    throw new UsageError('missing operand');
  }
  if ((last === 'once' || when === 'once') && (recursive || args.operands.length > 3)) {
    const count = args.operands.length;
    if (!(await confirm(tool, `remove ${count} argument${count === 1 ? '' : 's'}${recursive ? ' recursively' : ''}? `))) return 0;
  }
  let status = 0;
  const fail = async (message: string): Promise<void> => {
    await tool.error(message);
    status = 1;
  };
  for (const path of args.operands) {
    const last = baseName(path);
    if (recursive && (last === '.' || last === '..')) {
      await fail(`refusing to remove '.' or '..' directory: skipping ${quote(path)}`);
      continue;
    }
    let stat: Stat;
    try {
      stat = process.lstat(path);
      if (isDirectory(stat.mode) && recursive && !args.has('noPreserveRoot') && process.realpath(path) === '/') {
        await fail(`it is dangerous to operate recursively on ${quote(path)}${path === '/' ? '' : ` (same as '/')`}`);
        await tool.error('use --no-preserve-root to override this failsafe');
        continue;
      }
    } catch (error) {
      if (args.has('force') && isSystemError(error, 'ENOENT', 'ENOTDIR')) continue;
      await fail(busybox ? `can't remove '${path}': ${reason(error)}` : `cannot remove ${quote(path)}: ${reason(error)}`);
      continue;
    }
    if (isDirectory(stat.mode) && !recursive) {
      if (!args.has('directory')) {
        await fail(busybox ? `'${path}' is a directory` : `cannot remove ${quote(path)}: Is a directory`);
        continue;
      }
      if (process.readdir(path).length > 0) {
        await fail(`cannot remove ${quote(path)}: Directory not empty`);
        continue;
      }
    }
    const trimmed = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
    if (!(await removeTree(tool, trimmed, { verbose: args.has('verbose'), interactive, force: force || when === 'never' }))) status = 1;
  }
  return status;
}
