import { fileType, fileTypeMask, isSystemError, type Process, type Stat, SystemError } from '../kernel/index.ts';
import { findUser } from './user.ts';

/** A file or folder, for pages: see `FileEntry` of the protocol. */
export interface HostFileEntry {
  name: string;
  kind: 'file' | 'directory' | 'symlink' | 'other';
  size: number;
  mode: number;
  mtime: number;
}

function kindOf(stat: Stat): HostFileEntry['kind'] {
  switch (stat.mode & fileTypeMask) {
    case fileType.regular: return 'file';
    case fileType.directory: return 'directory';
    case fileType.symlink: return 'symlink';
    default: return 'other';
  }
}

/** The host's files for an editor, as root; absolute paths. Failures are SystemErrors. */
export class HostFiles {
  readonly #init: Process;

  constructor(init: Process) {
    this.#init = init;
  }

  /** Entries of a folder, sorted by name. A symbolic link to a folder counts as a folder. */
  list(path: string): HostFileEntry[] {
    return this.#init
      .readdir(path)
      .map(({ name }) => {
        const file = `${path.replace(/\/$/, '')}/${name}`;
        const link = this.#init.lstat(file);
        const target = kindOf(link) === 'symlink' && this.#init.exists(file) ? this.#init.stat(file) : link;
        return { name, kind: kindOf(target), size: target.size, mode: target.mode & 0o7777, mtime: target.mtime };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  read(path: string): Uint8Array {
    return this.#init.readFile(path);
  }

  /** Replaces the contents, in place: owner, mode and hard links of an existing file stay. New files and folders belong to `user`. */
  write(path: string, data: Uint8Array, options: { mode?: number; user?: string } = {}): void {
    const user = findUser(this.#init, options.user ?? 'root');
    this.#makeFolder(path.slice(0, path.lastIndexOf('/')), user.credentials.uid, user.credentials.gid);
    const isNew = !this.#init.exists(path);
    this.#init.writeFile(path, data);
    if (isNew) this.#init.chown(path, user.credentials.uid, user.credentials.gid);
    if (options.mode !== undefined) this.#init.chmod(path, options.mode);
  }

  mkdir(path: string, user = 'root'): void {
    const { uid, gid } = findUser(this.#init, user).credentials;
    if (this.#init.exists(path)) throw new SystemError('EEXIST', path);
    this.#makeFolder(path, uid, gid);
  }

  rename(from: string, to: string): void {
    this.#init.rename(from, to);
  }

  /** Removes a file, or a folder with all in it. */
  remove(path: string): void {
    const stat = this.#init.lstat(path);
    if (kindOf(stat) !== 'directory') return this.#init.unlink(path);
    for (const { name } of this.#init.readdir(path)) this.remove(`${path}/${name}`);
    this.#init.rmdir(path);
  }

  #makeFolder(path: string, uid: number, gid: number): void {
    if (path === '' || this.#init.exists(path)) return;
    this.#makeFolder(path.slice(0, path.lastIndexOf('/')), uid, gid);
    try {
      this.#init.mkdir(path);
      this.#init.chown(path, uid, gid);
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
    }
  }
}
