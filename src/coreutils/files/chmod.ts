import { isSystemError, type Process, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, isSymlink, modeString, parseMode, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { walk } from './walk.ts';

const options = {
  changes: '-c --changes  like verbose but report only when a change is made',
  silent: '-f --silent --quiet  suppress most error messages',
  verbose: '-v --verbose  output a diagnostic for every file processed',
  preserveRoot: '--preserve-root',
  noPreserveRoot: '--no-preserve-root',
  reference: '--reference=  use RFILE\'s mode instead of specifying MODE values',
  recursive: '-R --recursive  change files and directories recursively',
};

export const chmod = defineProgram({
  name: 'chmod', usage: '[OPTION]... MODE[,MODE]... FILE...', summary: 'Change the mode of each FILE to MODE.', options, run,
  // A mode such as -x or -rw looks like options.
  prepare: (words) => {
    const at = words.findIndex((word) => /^-[rwxXstugo]+[-+=rwxXstugoa,]*$/.test(word));
    const stop = words.indexOf('--');
    if (at < 0 || (stop >= 0 && stop < at)) return words;
    return [...words.slice(0, at).filter((word) => word.startsWith('-')), '--', words[at] ?? '', ...words.slice(0, at).filter((word) => !word.startsWith('-')), ...words.slice(at + 1)];
  },
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const operands = [...args.operands];
  let change: ((mode: number) => number) | undefined;
  const reference = args.value('reference');
  let text = '';
  if (reference !== undefined) {
    const mode = attributesOf(process, reference).mode & 0o7777;
    change = () => mode;
  } else {
    text = operands.shift() ?? '';
    if (args.operands.length === 0) throw new UsageError('missing operand');
    if (operands.length === 0) throw new UsageError(`missing operand after ${quote(text)}`);
    change = parseMode(text, process.umask());
    if (!change) throw new UsageError(`invalid mode: ${quote(text)}`);
  }
  if (operands.length === 0) throw new UsageError('missing operand');
  const apply = change;
  let status = 0;
  const refuse = async (path: string, error: unknown, reading: boolean): Promise<void> => {
    status = 1;
    if (args.has('silent')) return;
    const dangling = !reading && !tool.busybox && isLinkAt(process, path);
    await tool.error(tool.busybox ? `${path}: ${reason(error)}` : dangling ? `cannot operate on dangling symlink ${quote(path)}` : reading ? `cannot read directory ${quote(path)}: ${reason(error)}` : `cannot access ${quote(path)}: ${reason(error)}`);
    if (args.has('verbose') && !reading) tool.out.write(`${quote(path)} could not be accessed\n`);
  };
  for (const operand of operands) {
    let top = true;
    await walk(process, operand, args.has('recursive'), async (path, stat) => {
      const link = !top && isSymlink(stat.mode);
      top = false;
      if (link) return;
      const old = stat.mode & 0o7777;
      const mode = apply(stat.mode);
      try {
        process.chmod(path, mode);
      } catch (error) {
        status = 1;
        if (!args.has('silent')) await tool.error(tool.busybox ? `${path}: ${reason(error)}` : `changing permissions of ${quote(path)}: ${reason(error)}`);
        return;
      }
      const shown = (bits: number): string => `${bits.toString(8).padStart(4, '0')} (${modeString(bits).slice(1)})`;
      if (args.has('verbose') || (args.has('changes') && mode !== old)) {
        tool.out.write(mode === old ? `mode of ${quote(path)} retained as ${shown(old)}\n` : `mode of ${quote(path)} changed from ${shown(old)} to ${shown(mode)}\n`);
      }
    }, refuse);
  }
  return status;
}

function isLinkAt(process: Process, path: string): boolean {
  try {
    return isSymlink(process.lstat(path).mode);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** The attributes of --reference's file. */
export function attributesOf(process: Process, reference: string): Stat {
  try {
    return process.stat(reference);
  } catch (error) {
    throw new UsageError(`failed to get attributes of ${quote(reference)}: ${reason(error)}`, false);
  }
}
