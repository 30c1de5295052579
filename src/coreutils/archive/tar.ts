import { concatBytes, readTar, TarError, tarEntry, type TarEntry, writeTar } from '../../base/index.ts';
import { gunzip, gzip, GzipError, isGzip } from '../../base/gzip/index.ts';
import { fileType, fileTypeMask, isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, findGroup, findUser, IdNames, joinPath, localTime, modeString, readInput, readToEnd, reason, strftime, textOf, timeZoneOf, type Tool, UsageError, parseTime } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { contentOf } from '../package/deb-file.ts';
import { layEntry } from '../package/unpack.ts';

const options = {
  create: '-c --create  create a new archive', extract: '-x --extract --get  extract files from an archive', list: '-t --list  list the contents of an archive', append: '-r --append  append files to the end of an archive', update: '-u --update',
  file: '-f --file=  use archive file or device ARCHIVE', verbose: '-v --verbose  verbosely list files processed', gzip: '-z --gzip --gunzip  filter the archive through gzip', bzip2: '-j --bzip2', xz: '-J --xz', auto: '-a --auto-compress', directory: '-C --directory=  change to directory DIR', strip: '--strip-components=  strip NUMBER leading components from file names on extraction', toStdout: '-O --to-stdout  extract files to standard output',
  preserve: '-p --preserve-permissions --same-permissions', sameOwner: '--same-owner', noSameOwner: '-o --no-same-owner', noSamePermissions: '--no-same-permissions', exclude: '--exclude=  exclude files, given as a PATTERN', keepOld: '-k --keep-old-files', absolute: '-P --absolute-names', dereference: '-h --dereference', filesFrom: '-T --files-from=', excludeFrom: '-X --exclude-from=', owner: '--owner=', group: '--group=', mode: '--mode=', mtime: '--mtime=', sort: '--sort=', numeric: '--numeric-owner', touch: '-m --touch', format: '-H --format=', wildcards: '--wildcards', noRecursion: '--no-recursion', oneFileSystem: '--one-file-system', totals: '--totals', sparse: '-S --sparse', transform: '--transform= --xform=', overwrite: '--overwrite', keepNewer: '--keep-newer-files', noXattrs: '--no-xattrs', xattrs: '--xattrs', warning: '--warning=', checkpoint: '--checkpoint[=]', ignoreFailed: '--ignore-failed-read', removeFiles: '--remove-files',
};
type Args = Arguments<keyof typeof options>;

export const tar = defineProgram({
  name: 'tar', usage: '[OPTION...] [FILE]...', summary: 'GNU \'tar\' saves many files together into a single tape or disk archive, and can restore individual files from the archive.', options, version: '(GNU tar) 1.35', fullName: true, hint: (name) => `Try '${name} --help' or '${name} --usage' for more information.`, usageStatus: 2, run,
  // `tar xzf a.tgz`: letters without a dash; each that takes a value takes the next word.
  prepare: (words) => {
    const [first = '', ...rest] = words;
    if (first.startsWith('-') || !/^[a-zA-Z]+$/.test(first)) return words;
    return [...first].flatMap((letter) => ('fCTXH'.includes(letter) ? [`-${letter}`, rest.shift() ?? ''] : [`-${letter}`])).concat(rest);
  },
});

async function run(tool: Tool, args: Args): Promise<number> {
  const action = args.last('create', 'extract', 'list', 'append', 'update');
  if (!action) throw new UsageError("You must specify one of the '-Acdtrux', '--delete' or '--test-label' options");
  if (args.has('bzip2') || args.has('xz')) {
    await tool.errorText(`${tool.name} (child): ${args.has('xz') ? 'xz' : 'bzip2'}: Cannot exec: No such file or directory\n${tool.name} (child): Error is not recoverable: exiting now\n${tool.name}: Child returned status 2\n${tool.name}: Error is not recoverable: exiting now\n`);
    return 2;
  }
  if (action === 'create' || action === 'append' || action === 'update') return await new Creator(tool, args).run(action !== 'create');
  return await extract(tool, args, action === 'list');
}

