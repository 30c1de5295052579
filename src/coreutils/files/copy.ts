import { fileType, fileTypeMask, isSystemError, type Process, type Stat } from '../../kernel/uapi/index.ts';
import { dirName, isDirectory, isRegular, isSymlink, joinPath, quote, reason, type Tool } from '../program/index.ts';
import type { Backup } from './backup.ts';
import { confirm } from './confirm.ts';

/** How cp, mv and install copy. */
export interface CopySettings {
  recursive: boolean;
  /** Symbolic links are followed: always, only when named on the command line, or never. */
  follow: 'always' | 'arguments' | 'never';
  preserve: ReadonlySet<'mode' | 'ownership' | 'timestamps' | 'links'>;
  force: boolean;
  interactive: boolean;
  noClobber: boolean;
  update: boolean;
  verbose: boolean;
  hardLink: boolean;
  symbolicLink: boolean;
  removeDestination: boolean;
  backup: Backup | undefined;
  attributesOnly: boolean;
  oneFileSystem: boolean;
}

const block = 65536;

/** Copies bytes of an open file; runs of zeros stay holes where the target can seek. */
export async function copyContent(process: Process, from: number, to: number, sparse: boolean): Promise<void> {
  let size = 0;
  let hole = false;
  for (;;) {
    const data = await process.read(from, block);
    if (data.length === 0) break;
    size += data.length;
    if (sparse && data.length >= 4096 && data.every((byte) => byte === 0)) {
      process.lseek(to, data.length, 'cur');
      hole = true;
    } else {
      await process.write(to, data);
      hole = false;
    }
    await process.checkpoint();
  }
  if (hole) process.ftruncate(to, size);
}

/** One run of copying: knows which hard links it has seen. */
export class Copier {
  readonly #tool: Tool;
  readonly #settings: CopySettings;
  readonly #links = new Map<string, string>();
  readonly #made = new Set<string>();
  failed = false;

  constructor(tool: Tool, settings: CopySettings) {
    this.#tool = tool;
    this.#settings = settings;
  }

  async fail(message: string): Promise<false> {
    this.failed = true;
    await this.#tool.error(message);
    return false;
  }

