import { type Arguments, blockUnit, choose, quote, UsageError } from '../program/index.ts';

/** ls's options. */
export const lsOptions = {
  all: '-a --all  do not ignore entries starting with .',
  almostAll: '-A --almost-all  do not list implied . and ..',
  escape: '-b --escape  print C-style escapes for nongraphic characters',
  ignoreBackups: '-B --ignore-backups  do not list entries ending with ~',
  ctime: '-c  with -lt: sort by, and show, ctime',
  columns: '-C  list entries by columns',
  color: '--color[=]  color the output: always, auto or never',
  directory: '-d --directory  list directories themselves, not their contents',
  unsortedAll: '-f  list all entries in directory order',
  classify: '-F! --classify[=]  append indicator (one of */=>@|) to entries',
  fileType: '--file-type  likewise, except do not append *',
  format: '--format=  across -x, commas -m, long -l, single-column -1, vertical -C',
  fullTime: '--full-time  like -l --time-style=full-iso',
  noOwner: '-g  like -l, but do not list owner',
  directoriesFirst: '--group-directories-first  group directories before files',
  noGroup: '-G --no-group  in a long listing, do not print group names',
  human: '-h --human-readable  with -l and -s, print sizes like 1K 234M 2G',
  si: '--si  likewise, but use powers of 1000',
  dereferenceArguments: '-H --dereference-command-line  follow symbolic links listed on the command line',
  hide: '--hide=  do not list implied entries matching shell PATTERN',
  indicator: '--indicator-style=  none, slash (-p), file-type, classify (-F)',
  inode: '-i --inode  print the index number of each file',
  ignore: '-I --ignore=  do not list implied entries matching shell PATTERN',
  kibibytes: '-k --kibibytes',
  dired: '-D --dired',
  tabSize: '-T --tabsize=  assume tab stops at each COLS instead of 8',
  blockSize: '--block-size=  scale sizes by SIZE when printing them',
  author: '--author  with -l, print the author of each file',
  hyperlink: '--hyperlink[=]  hyperlink file names',
  long: '-l  use a long listing format',
  dereference: '-L --dereference  show information for the file a symbolic link references',
  commas: '-m  fill width with a comma separated list of entries',
  numeric: '-n --numeric-uid-gid  like -l, but list numeric user and group IDs',
  literal: '-N --literal  print entry names without quoting',
  longNoGroup: '-o  like -l, but do not list group information',
  slash: '-p  append / indicator to directories',
  hideControl: '-q --hide-control-chars  print ? instead of nongraphic characters',
  quoteName: '-Q --quote-name  enclose entry names in double quotes',
  quotingStyle: '--quoting-style=',
  reverse: '-r --reverse  reverse order while sorting',
  recursive: '-R --recursive  list subdirectories recursively',
  blocks: '-s --size  print the allocated size of each file, in blocks',
  sortSize: '-S  sort by file size, largest first',
  sort: '--sort=  none (-U), size (-S), time (-t), version (-v), extension (-X)',
  time: '--time=  atime, ctime, mtime, birth',
  timeStyle: '--time-style=  full-iso, long-iso, iso, locale or +FORMAT',
  sortTime: '-t  sort by time, newest first',
  atime: '-u  with -lt: sort by, and show, access time',
  unsorted: '-U  do not sort',
  sortVersion: '-v  natural sort of (version) numbers within text',
  width: '-w --width=  set output width',
  across: '-x  list entries by lines instead of by columns',
  sortExtension: '-X  sort alphabetically by entry extension',
  context: '-Z --context',
  single: '-1  list one file per line',
  zero: '--zero  end each output line with NUL, not newline',
};

/** A command line of ls. */
export type LsArguments = Arguments<keyof typeof lsOptions>;

/** Words that options take; the rest of the program knows all of them. */
export function checkLsArguments(args: LsArguments): void {
  for (const value of args.values('color')) choose(value, '--color', ['always yes force', 'never no none', 'auto tty if-tty']);
  for (const value of args.values('sort')) choose(value, '--sort', ['none', 'size', 'time', 'version', 'extension', 'name', 'width']);
  for (const value of args.values('time')) choose(value, '--time', ['atime access use', 'ctime status', 'mtime modification', 'birth creation']);
  for (const value of args.values('format')) choose(value, '--format', ['verbose long', 'commas', 'horizontal across', 'vertical', 'single-column']);
  for (const value of args.values('indicator')) choose(value, '--indicator-style', ['none', 'slash', 'file-type', 'classify']);
  for (const value of args.values('classify')) choose(value, '--classify', ['always yes force', 'never no none', 'auto tty if-tty']);
  for (const value of args.values('hyperlink')) choose(value, '--hyperlink', ['always yes force', 'never no none', 'auto tty if-tty']);
  for (const value of args.values('quotingStyle')) choose(value, '--quoting-style', ['literal', 'shell', 'shell-always', 'shell-escape', 'shell-escape-always', 'c', 'c-maybe', 'escape', 'locale', 'clocale']);
  const width = args.value('width');
  if (width !== undefined && !/^\d+$/.test(width)) throw new UsageError(`invalid line width: ${quote(width)}`, false);
  const tabs = args.value('tabSize');
  if (tabs !== undefined && !/^\d+$/.test(tabs)) throw new UsageError(`invalid tab size: ${quote(tabs)}`, false);
  const block = args.value('blockSize');
  if (block !== undefined && blockUnit(block) === undefined) throw new UsageError(`invalid --block-size argument ${quote(block)}`, false);
  for (const style of args.values('timeStyle')) {
    if (/^\+|^(posix-)?(full-iso|long-iso|iso|locale)$/.test(style)) continue;
    throw new UsageError(`invalid argument ${quote(style)} for 'time style'\nValid arguments are:\n  - [posix-]full-iso\n  - [posix-]long-iso\n  - [posix-]iso\n  - [posix-]locale\n  - +FORMAT (e.g., +%H:%M) for a 'date'-style format`);
  }
}