async function archiveBytes(tool: Tool, args: Args): Promise<Uint8Array> {
  const name = args.value('file') ?? '-';
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? await readToEnd(tool.process, 0) : await readInput(tool.process, name);
  } catch (error) {
    throw new UsageError(`${name}: Cannot open: ${reason(error)}\n${tool.name}: Error is not recoverable: exiting now`, false);
  }
  try {
    if (isGzip(bytes)) return gunzip(bytes);
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    throw new UsageError(`\ngzip: stdin: ${error.message}\n${tool.name}: Child returned status 1\n${tool.name}: Error is not recoverable: exiting now`.trimStart(), false);
  }
  if (args.has('gzip')) {
    await tool.errorText(`\ngzip: stdin: not in gzip format\n`);
    throw new UsageError(`Child returned status 1\n${tool.name}: Error is not recoverable: exiting now`, false);
  }
  if (bytes.length > 0 && bytes.length < 512) throw new UsageError(`This does not look like a tar archive\n${tool.name}: Exiting with failure status due to previous errors`, false);
  return bytes;
}

function longLine(tool: Tool, entry: TarEntry, numeric: boolean, width: { value: number }): string {
  const letter = { file: '-', directory: 'd', symlink: 'l', hardlink: 'h', character: 'c', block: 'b', fifo: 'p' }[entry.type];
  const owner = `${numeric || entry.uname === '' ? entry.uid : entry.uname}/${numeric || entry.gname === '' ? entry.gid : entry.gname}`;
  const size = entry.type === 'character' || entry.type === 'block' ? `${entry.devMajor},${entry.devMinor}` : String(entry.size);
  width.value = Math.max(width.value, owner.length + 1 + size.length);
  const link = entry.type === 'symlink' ? ` -> ${entry.linkPath}` : entry.type === 'hardlink' ? ` link to ${entry.linkPath}` : '';
  return `${letter}${modeString(entry.mode).slice(1)} ${owner} ${size.padStart(width.value - owner.length - 1)} ${strftime('%Y-%m-%d %H:%M', localTime(entry.mtime, timeZoneOf(tool.process)))} ${entry.path}${entry.type === 'directory' ? '/' : ''}${link}\n`;
}

async function extract(tool: Tool, args: Args, listing: boolean): Promise<number> {
  const { process, out } = tool;
  const bytes = await archiveBytes(tool, args);
  const folder = args.value('directory');
  if (folder !== undefined) chdir(tool, folder);
  const strip = Number(args.value('strip') ?? 0);
  const wanted = args.operands.map((name) => name.replace(/\/+$/, ''));
  const found = new Set<string>();
  const root = process.credentials.euid === 0;
  const owners = args.has('sameOwner') || (root && !args.has('noSameOwner'));
  const mask = args.has('preserve') || root ? 0 : process.umask();
  const delayed: [string, TarEntry][] = [];
  let status = 0;
  let stripped = false;
  const width = { value: 19 };
  const error = async (message: string): Promise<void> => {
    await tool.error(message);
    status = 2;
  };
  try {
    for (const entry of readTar(bytes)) {
      const name = entry.path;
      if (wanted.length) {
        const match = wanted.find((one) => name === one || name.startsWith(`${one}/`) || (args.has('wildcards') && matchGlob(one, name)));
        if (match === undefined) continue;
        found.add(match);
      }
      if (args.values('exclude').some((glob) => excluded(glob, name))) continue;
      if (listing || args.has('verbose')) {
        const target = listing || !args.has('toStdout') ? out : undefined;
        const line = (listing && args.has('verbose')) || args.count('verbose') > 1 ? longLine(tool, entry, args.has('numeric'), width) : `${name}${entry.type === 'directory' ? '/' : ''}\n`;
        if (target) target.write(line);
        else await tool.errorText(line);
      }
      if (listing) continue;
      if (args.has('toStdout')) {
        if (entry.type === 'file') out.write(contentOf(entry));
        continue;
      }
      let path = name.split('/').filter((part) => part !== '.' && part !== '').slice(strip).join('/');
      if (name.startsWith('/')) {
        if (!args.has('absolute') && !stripped) {
          stripped = true;
          await tool.error("Removing leading `/' from member names");
        }
        if (args.has('absolute')) path = `/${path}`;
      }
      if (path === '') continue;
      if (path.split('/').includes('..') && !args.has('absolute')) {
        await error(`${path}: Member name contains '..'`);
        continue;
      }
      if (args.has('keepOld') && entry.type !== 'directory' && process.exists(path)) {
        await error(`${path}: Cannot open: File exists`);
        continue;
      }
      const uid = !args.has('numeric') && entry.uname ? findUser(process, entry.uname)?.uid ?? entry.uid : entry.uid;
      const gid = !args.has('numeric') && entry.gname ? findGroup(process, entry.gname)?.gid ?? entry.gid : entry.gid;
      const linkPath = entry.type === 'hardlink' ? entry.linkPath.split('/').filter((part) => part !== '.' && part !== '').slice(strip).join('/') : entry.linkPath;
      try {
        await layEntry(process, { ...entry, uid, gid, linkPath, mode: entry.type === 'directory' ? entry.mode | 0o700 : entry.mode }, path, { owners, times: !args.has('touch'), modeMask: mask });
        if (entry.type === 'directory') delayed.push([path, { ...entry, uid, gid }]);
      } catch (problem) {
        if (!isSystemError(problem)) throw problem;
        await error(`${path}: ${entry.type === 'directory' ? 'Cannot mkdir' : entry.type === 'symlink' ? `Cannot create symlink to '${entry.linkPath}'` : 'Cannot open'}: ${reason(problem)}`);
      }
      await process.checkpoint();
      if (out.write('')) await out.flush();
    }
  } catch (problem) {
    if (!(problem instanceof TarError)) throw problem;
    await tool.error(/EOF/.test(problem.message) ? 'Unexpected EOF in archive' : 'This does not look like a tar archive');
    await tool.error(/EOF/.test(problem.message) ? 'Error is not recoverable: exiting now' : 'Exiting with failure status due to previous errors');
    return 2;
  }
  for (const [path, entry] of delayed.reverse()) {
    try {
      process.chmod(path, entry.mode & ~mask);
      if (!args.has('touch')) process.utimes(path, entry.mtime, entry.mtime);
    } catch (problem) {
      if (!isSystemError(problem)) throw problem;
    }
  }
  for (const name of wanted) if (!found.has(name)) await error(`${name}: Not found in archive`);
  if (status) await tool.error('Exiting with failure status due to previous errors');
  return status;
}

