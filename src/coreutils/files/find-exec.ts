import { isSystemError, SystemError } from '../../kernel/uapi/index.ts';
import { dirName, quote, reason, spawnCommand, type Tool } from '../program/index.ts';
import { answer } from './confirm.ts';
import type { Found } from './found.ts';

/** Runs the command of `-exec`: once a file, or with many files at once. */
export class Executor {
  readonly #tool: Tool;
  readonly #command: readonly string[];
  readonly #inFolder: boolean;
  readonly #ask: boolean;
  #gathered: string[] = [];
  #folder: string | undefined;
  #fine = true;

  constructor(tool: Tool, command: readonly string[], _mode: 'one' | 'many', inFolder: boolean, ask: boolean) {
    this.#tool = tool;
    this.#command = command;
    this.#inFolder = inFolder;
    this.#ask = ask;
  }

  async run(file: Found): Promise<boolean> {
    const shown = this.#inFolder ? `./${file.name}` : file.path;
    const argv = this.#command.map((word) => word.replaceAll('{}', shown));
    if (this.#ask && !(await this.#agrees(file))) return false;
    return await this.#spawn(argv, this.#inFolder ? dirName(file.path) : undefined);
  }

  /** find asks without its name in front. */
  async #agrees(file: Found): Promise<boolean> {
    await this.#tool.errorText(`< ${this.#command[0]} ... ${file.path} > ? `);
    return await answer(this.#tool);
  }

  async add(file: Found): Promise<boolean> {
    const folder = this.#inFolder ? dirName(file.path) : undefined;
    if (folder !== this.#folder || this.#gathered.length >= 4000) this.#fine = (await this.#flushOnce()) && this.#fine;
    this.#folder = folder;
    this.#gathered.push(this.#inFolder ? `./${file.name}` : file.path);
    return true;
  }

  /** Runs what is left; false when any of the runs failed. */
  async flush(): Promise<boolean> {
    return (await this.#flushOnce()) && this.#fine;
  }

  async #flushOnce(): Promise<boolean> {
    if (this.#gathered.length === 0) return true;
    const files = this.#gathered;
    this.#gathered = [];
    return await this.#spawn([...this.#command, ...files], this.#folder);
  }

  async #spawn(argv: string[], cwd: string | undefined): Promise<boolean> {
    const { process, out } = this.#tool;
    await out.flush();
    try {
      const status = await process.wait(spawnCommand(process, argv, cwd === undefined ? {} : { cwd }));
      return status?.kind === 'exited' && status.status === 0;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const why = error instanceof SystemError ? reason(error) : '';
      await this.#tool.error(`${quote(argv[0] ?? '')}: ${why}`);
      return false;
    }
  }
}
