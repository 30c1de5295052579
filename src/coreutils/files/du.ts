import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, blockUnit, defineProgram, humanSize, isDirectory, joinPath, parseSize, quote, reason, textOf, readInput, type Tool, UsageError } from '../program/index.ts';
import { matchGlob } from './glob.ts';

const options = {
  zero: '-0 --null  end each output line with NUL, not newline',
  all: '-a --all  write counts for all files, not just directories',
  apparent: '--apparent-size  print apparent sizes rather than device usage',
  blockSize: '-B --block-size=  scale sizes by SIZE before printing them',
  bytes: '-b --bytes  equivalent to --apparent-size --block-size=1',
  total: '-c --total  produce a grand total',
  dereferenceArguments: '-D -H --dereference-args',
  depth: '-d --max-depth=  print the total for a directory only if it is N or fewer levels below',
  human: '-h --human-readable  print sizes in human readable format',
  inodes: '--inodes',
  kibibytes: '-k  like --block-size=1K',
  dereference: '-L --dereference  dereference all symbolic links',
  countLinks: '-l --count-links  count sizes many times if hard linked',
  mebibytes: '-m  like --block-size=1M',
  noDereference: '-P --no-dereference',
  separate: '-S --separate-dirs  for directories do not include size of subdirectories',
  si: '--si  like -h, but use powers of 1000 not 1024',
  summarize: '-s --summarize  display only a total for each argument',
  threshold: '-t --threshold=',
  time: '--time[=]',
  exclude: '--exclude=  exclude files that match PATTERN',
  excludeFrom: '-X --exclude-from=  exclude files that match any pattern in FILE',
  oneFileSystem: '-x --one-file-system  skip directories on different file systems',
};

export const du = defineProgram({ name: 'du', usage: '[OPTION]... [FILE]...', summary: 'Summarize device usage of the set of FILEs, recursively for directories.', options, run });

/** The depth asked for; NaN when it is no number. */
function depthOf(args: Arguments<keyof typeof options>): number {
  return /^\d+$/.test(args.value('depth') ?? '') ? Number(args.value('depth')) : Number.NaN;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const apparent = args.has('apparent') || args.has('bytes');
  const depth = args.has('summarize') && !args.has('depth') ? 0 : args.has('depth') ? depthOf(args) : Infinity;
  if (Number.isNaN(depth)) throw new UsageError(`invalid maximum depth ${quote(args.value('depth') ?? '')}`);
  if (args.has('summarize') && args.has('all')) throw new UsageError('cannot both summarize and show all entries');
  if (args.has('summarize') && args.has('depth') && depthOf(args) !== 0) {
    throw new UsageError(`warning: summarizing conflicts with --max-depth=${args.value('depth')}`);
  }
  const unitText = args.value('blockSize');
  const block = unitText === undefined ? undefined : blockUnit(unitText);
  if (unitText !== undefined && !block) throw new UsageError(`invalid -B argument ${quote(unitText)}`, false);
  const threshold = args.value('threshold');
  const limit = threshold === undefined ? undefined : parseSize(threshold.replace(/^-/, ''));
  if (threshold !== undefined && limit === undefined) throw new UsageError(`invalid --threshold argument ${quote(threshold)}`, false);
  const excludes = [...args.values('exclude')];
  for (const list of args.values('excludeFrom')) {
    try {
      excludes.push(...textOf(await readInput(process, list)).split('\n').filter((line) => line !== ''));
    } catch (error) {
      throw new UsageError(`${list}: ${reason(error)}`);
    }
  }
  const unit = args.has('bytes') ? 1 : args.last('mebibytes', 'kibibytes') === 'mebibytes' ? 1048576 : block?.size ?? 1024;
  const human = args.last('human', 'si', 'bytes', 'kibibytes', 'mebibytes', 'blockSize');
  const show = (bytes: number): string => (human === 'human' ? humanSize(bytes) : human === 'si' ? humanSize(bytes, 1000) : `${Math.ceil(bytes / unit)}${human === 'blockSize' ? block?.suffix ?? '' : ''}`);
  const end = args.has('zero') ? '\0' : '\n';
  const seen = new Set<string>();
  let status = 0;
  const print = (bytes: number, path: string): void => {
    if (limit !== undefined && (threshold?.startsWith('-') ? bytes > limit : bytes < limit)) return;
    out.write(`${show(bytes)}\t${path}${end}`);
  };
  const fail = async (message: string): Promise<void> => {
    status = 1;
    await out.flush();
    await tool.error(message);
  };
  const measure = async (path: string, level: number, device: number | undefined): Promise<number> => {
    let stat: Stat;
    try {
      stat = args.has('dereference') || (level === 0 && args.has('dereferenceArguments')) ? process.stat(path) : process.lstat(path);
    } catch (error) {
      await fail(tool.busybox ? `${path}: ${reason(error)}` : `cannot access ${quote(path)}: ${reason(error)}`);
      return 0;
    }
    if (excludes.some((pattern) => matchGlob(pattern, path.slice(path.lastIndexOf('/') + 1)) || matchGlob(pattern, path))) return 0;
    if (device !== undefined && stat.dev !== device) return 0;
    const key = `${stat.dev}:${stat.ino}`;
    if (!isDirectory(stat.mode) && stat.nlink > 1 && !args.has('countLinks')) {
      if (seen.has(key)) return 0;
      seen.add(key);
    }
    if (isDirectory(stat.mode)) {
      if (seen.has(key)) return 0;
      seen.add(key);
    }
    const own = args.has('inodes') ? unit : apparent ? (isDirectory(stat.mode) ? 0 : stat.size) : stat.blocks * 512;
    let total = own;
    await process.checkpoint();
    if (isDirectory(stat.mode)) {
      try {
        for (const { name } of process.readdir(path)) {
          const size = await measure(joinPath(path, name), level + 1, args.has('oneFileSystem') ? device ?? stat.dev : undefined);
          const child = args.has('separate') ? isSystemDirectory(tool, joinPath(path, name)) : false;
          if (!child) total += size;
        }
      } catch (error) {
        if (!isSystemError(error)) throw error;
        await fail(`cannot read directory ${quote(path)}: ${reason(error)}`);
      }
      if (level <= depth) print(total, path);
    } else if (level === 0 || (args.has('all') && level <= depth)) print(total, path);
    if (out.write('')) await out.flush();
    return total;
  };
  let total = 0;
  for (const path of args.operands.length ? args.operands : ['.']) total += await measure(path.length > 1 ? path.replace(/\/+$/, '') || '/' : path, 0, undefined);
  if (args.has('total')) print(total, 'total');
  return status;
}

function isSystemDirectory(tool: Tool, path: string): boolean {
  try {
    return isDirectory(tool.process.lstat(path).mode);
  } catch {
    return false;
  }
}