function chdir(tool: Tool, folder: string): void {
  try {
    tool.process.chdir(folder);
  } catch (error) {
    throw new UsageError(`${folder}: Cannot open: ${reason(error)}\n${tool.name}: Error is not recoverable: exiting now`, false);
  }
}

function excluded(glob: string, path: string): boolean {
  const pattern = glob.replace(/\/$/, '');
  const parts = path.split('/');
  return parts.some((_, index) => matchGlob(pattern, parts.slice(index).join('/')) || matchGlob(pattern, parts.slice(0, index + 1).join('/')) || parts.slice(index).some((__, end) => matchGlob(pattern, parts.slice(index, index + end + 1).join('/'))));
}

/** Makes archives. */
class Creator {
  readonly #tool: Tool;
  readonly #args: Args;
  readonly #entries: TarEntry[] = [];
  readonly #links = new Map<string, string>();
  readonly #names: IdNames;
  readonly #excludes: string[];
  #stripped = false;
  #status = 0;
  #archive: Stat | undefined;

  constructor(tool: Tool, args: Args) {
    this.#tool = tool;
    this.#args = args;
    this.#names = new IdNames(tool.process);
    this.#excludes = args.values('exclude');
  }

  async run(append: boolean): Promise<number> {
    const { process } = this.#tool;
    const args = this.#args;
    const target = args.value('file') ?? '-';
    if (target === '-' && process.isatty(1)) throw new UsageError(`Refusing to write archive contents to terminal (missing -f option?)\n${this.#tool.name}: Error is not recoverable: exiting now`, false);
    for (const file of args.values('excludeFrom')) this.#excludes.push(...textOf(await readInput(process, file)).split('\n').filter(Boolean));
    const operands = this.#operands();
    for (const file of args.values('filesFrom')) operands.push(...textOf(await readInput(process, file)).split('\n').filter(Boolean));
    if (operands.length === 0) throw new UsageError('Cowardly refusing to create an empty archive');
    if (append) this.#entries.push(...readTar(process.exists(target) ? process.readFile(target) : new Uint8Array()));
    let output: number | undefined;
    if (target !== '-') {
      try {
        output = process.open(target, 'w', 0o666);
        this.#archive = process.fstat(output);
      } catch (error) {
        throw new UsageError(`${target}: Cannot open: ${reason(error)}\n${this.#tool.name}: Error is not recoverable: exiting now`, false);
      }
    }
    const start = process.cwd;
    for (const name of operands) {
      if (name.startsWith('\0')) chdir(this.#tool, name.slice(1));
      else await this.#add(name);
    }
    process.chdir(start);
    const plain = writeTar(this.#entries);
    // Real archives fill whole records of 20 blocks.
    const padded = concatBytes([plain, new Uint8Array((10240 - (plain.length % 10240)) % 10240)]);
    const packed = args.has('gzip') || (args.has('auto') && /\.t?gz$/.test(target)) ? gzip(padded) : padded;
    await process.write(output ?? 1, packed);
    if (output !== undefined) process.close(output);
    if (this.#status) await this.#tool.error('Exiting with failure status due to previous errors');
    return this.#status;
  }

  /** Operands in order; a change of directory is marked by a NUL. */
  #operands(): string[] {
    const folder = this.#args.value('directory');
    return folder === undefined ? [...this.#args.operands] : [`\0${folder}`, ...this.#args.operands];
  }

  async #add(name: string): Promise<void> {
    const { process } = this.#tool;
    const args = this.#args;
    const path = name.length > 1 ? name.replace(/\/+$/, '') || '/' : name;
    let stat: Stat;
    try {
      stat = args.has('dereference') ? process.stat(path) : process.lstat(path);
    } catch (error) {
      this.#status = 2;
      await this.#tool.error(`${path}: Cannot stat: ${reason(error)}`);
      return;
    }
    if (this.#excludes.some((glob) => excluded(glob, path))) return;
    if (this.#archive && stat.ino === this.#archive.ino && stat.dev === this.#archive.dev) {
      await this.#tool.error(`${path}: archive cannot contain itself; not dumped`);
      return;
    }
    let member = path;
    if (path.startsWith('/') && !args.has('absolute')) {
      member = path.replace(/^\/+/, '') || './';
      if (!this.#stripped) await this.#tool.error("Removing leading `/' from member names");
      this.#stripped = true;
    }
    const uid = args.value('owner');
    const gid = args.value('group');
    const common = {
      mode: stat.mode & 0o7777, uid: uid === undefined ? stat.uid : idOf(uid), gid: gid === undefined ? stat.gid : idOf(gid), mtime: args.has('mtime') ? parseTime((args.value('mtime') ?? '').replace(/^@/, '@'), process.clock.now(), timeZoneOf(process)) ?? 0 : Math.floor(stat.mtime / 1000) * 1000,
      uname: args.has('numeric') || uid !== undefined || !this.#names.hasUser(stat.uid) ? (uid === undefined ? '' : uid.split(':')[0] ?? '') : this.#names.user(stat.uid), gname: args.has('numeric') || gid !== undefined || !this.#names.hasGroup(stat.gid) ? (gid === undefined ? '' : gid.split(':')[0] ?? '') : this.#names.group(stat.gid),
    };
    const type = stat.mode & fileTypeMask;
    if (args.has('verbose')) {
      const line = `${member}${type === fileType.directory && !member.endsWith('/') ? '/' : ''}\n`;
      if ((args.value('file') ?? '-') === '-') await this.#tool.errorText(line);
      else this.#tool.out.write(line);
    }
    const key = `${stat.dev}:${stat.ino}`;
    const linked = type !== fileType.directory && stat.nlink > 1 ? this.#links.get(key) : undefined;
    if (linked !== undefined) this.#entries.push(tarEntry(member, { ...common, type: 'hardlink', linkPath: linked }));
    else if (type === fileType.directory) {
      this.#entries.push(tarEntry(member.replace(/\/$/, ''), { ...common, type: 'directory' }));
      if (args.has('noRecursion')) return;
      try {
        const names = process.readdir(path).map((entry) => entry.name);
        if (args.value('sort') === 'name') names.sort();
        for (const inner of names) await this.#add(joinPath(path, inner));
      } catch (error) {
        this.#status = 2;
        await this.#tool.error(`${path}: Cannot open: ${reason(error)}`);
      }
    } else if (type === fileType.symlink) this.#entries.push(tarEntry(member, { ...common, type: 'symlink', linkPath: process.readlink(path) }));
    else if (type === fileType.regular) {
      try {
        this.#entries.push(tarEntry(member, { ...common, bytes: process.readFile(path) }));
      } catch (error) {
        this.#status = 2;
        await this.#tool.error(`${path}: Cannot open: ${reason(error)}`);
        return;
      }
    } else if (type === fileType.socket) {
      await this.#tool.error(`${path}: socket ignored`);
      return;
    } else this.#entries.push(tarEntry(member, { ...common, type: type === fileType.fifo ? 'fifo' : type === fileType.block ? 'block' : 'character', devMajor: stat.rdev >> 8, devMinor: stat.rdev & 255 }));
    if (stat.nlink > 1) this.#links.set(key, member);
    await process.checkpoint();
  }
}

function idOf(text: string): number {
  const [name = '', number] = text.split(':');
  return Number(number ?? (/^\d+$/.test(name) ? name : 0));
}
