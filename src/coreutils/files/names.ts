import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { type Arguments, baseName, defineProgram, dirName, isSymlink, normalizePath, quote, quoteIfNeeded, reason, type Tool, UsageError } from '../program/index.ts';
import { relative } from './ln.ts';

const baseOptions = {
  multiple: '-a --multiple  support multiple arguments and treat each as a NAME',
  suffix: '-s --suffix=  remove a trailing SUFFIX; implies -a',
  zero: '-z --zero  end each output line with NUL, not newline',
};

export const basename = defineProgram({
  name: 'basename', usage: 'NAME [SUFFIX]', summary: 'Print NAME with any leading directory components removed.', options: baseOptions, inOrder: true, run: (tool, args) => {
    const { operands } = args;
    const [name, second, extra] = operands;
    if (name === undefined) throw new UsageError('missing operand');
    const multiple = args.has('multiple') || args.has('suffix');
    if (!multiple && extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    const suffix = args.value('suffix') ?? (multiple ? '' : second ?? '');
    for (const path of multiple ? operands : [name]) {
      const base = baseName(path);
      tool.out.write((suffix !== '' && base.endsWith(suffix) && base !== suffix ? base.slice(0, -suffix.length) : base) + (args.has('zero') ? '\0' : '\n'));
    }
    return 0;
  },
});

export const dirname = defineProgram({
  name: 'dirname', usage: '[OPTION] NAME...', summary: 'Output each NAME with its last non-slash component and trailing slashes removed.', options: { zero: '-z --zero  end each output line with NUL, not newline' }, run: (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('missing operand');
    for (const path of args.operands) tool.out.write(dirName(path) + (args.has('zero') ? '\0' : '\n'));
    return 0;
  },
});

const realOptions = {
  existing: '-e --canonicalize-existing  all components of the path must exist',
  canonicalize: '-E --canonicalize',
  missing: '-m --canonicalize-missing  no path components need exist or be a directory',
  logical: '-L --logical',
  physical: '-P --physical',
  quiet: '-q --quiet  suppress most error messages',
  relativeTo: '--relative-to=  print the resolved path relative to DIR',
  relativeBase: '--relative-base=',
  strip: '-s --strip --no-symlinks  don\'t expand symlinks',
  zero: '-z --zero  end each output line with NUL, not newline',
};

export const realpath = defineProgram({ name: 'realpath', usage: '[OPTION]... FILE...', summary: 'Print the resolved absolute file name.', options: realOptions, run: runRealpath });

/** Where `path` leads; `missing`: how many of its components may be absent. */
export function canonicalize(process: Process, path: string, missing: 'none' | 'last' | 'all'): string {
  try {
    return process.realpath(path);
  } catch (error) {
    if (missing === 'none' || !isSystemError(error, 'ENOENT', ...(missing === 'all' ? (['ENOTDIR', 'EACCES'] as const) : []))) throw error;
    try {
      if (isSymlink(process.lstat(path).mode)) {
        const target = process.readlink(path);
        return canonicalize(process, target.startsWith('/') ? target : `${dirName(path)}/${target}`, missing);
      }
    } catch (inner) {
      if (!isSystemError(inner)) throw inner;
    }
    const parent = dirName(path);
    const base = baseName(path);
    if (path === '' || (parent === path && base === path)) throw error;
    const folder = canonicalize(process, parent, missing === 'all' ? 'all' : 'none');
    return normalizePath(base, folder);
  }
}

async function runRealpath(tool: Tool, args: Arguments<keyof typeof realOptions>): Promise<number> {
  const { process } = tool;
  if (args.operands.length === 0) throw new UsageError('missing operand');
  let status = 0;
  const mode = args.last('existing', 'missing', 'canonicalize');
  const relativeTo = args.value('relativeTo');
  const relativeBase = args.value('relativeBase');
  const resolve = (path: string): string => (args.has('strip') ? normalizePath(path, process.cwd) : canonicalize(process, path, mode === 'existing' ? 'none' : mode === 'missing' ? 'all' : 'last'));
  let [base, below]: (string | undefined)[] = [];
  for (const [path, use] of [[relativeTo ?? relativeBase, (real: string) => { base = real; }], [relativeBase, (real: string) => { below = real; }]] as const) {
    if (path === undefined) continue;
    try {
      use(resolve(path));
    } catch (error) {
      throw new UsageError(`${quoteIfNeeded(path)}: ${reason(error)}`, false);
    }
  }
  // Only what lies below --relative-base is shown from --relative-to.
  const inside = (real: string): boolean => below === undefined || real === below || real.startsWith(below === '/' ? '/' : `${below}/`);
  for (const path of args.operands) {
    try {
      const real = resolve(path);
      tool.out.write((base === undefined || !inside(real) || !inside(base) ? real : relative(base, real)) + (args.has('zero') ? '\0' : '\n'));
    } catch (error) {
      status = 1;
      if (!args.has('quiet')) await tool.error(`${tool.busybox ? path : quoteIfNeeded(path)}: ${reason(error)}`);
    }
  }
  return status;
}

const linkOptions = {
  canonicalize: '-f --canonicalize  canonicalize by following every symlink; all but the last component must exist',
  existing: '-e --canonicalize-existing  all components must exist',
  missing: '-m --canonicalize-missing  without requirements on components existence',
  noNewline: '-n --no-newline  do not output the trailing delimiter',
  quiet: '-q --quiet -s --silent  suppress most error messages (on by default)',
  verbose: '-v --verbose  report error messages',
  zero: '-z --zero  end each output line with NUL, not newline',
};

export const readlink = defineProgram({ name: 'readlink', usage: '[OPTION]... FILE...', summary: 'Print value of a symbolic link or canonical file name.', options: linkOptions, run: runReadlink });

async function runReadlink(tool: Tool, args: Arguments<keyof typeof linkOptions>): Promise<number> {
  const { process } = tool;
  if (args.operands.length === 0) throw new UsageError('missing operand');
  const mode = args.last('canonicalize', 'existing', 'missing');
  if (args.has('noNewline') && args.operands.length > 1 && !tool.busybox) await tool.error('ignoring --no-newline with multiple arguments');
  let status = 0;
  for (const path of args.operands) {
    try {
      const text = mode === undefined ? process.readlink(path) : canonicalize(process, path, mode === 'existing' ? 'none' : mode === 'missing' ? 'all' : 'last');
      tool.out.write(text + (args.has('noNewline') && args.operands.length === 1 ? '' : args.has('zero') ? '\0' : '\n'));
    } catch (error) {
      const why = reason(error);
      status = 1;
      if (args.has('verbose')) await tool.error(`${path}: ${why}`);
    }
  }
  return status;
}
