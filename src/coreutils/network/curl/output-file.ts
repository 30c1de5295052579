import { type Fd, isSystemError } from '../../../kernel/uapi/index.ts';
import { reason } from '../../program/index.ts';
import type { Settings } from './settings.ts';

/** Makes the folders of a file's path: --create-dirs. False, after saying why, when one cannot be made. */
export function createFolders(settings: Settings, path: string): boolean {
  const { process } = settings.global.io;
  const parts = path.split('/').slice(0, -1);
  for (let count = 1; count <= parts.length; count++) {
    const folder = parts.slice(0, count).join('/');
    if (folder === '') continue;
    try {
      if (!process.exists(folder)) process.mkdir(folder, 0o750);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const why = error.code === 'EACCES' ? `You do not have permission to create ${folder}` : error.code === 'ENAMETOOLONG' ? `The directory name ${folder} is too long` : error.code === 'EROFS' ? `${folder} resides on a read-only file system` : error.code === 'ENOSPC' ? 'No space left on the file system that will contain the directory ' + folder : `Error creating directory ${folder}`;
      settings.global.error(why);
      return false;
    }
  }
  return true;
}

/** Where a transfer's body goes: standard output, or a file that is made when there is something to write. */
export class OutputFile {
  readonly #settings: Settings;
  /** As %{filename_effective} shows it; undefined for standard output. */
  path: string | undefined;
  #fd: Fd | undefined;
  /** The name came from the server: never over a file that is there. */
  fromHeader = false;
  /** `-o -`: whatever it is, it may go to a terminal. */
  forced = false;
  /** A write failed: at once, or as the file was closed. */
  failed = false;
  failedLate = false;
  /** Bytes written to the file in this try. */
  bytes = 0;
  /** Size of the file before. */
  #start = 0;

  constructor(settings: Settings, path: string | undefined) {
    this.#settings = settings;
    this.path = path;
  }

  get isFile(): boolean {
    return this.path !== undefined;
  }

  get opened(): boolean {
    return this.#fd !== undefined;
  }

  /** Opens the file to add to it; false when that is not possible. */
  append(from: number): boolean {
    const { io } = this.#settings.global;
    try {
      this.#fd = io.process.open(this.path ?? '', 'a', 0o666);
      this.#start = from;
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#settings.global.error(`cannot open '${this.path ?? ''}'`);
      return false;
    }
  }

  /** Opens the file; false, after a warning, when that is not possible. */
  create(): boolean {
    if (this.path === undefined || this.#fd !== undefined) return true;
    const { global } = this.#settings;
    const { process } = global.io;
    const keep = this.#settings.off('clobber') || (this.fromHeader && !this.#settings.on('clobber'));
    try {
      if (!keep) this.#fd = process.open(this.path, { write: true, create: true, truncate: true }, 0o666);
      else if (this.fromHeader) this.#fd = process.open(this.path, { write: true, create: true, exclusive: true }, 0o666);
      else this.#fd = this.#openNumbered(this.path);
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      global.warn(`Failed to open the file ${this.path}: ${reason(error)}`);
      return false;
    }
  }

  /** --no-clobber: a file that is there stays, and a number is put behind the name. */
  #openNumbered(path: string): Fd {
    const { process } = this.#settings.global.io;
    for (let number = 0; ; number++) {
      const name = number === 0 ? path : `${path}.${number}`;
      try {
        const fd = process.open(name, { write: true, create: true, exclusive: true }, 0o666);
        this.path = name;
        return fd;
      } catch (error) {
        if (!isSystemError(error, 'EEXIST') || number >= 100) throw error;
      }
    }
  }

  /** Writes to the file, or lets it go out; false when the file could not be made. */
  async write(bytes: Uint8Array): Promise<boolean> {
    if (bytes.length === 0) return true;
    if (this.path === undefined) {
      this.#settings.global.io.out(bytes);
      await this.#settings.global.io.flush();
      return true;
    }
    if (this.#fd === undefined && !this.create()) return false;
    this.bytes += bytes.length;
    try {
      if (this.#fd !== undefined) await this.#settings.global.io.process.write(this.#fd, bytes);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // stdio would have kept so little, and found out as it closes the file.
      if (this.bytes < 4096) this.failedLate = true;
      else this.failed = true;
    }
    return true;
  }

  /** Takes back what this try wrote, for the next one. */
  rewind(): void {
    if (this.#fd === undefined || this.bytes === 0) return;
    const { global } = this.#settings;
    global.note(`Throwing away ${this.bytes} bytes`);
    try {
      global.io.process.ftruncate(this.#fd, this.#start);
      global.io.process.lseek(this.#fd, this.#start, 'set');
    } catch (error) {
      // A pipe or a device has nothing to take back.
      if (!isSystemError(error)) throw error;
    }
    this.bytes = 0;
  }

  close(): void {
    if (this.#fd !== undefined) this.#settings.global.io.process.close(this.#fd);
    this.#fd = undefined;
  }
}
