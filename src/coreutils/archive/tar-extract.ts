import { entryBytes, type TarEntry } from '../../base/index.ts';
import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { findGroup, findUser, reason, textOf, readInput, type Tool } from '../program/index.ts';
import { answer } from '../files/confirm.ts';
import { contentOf } from '../package/deb-file.ts';
import { layEntry } from '../package/unpack.ts';
import { entriesOf, packerOf, refusePacker, saidByChild } from './tar-archive.ts';
import { changeTo, excluded, longLine, Prefixes, stripCount, transformer, Wanted } from './tar-names.ts';
import type { TarArguments } from './tar-options.ts';

/** `tar x` and `tar t`. */
export async function extract(tool: Tool, args: TarArguments, listing: boolean): Promise<number> {
  return await saidByChild(tool, () => new Extractor(tool, args, listing).run());
}

class Extractor {
  readonly #tool: Tool;
  readonly #args: TarArguments;
  readonly #listing: boolean;
  readonly #delayed: [string, TarEntry][] = [];
  readonly #width = { value: 19 };
  readonly #prefixes: Prefixes;
  readonly #strip: number;
  readonly #rename: (path: string) => string;
  #status = 0;

  constructor(tool: Tool, args: TarArguments, listing: boolean) {
    this.#tool = tool;
    this.#args = args;
    this.#listing = listing;
    this.#prefixes = new Prefixes(tool, args);
    this.#strip = stripCount(args);
    this.#rename = transformer(args);
  }

