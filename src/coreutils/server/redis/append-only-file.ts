import { isSystemError } from '../../../kernel/uapi/index.ts';
import { asciiBytes } from './binary.ts';
import { Connected, type ServerOfConnections } from './connected.ts';
import { encodeReply } from './reply.ts';
import { RequestReader } from './request-reader.ts';
import { decodeSnapshot, encodeSnapshot, readSnapshot } from './snapshot.ts';

/** The log of all changes since a base, in a folder with a manifest, as Redis 7 keeps it. */
export class AppendOnlyFile {
  readonly #server: ServerOfConnections;
  readonly #folder: string;
  readonly #base: string;
  readonly #increments: string;
  /** Database of the last command in the file. */
  #index = -1;

  constructor(server: ServerOfConnections) {
    this.#server = server;
    const { configuration } = server;
    this.#folder = configuration.get('appenddirname');
    const name = `${this.#folder}/${configuration.get('appendfilename')}`;
    this.#base = `${name}.1.base.rdb`;
    this.#increments = `${name}.1.incr.aof`;
  }

  /** Replays what the folder holds; a new folder begins with the snapshot that there is. */
  async open(): Promise<void> {
    const { process, logFile } = this.#server;
    const manifest = `${this.#folder}/${this.#server.configuration.get('appendfilename')}.manifest`;
    try {
      process.readFile(manifest);
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw error;
      await readSnapshot(this.#server);
      process.mkdir(this.#folder, 0o755);
      process.writeFile(this.#base, encodeSnapshot(this.#server));
      process.writeFile(this.#increments, '');
      const short = (path: string): string => path.slice(this.#folder.length + 1);
      process.writeFile(manifest, `file ${short(this.#base)} seq 1 type b\nfile ${short(this.#increments)} seq 1 type i\n`);
      await logFile.write('*', `Creating AOF base file ${short(this.#base)} on server start`, `Creating AOF incr file ${short(this.#increments)} on server start`);
      return;
    }
    decodeSnapshot(this.#server, process.readFile(this.#base));
    await this.#replay(process.readFile(this.#increments));
    await logFile.write('*', 'DB loaded from append only file: 0.000 seconds');
  }

  async append(index: number, words: readonly string[]): Promise<void> {
    const { process } = this.#server;
    const select = index === this.#index ? '' : encodeReply(['SELECT', String(index)]);
    this.#index = index;
    const fd = process.open(this.#increments, { write: true, append: true, create: true });
    await process.write(fd, asciiBytes(select + encodeReply([...words])));
    process.close(fd);
  }

  async #replay(bytes: Uint8Array): Promise<void> {
    let rest = bytes;
    const source = { read: async () => {
      const part = rest;
      rest = new Uint8Array(0);
      return part;
    } };
    const nobody = { ...source, write: async () => undefined, closeWrite: () => undefined, close: () => undefined };
    const client = new Connected(this.#server, nobody, 0, '');
    client.trusted = true;
    const reader = new RequestReader(source);
    for (let words = await reader.next(); words !== undefined; words = await reader.next()) await this.#server.table[(words[0] ?? '').toLowerCase()]?.run(client, words.slice(1));
  }
}
