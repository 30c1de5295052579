import { readTar, tarEntry, TarError, type TarEntry } from '../../base/index.ts';
import { gzip, isGzip } from '../../base/gzip/index.ts';
import { fileType, fileTypeMask, type Stat } from '../../kernel/uapi/index.ts';
import { IdNames, joinPath, parseMode, parseTime, readInput, reason, textOf, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { cannotOpen, packerOf, refusePacker, saidByChild } from './tar-archive.ts';
import { archiveOf } from './tar-delete.ts';
import { changeTo, excluded, Prefixes, transformer } from './tar-names.ts';
import type { TarArguments } from './tar-options.ts';

/** `tar c`. */
export async function create(tool: Tool, args: TarArguments): Promise<number> {
  return await saidByChild(tool, () => new Creator(tool, args).run([], false));
}

/** `tar r` and `tar u`, which takes only what is newer than in the archive. */
export async function append(tool: Tool, args: TarArguments, update: boolean): Promise<number> {
  const { process } = tool;
  const file = args.value('file') ?? '-';
  if (packerOf(args) !== undefined) throw new UsageError('Cannot update compressed archives');
  const bytes = file !== '-' && process.exists(file) ? process.readFile(file) : new Uint8Array();
  if (isGzip(bytes)) throw new UsageError('Cannot update compressed archives');
  try {
    return await new Creator(tool, args).run([...readTar(bytes)], update);
  } catch (error) {
    if (!(error instanceof TarError)) throw error;
    throw new UsageError(`This does not look like a tar archive\n${tool.name}: Skipping to next header\n${tool.name}: Exiting with failure status due to previous errors`, false);
  }
}

/** Makes archives. */
class Creator {
  readonly #tool: Tool;
  readonly #args: TarArguments;
  #entries: TarEntry[] = [];
  readonly #links = new Map<string, string>();
  readonly #names: IdNames;
  readonly #excludes: string[];
  readonly #prefixes: Prefixes;
  readonly #rename: (path: string) => string;
  readonly #mode: ((mode: number) => number) | undefined;
  /** Times of what the archive has, when only newer files are wanted. */
  readonly #known = new Map<string, number>();
  readonly #taken: string[] = [];
  #status = 0;
  #archive: Stat | undefined;

  constructor(tool: Tool, args: TarArguments) {
    this.#tool = tool;
    this.#args = args;
    this.#names = new IdNames(tool.process);
    this.#excludes = args.values('exclude');
    this.#prefixes = new Prefixes(tool, args);
    this.#rename = transformer(args);
    const mode = args.value('mode');
    this.#mode = mode === undefined ? undefined : parseMode(mode, tool.process.umask());
    if (mode !== undefined && !this.#mode) throw new UsageError(`Invalid mode given on option\n${tool.name}: Error is not recoverable: exiting now`, false);
  }

  async run(before: TarEntry[], update: boolean): Promise<number> {
    const { process } = this.#tool;
    const args = this.#args;
    const target = args.value('file') ?? '-';
    const operands = this.#operands();
    for (const file of args.values('excludeFrom')) this.#excludes.push(...(await this.#listIn(file)));
    for (const file of args.values('filesFrom')) operands.push(...(await this.#listIn(file)));
    if (!args.has('append') && !args.has('update') && operands.length === 0 && !args.has('filesFrom')) throw new UsageError('Cowardly refusing to create an empty archive');
    if (target === '-' && process.isatty(1)) throw new UsageError(`Refusing to write archive contents to terminal (missing -f option?)\n${this.#tool.name}: Error is not recoverable: exiting now`, false);
    const packer = packerOf(args);
    if (packer !== undefined && packer !== 'gzip') return await refusePacker(this.#tool, packer);
    this.#entries = before;
    if (update) for (const entry of before) this.#known.set(entry.path, entry.mtime);
    let output: number | undefined;
    if (target !== '-') {
      try {
        output = process.open(target, 'w', 0o666);
        this.#archive = process.fstat(output);
      } catch (error) {
        throw cannotOpen(this.#tool, args, target, error);
      }
    }
    const start = process.cwd;
    for (const name of operands) {
      if (name.startsWith('\0')) changeTo(this.#tool, name.slice(1), reason);
      else await this.#add(name);
    }
    if (args.has('removeFiles')) this.#removeTaken();
    process.chdir(start);
    const archive = archiveOf(this.#entries);
    await process.write(output ?? 1, packer === 'gzip' ? gzip(archive) : archive);
    if (output !== undefined) process.close(output);
    if (args.has('totals')) await this.#tool.errorText(`Total bytes written: ${archive.length} (${Math.ceil(archive.length / 1024)}KiB, 10MiB/s)\n`);
    if (this.#status) await this.#tool.error('Exiting with failure status due to previous errors');
    return this.#status;
  }

  async #listIn(file: string): Promise<string[]> {
    try {
      return textOf(await readInput(this.#tool.process, file)).split('\n').filter(Boolean);
    } catch (error) {
      throw new UsageError(`${file}: Cannot stat: ${reason(error)}\n${this.#tool.name}: Error is not recoverable: exiting now`, false);
    }
  }

  /** Operands in order; a change of directory (-C, which counts for what follows it) is marked by a NUL. */
  #operands(): string[] {
    const list: string[] = [];
    const changes = this.#args.ordered.filter(({ key }) => key === 'directory');
    this.#args.operands.forEach((operand, index) => {
      for (; changes[0] && changes[0].before <= index; changes.shift()) list.push(`\0${changes[0].value ?? ''}`);
      list.push(operand);
    });
    // A file list comes behind all of them.
    return this.#args.has('filesFrom') ? [...list, ...changes.map(({ value = '' }) => `\0${value}`)] : list;
  }

  #removeTaken(): void {
    const { process } = this.#tool;
    for (const path of this.#taken.toReversed()) {
      if ((process.lstat(path).mode & fileTypeMask) === fileType.directory) process.rmdir(path);
      else process.unlink(path);
    }
  }

  async #fail(message: string): Promise<void> {
    this.#status = 2;
    await this.#tool.error(message);
  }

  async #add(name: string): Promise<void> {
    const { process } = this.#tool;
    const args = this.#args;
    const path = name.length > 1 ? name.replace(/\/+$/, '') || '/' : name;
    let stat: Stat;
    try {
      stat = args.has('dereference') ? process.stat(path) : process.lstat(path);
    } catch (error) {
      await this.#fail(`${path}: Cannot stat: ${reason(error)}`);
      return;
    }
    if (this.#excludes.some((glob) => excluded(glob, path))) return;
    if (this.#archive && stat.ino === this.#archive.ino && stat.dev === this.#archive.dev) {
      await this.#tool.error(`${path}: archive cannot contain itself; not dumped`);
      return;
    }
    const plain = await this.#prefixes.strip(path);
    const member = this.#rename(plain);
    const type = stat.mode & fileTypeMask;
    const mtime = args.has('mtime') ? await this.#givenTime() : Math.floor(stat.mtime / 1000) * 1000;
    const known = this.#known.get(member);
    const isOld = known !== undefined && known >= mtime && type !== fileType.directory;
    if (!isOld) {
      if (args.has('verbose')) await this.#show(args.has('showTransformed') ? member : plain, type === fileType.directory);
      const entry = await this.#entryOf(path, member, stat, mtime);
      if (!entry) return;
      this.#entries.push(entry);
      this.#taken.push(path);
    }
    if (type === fileType.directory && !args.has('noRecursion')) await this.#addInside(path);
    if (stat.nlink > 1) this.#links.set(`${stat.dev}:${stat.ino}`, member);
    await process.checkpoint();
  }

  async #addInside(path: string): Promise<void> {
    try {
      const names = this.#tool.process.readdir(path).map((entry) => entry.name);
      if (this.#args.value('sort') === 'name') names.sort();
      for (const inner of names) await this.#add(joinPath(path, inner));
    } catch (error) {
      await this.#fail(`${path}: Cannot open: ${reason(error)}`);
    }
  }

  async #show(name: string, folder: boolean): Promise<void> {
    const line = `${name}${folder && !name.endsWith('/') ? '/' : ''}\n`;
    if ((this.#args.value('file') ?? '-') === '-') await this.#tool.errorText(line);
    else this.#tool.out.write(line);
  }

  async #givenTime(): Promise<number> {
    const text = this.#args.value('mtime') ?? '';
    const { process } = this.#tool;
    const time = /^[./]/.test(text) && process.exists(text) ? process.stat(text).mtime : parseTime(text, process.clock.now(), timeZoneOf(process));
    if (time === undefined) throw new UsageError(`Substituting -9223372036854775807 for unknown date format '${text}'`, false);
    return time;
  }

  async #entryOf(path: string, member: string, stat: Stat, mtime: number): Promise<TarEntry | undefined> {
    const { process } = this.#tool;
    const args = this.#args;
    const uid = args.value('owner');
    const gid = args.value('group');
    const common = {
      mode: (this.#mode ? this.#mode(stat.mode) : stat.mode) & 0o7777, uid: uid === undefined ? stat.uid : idOf(uid), gid: gid === undefined ? stat.gid : idOf(gid), mtime,
      uname: args.has('numeric') || uid !== undefined || !this.#names.hasUser(stat.uid) ? (uid === undefined ? '' : uid.split(':')[0] ?? '') : this.#names.user(stat.uid), gname: args.has('numeric') || gid !== undefined || !this.#names.hasGroup(stat.gid) ? (gid === undefined ? '' : gid.split(':')[0] ?? '') : this.#names.group(stat.gid),
    };
    const type = stat.mode & fileTypeMask;
    const linked = type !== fileType.directory && stat.nlink > 1 ? this.#links.get(`${stat.dev}:${stat.ino}`) : undefined;
    if (linked !== undefined) return tarEntry(member, { ...common, type: 'hardlink', linkPath: linked });
    switch (type) {
      case fileType.directory: return tarEntry(member.replace(/\/$/, ''), { ...common, type: 'directory' });
      case fileType.symlink: return tarEntry(member, { ...common, type: 'symlink', linkPath: process.readlink(path) });
      case fileType.regular:
        try {
          return tarEntry(member, { ...common, bytes: process.readFile(path) });
        } catch (error) {
          await this.#fail(`${path}: Cannot open: ${reason(error)}`);
          return undefined;
        }
      case fileType.socket:
        await this.#tool.error(`${path}: socket ignored`);
        return undefined;
      default: return tarEntry(member, { ...common, type: type === fileType.fifo ? 'fifo' : type === fileType.block ? 'block' : 'character', devMajor: stat.rdev >> 8, devMinor: stat.rdev & 255 });
    }
  }
}

function idOf(text: string): number {
  const [name = '', number] = text.split(':');
  return Number(number ?? (/^\d+$/.test(name) ? name : 0));
}
