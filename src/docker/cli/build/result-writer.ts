import { concatBytes, entryBytes, readTar, type TarEntry } from '../../../base/index.ts';
import type { Process } from '../../../kernel/index.ts';
import type { OutputTarget } from './output-flag.ts';

/** Takes the pieces of a build's files and writes them where `--output` says. */
export class ResultWriter {
  readonly #process: Process;
  readonly #target: OutputTarget;
  readonly #pieces: Uint8Array[] = [];

  constructor(process: Process, target: OutputTarget) {
    this.#process = process;
    this.#target = target;
  }

  add(base64: string): void {
    this.#pieces.push(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  }

  /** Writes all; `stdout` takes an archive for `-`. */
  async finish(stdout: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    const { type, place } = this.#target;
    if (type === 'image') return;
    const bytes = concatBytes(this.#pieces);
    if (type === 'tar' && place === '-') await stdout(bytes);
    else if (type === 'tar') this.#process.writeFile(place, bytes);
    else this.#unpack(place, readTar(bytes));
  }

  /** As the user, who becomes the owner; devices are left out. */
  #unpack(directory: string, entries: Iterable<TarEntry>): void {
    const process = this.#process;
    const make = (path: string): void => {
      if (path === '' || process.exists(path)) return;
      make(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      process.mkdir(path, 0o755);
    };
    make(directory);
    for (const entry of entries) {
      const path = `${directory}/${entry.path.replace(/\/$/, '')}`;
      if (entry.type === 'directory') make(path);
      else if (entry.type === 'file') process.writeFile(path, entryBytes(entry), { mode: entry.mode });
      else if (entry.type === 'symlink' && !process.exists(path)) process.symlink(entry.linkPath, path);
      else if (entry.type === 'hardlink') process.link(`${directory}/${entry.linkPath}`, path);
    }
  }
}