  async run(): Promise<number> {
    const { process, out } = this.#tool;
    const args = this.#args;
    const packer = packerOf(args);
    const file = args.value('file') ?? '-';
    if (packer !== undefined && packer !== 'gzip' && (file === '-' || process.exists(file))) return await refusePacker(this.#tool, packer);
    const wanted = new Wanted(this.#tool, args);
    const excludes = [...args.values('exclude')];
    for (const name of args.values('excludeFrom')) excludes.push(...textOf(await readInput(process, name)).split('\n').filter(Boolean));
    let total = 0;
    let broken = false;
    let moved = false;
    for await (const entry of entriesOf(this.#tool, args, () => { broken = true; })) {
      total += 512 + Math.ceil(entry.size / 512) * 512;
      // The archive is open before -C takes place.
      if (!moved) this.#enter();
      moved = true;
      if (!wanted.has(entry.path) || excludes.some((glob) => excluded(glob, entry.path))) continue;
      await this.#take(entry);
      await process.checkpoint();
      if (out.write('')) await out.flush();
    }
    if (args.has('totals')) await this.#tool.errorText(`Total bytes read: ${Math.ceil((total + 1024) / 10240) * 10240} (10KiB, 10MiB/s)\n`);
    if (broken) return 2;
    this.#finish();
    if (await wanted.missing()) this.#status = 2;
    if (this.#status) await this.#tool.error('Exiting with failure status due to previous errors');
    return this.#status;
  }

  #enter(): void {
    const { process } = this.#tool;
    const args = this.#args;
    for (const folder of args.values('directory')) changeTo(this.#tool, folder, reason);
    if (this.#listing || !args.has('oneTopLevel')) return;
    const top = args.value('oneTopLevel') ?? (args.value('file') ?? 'archive').replace(/^.*\//, '').replace(/\.(tar(\.\w+)?|t[a-z]z\d?)$/, '');
    if (!process.exists(top)) process.mkdir(top, 0o777);
    changeTo(this.#tool, top, reason);
  }

  async #error(message: string): Promise<void> {
    await this.#tool.error(message);
    this.#status = 2;
  }

  async #take(entry: TarEntry): Promise<void> {
    const args = this.#args;
    const plain = await this.#prefixes.strip(entry.path);
    const path = this.#rename(plain).split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0)).slice(this.#strip).join('/');
    // What is left out by --strip-components is not there at all.
    if (!this.#listing && path === '' && this.#strip > 0) return;
    const shown = args.has('showTransformed') ? path : entry.path;
    if (args.has('interactive') && !this.#listing) {
      this.#tool.out.write(`extract '${shown}'?`);
      await this.#tool.out.flush();
      // At the end of input tar ends the line itself.
      const agreed = await answer(this.#tool);
      if (!agreed) this.#tool.out.write('\n');
      if (!agreed) return;
    }
    if (this.#listing || args.has('verbose')) {
      const line = (this.#listing && args.has('verbose')) || args.count('verbose') > 1 ? longLine(this.#tool, { ...entry, path: shown }, args, this.#width) : `${shown}${entry.type === 'directory' ? '/' : ''}\n`;
      if (this.#listing || !args.has('toStdout')) this.#tool.out.write(line);
      else await this.#tool.errorText(line);
    }
    if (this.#listing) return;
    if (args.has('toStdout')) {
      if (entry.type === 'file') this.#tool.out.write(contentOf(entry));
      return;
    }
    if (path === '' && this.#strip === 0 && plain !== '.' && plain !== './') return;
    await this.#lay(entry, path === '' ? '.' : path);
  }

  async #lay(entry: TarEntry, path: string): Promise<void> {
    const { process } = this.#tool;
    const args = this.#args;
    if (entry.path.split('/').includes('..') && !args.has('absolute') && path.split('/').includes('..')) {
      await this.#error(`${path}: Member name contains '..'`);
      return;
    }
    const root = process.credentials.euid === 0;
    const owners = args.has('sameOwner') || (root && !args.has('noSameOwner'));
    const mask = args.has('preserve') || root ? 0 : process.umask();
    if (entry.type !== 'directory' && !(await this.#mayReplace(entry, path))) return;
    const uid = !args.has('numeric') && entry.uname ? findUser(process, entry.uname)?.uid ?? entry.uid : entry.uid;
    const gid = !args.has('numeric') && entry.gname ? findGroup(process, entry.gname)?.gid ?? entry.gid : entry.gid;
    const linkPath = entry.type === 'hardlink' ? this.#rename(entry.linkPath).split('/').filter((part) => part !== '.' && part !== '').slice(this.#strip).join('/') : entry.linkPath;
    try {
      await layEntry(process, { ...entry, uid, gid, linkPath, mode: entry.type === 'directory' ? entry.mode | 0o700 : entry.mode }, path, { owners, times: !args.has('touch'), modeMask: mask });
      if (entry.type === 'directory') this.#delayed.push([path, { ...entry, uid, gid, mode: entry.mode & ~mask }]);
    } catch (problem) {
      if (!isSystemError(problem)) throw problem;
      await this.#error(`${path}: ${entry.type === 'directory' ? 'Cannot mkdir' : entry.type === 'symlink' ? `Cannot create symlink to '${entry.linkPath}'` : 'Cannot open'}: ${reason(problem)}`);
    }
  }

  /** Whether what is there already may go. */
  async #mayReplace(entry: TarEntry, path: string): Promise<boolean> {
    const { process } = this.#tool;
    const args = this.#args;
    if (!['keepOld', 'skipOld', 'keepNewer'].some((key) => args.has(key as 'keepOld')) || !process.exists(path)) return true;
    if (args.has('keepNewer')) {
      if (process.stat(path).mtime < entry.mtime) return true;
      await this.#tool.error(`Current '${path}' is newer or same age`);
      return false;
    }
    if (args.has('keepOld')) await this.#error(`${path}: Cannot open: File exists`);
    return false;
  }

  /** Folders get their modes and times when all that is in them is there. */
  #finish(): void {
    const { process } = this.#tool;
    for (const [path, entry] of this.#delayed.reverse()) {
      try {
        process.chmod(path, entry.mode);
        if (!this.#args.has('touch')) process.utimes(path, entry.mtime, entry.mtime);
      } catch (problem) {
        if (!isSystemError(problem)) throw problem;
      }
    }
  }
}

/** `tar d`: what differs between the archive and the files. */
export async function compare(tool: Tool, args: TarArguments): Promise<number> {
  const { process, out } = tool;
  const wanted = new Wanted(tool, args);
  let status = 0;
  let broken = false;
  const width = { value: 19 };
  const started = { moved: false };
  for await (const entry of entriesOf(tool, args, () => { broken = true; })) {
    if (!started.moved) for (const folder of args.values('directory')) changeTo(tool, folder, reason);
    started.moved = true;
    if (!wanted.has(entry.path)) continue;
    if (args.has('verbose')) out.write(args.count('verbose') > 1 ? longLine(tool, entry, args, width) : `${entry.path}${entry.type === 'directory' ? '/' : ''}\n`);
    let stat: Stat;
    try {
      stat = process.lstat(entry.path);
    } catch (error) {
      await tool.error(`${entry.path}: Warning: Cannot stat: ${reason(error)}`);
      status = 1;
      continue;
    }
    for (const difference of differences(tool, entry, stat)) {
      out.write(`${entry.path}: ${difference}\n`);
      status = 1;
    }
  }
  if (broken) return 2;
  if (await wanted.missing()) {
    await tool.error('Exiting with failure status due to previous errors');
    return 2;
  }
  return status;
}

function differences({ process }: Tool, entry: TarEntry, stat: Stat): string[] {
  const kinds: Record<number, TarEntry['type']> = { 0o040000: 'directory', 0o120000: 'symlink', 0o100000: 'file', 0o010000: 'fifo', 0o060000: 'block', 0o020000: 'character' };
  const kind = kinds[stat.mode & 0o170000];
  if (kind !== (entry.type === 'hardlink' ? 'file' : entry.type)) return ['File type differs'];
  if (entry.type === 'symlink') return process.readlink(entry.path) === entry.linkPath ? [] : ['Symlink differs'];
  if (entry.type === 'hardlink') return [];
  const found: string[] = [];
  if ((stat.mode & 0o7777) !== entry.mode) found.push('Mode differs');
  if (stat.uid !== entry.uid) found.push('Uid differs');
  if (stat.gid !== entry.gid) found.push('Gid differs');
  if (entry.type !== 'file') return found;
  if (Math.floor(stat.mtime / 1000) !== Math.floor(entry.mtime / 1000)) found.push('Mod time differs');
  if (stat.size !== entry.size) return [...found, 'Size differs'];
  const [own, kept] = [process.readFile(entry.path), entryBytes(entry)];
  return own.every((byte, index) => byte === kept[index]) ? found : [...found, 'Contents differ'];
}