  /** Copies one file or tree; false when something failed (it was said). */
  async copy(from: string, to: string, top = true): Promise<boolean> {
    const { process, busybox } = this.#tool;
    const settings = this.#settings;
    let stat: Stat;
    try {
      stat = settings.follow === 'always' || (settings.follow === 'arguments' && top) ? process.stat(from) : process.lstat(from);
    } catch (error) {
      return await this.fail(busybox ? `can't stat '${from}': ${reason(error)}` : `cannot stat ${quote(from)}: ${reason(error)}`);
    }
    if (isDirectory(stat.mode) && !settings.recursive) {
      return await this.fail(busybox ? `omitting directory '${from}'` : `-r not specified; omitting directory ${quote(from)}`);
    }
    let saved: string | undefined;
    let existing: Stat | undefined;
    try {
      existing = process.lstat(to);
      if (isSymlink(existing.mode) && !isSymlink(stat.mode) && !settings.removeDestination) existing = process.stat(to);
    } catch (error) {
      if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) return await this.fail(`cannot stat ${quote(to)}: ${reason(error)}`);
      if (existing) return await this.fail(`not writing through dangling symlink ${quote(to)}`);
    }
    if (existing) {
      const resolved = existing.dev === stat.dev && existing.ino === stat.ino;
      if (resolved && !isDirectory(stat.mode)) {
        if (settings.hardLink) return true;
        return await this.fail(`${quote(from)} and ${quote(to)} are the same file`);
      }
      if (!isDirectory(stat.mode) && isDirectory(existing.mode)) return await this.fail(`cannot overwrite directory ${quote(to)} with non-directory${from ? '' : ''} ${quote(from)}`.replace(/ '[^']*'$/, (text) => (busybox ? '' : text)));
      if (isDirectory(stat.mode) && !isDirectory(existing.mode)) return await this.fail(`cannot overwrite non-directory ${quote(to)} with directory ${quote(from)}`);
      if (!isDirectory(stat.mode)) {
        if (this.#made.has(to)) return await this.fail(`will not overwrite just-created ${quote(to)} with ${quote(from)}`);
        if (settings.noClobber) return true;
        if (settings.update && existing.mtime >= stat.mtime) return true;
        if (settings.interactive && !(await confirm(this.#tool, `overwrite ${quote(to)}? `))) {
          this.failed = true;
          return false;
        }
        saved = settings.backup?.(process, to);
        if (saved !== undefined) process.rename(to, saved);
      }
    }
    if (isDirectory(stat.mode)) return await this.#copyDirectory(from, to, stat, existing);
    const key = `${stat.dev}:${stat.ino}`;
    const linked = stat.nlink > 1 && settings.preserve.has('links') ? this.#links.get(key) : undefined;
    try {
      const replacing = existing && settings.backup === undefined;
      if (linked !== undefined || settings.hardLink || settings.symbolicLink) {
        if (replacing && (settings.force || settings.removeDestination || linked !== undefined)) process.unlink(to);
        if (settings.symbolicLink) process.symlink(from, to);
        else process.link(linked ?? from, to);
      } else if (isRegular(stat.mode) || (!settings.recursive && !isSymlink(stat.mode))) {
        if (!(await this.#copyFile(from, to, stat, replacing ? existing : undefined))) return false;
      } else {
        if (replacing) process.unlink(to);
        if (isSymlink(stat.mode)) process.symlink(process.readlink(from), to);
        else process.mknod(to, (stat.mode & fileTypeMask) | (stat.mode & 0o777), stat.rdev);
      }
    } catch (error) {
      const kind = isSymlink(stat.mode) || settings.symbolicLink ? 'symbolic link' : settings.hardLink || linked !== undefined ? 'hard link' : { [fileType.fifo]: 'fifo' }[stat.mode & fileTypeMask] ?? 'special file';
      return await this.fail(`cannot create ${kind} ${quote(to)}${kind === 'hard link' ? ` to ${quote(linked ?? from)}` : ''}: ${reason(error)}`);
    }
    this.#made.add(to);
    if (settings.preserve.has('links')) this.#links.set(key, to);
    if (settings.verbose) this.#tool.out.write(`${quote(from)} -> ${quote(to)}${saved === undefined ? '' : ` (backup: ${quote(saved)})`}\n`);
    if (linked === undefined && !settings.hardLink && !settings.symbolicLink) await this.#preserve(to, stat, settings);
    return true;
  }

  async #copyFile(from: string, to: string, stat: Stat, existing: Stat | undefined): Promise<boolean> {
    const { process, busybox } = this.#tool;
    const settings = this.#settings;
    let source: number;
    try {
      source = process.open(from, { read: true, cloexec: true });
    } catch (error) {
      return await this.fail(busybox ? `can't open '${from}': ${reason(error)}` : `cannot open ${quote(from)} for reading: ${reason(error)}`);
    }
    try {
      let target: number;
      const mode = stat.mode & (settings.preserve.has('ownership') ? 0o700 : 0o777);
      try {
        if (existing && settings.removeDestination) process.unlink(to);
        target = process.open(to, { write: true, create: true, truncate: !settings.attributesOnly, cloexec: true }, mode);
      } catch (error) {
        if (!(existing && settings.force && isSystemError(error))) {
          if (isSystemError(error, 'ENOTDIR', 'ENOENT', 'EISDIR') && to.endsWith('/')) return await this.fail(`cannot create regular file ${quote(to)}: Not a directory`);
          return await this.fail(busybox ? `can't create '${to}': ${reason(error)}` : `cannot create regular file ${quote(to)}: ${reason(error)}`);
        }
        process.unlink(to);
        target = process.open(to, { write: true, create: true, exclusive: true, cloexec: true }, mode);
      }
      try {
        if (!settings.attributesOnly) await copyContent(process, source, target, isRegular(process.fstat(target).mode) && stat.blocks * 512 < stat.size);
      } finally {
        process.close(target);
      }
    } finally {
      process.close(source);
    }
    return true;
  }

  async #copyDirectory(from: string, to: string, stat: Stat, existing: Stat | undefined): Promise<boolean> {
    const { process } = this.#tool;
    const settings = this.#settings;
    try {
      const source = process.realpath(from);
      const target = existing ? process.realpath(to) : joinPath(process.realpath(dirName(to)), to.slice(to.lastIndexOf('/') + 1));
      if (`${target}/`.startsWith(source === '/' ? '/' : `${source}/`)) return await this.fail(`cannot copy a directory, ${quote(from)}, into itself, ${quote(to)}`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    if (!existing) {
      try {
        process.mkdir(to, (stat.mode & 0o777) | 0o700);
      } catch (error) {
        return await this.fail(`cannot create directory ${quote(to)}: ${reason(error)}`);
      }
      if (settings.verbose) this.#tool.out.write(`${quote(from)} -> ${quote(to)}\n`);
    }
    let names: string[];
    try {
      names = process.readdir(from).map((entry) => entry.name);
    } catch (error) {
      return await this.fail(`cannot access ${quote(from)}: ${reason(error)}`);
    }
    let fine = true;
    for (const name of names) fine = (await this.copy(joinPath(from, name), joinPath(to, name), false)) && fine;
    if (!existing && !settings.preserve.has('mode')) process.chmod(to, stat.mode & 0o7777 & ~process.umask());
    await this.#preserve(to, stat, settings);
    return fine;
  }

  async #preserve(to: string, stat: Stat, settings: CopySettings): Promise<void> {
    const { process } = this.#tool;
    const follow = !isSymlink(stat.mode);
    try {
      if (settings.preserve.has('ownership')) {
        try {
          process.chown(to, stat.uid, stat.gid, follow);
        } catch (error) {
          if (!isSystemError(error, 'EPERM') || process.credentials.euid === 0) throw error;
        }
      }
      if (settings.preserve.has('mode') && follow) process.chmod(to, stat.mode & 0o7777);
      if (settings.preserve.has('timestamps')) process.utimes(to, stat.atime, stat.mtime, follow);
    } catch (error) {
      await this.fail(`failed to preserve attributes for ${quote(to)}: ${reason(error)}`);
    }
  }
}
