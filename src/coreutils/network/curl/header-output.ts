import { concatBytes } from '../../../base/index.ts';
import { type Fd, isSystemError } from '../../../kernel/uapi/index.ts';
import { binaryOf, bytesOf } from '../../program/index.ts';
import { CurlError } from './error.ts';
import { createFolders, type OutputFile } from './output-file.ts';
import { proposedName } from './response-head.ts';
import type { Settings } from './settings.ts';

/** Where the heads of responses go: -i, -D, -J, --etag-save. */
export class HeaderOutput {
  readonly #settings: Settings;
  readonly #output: OutputFile;
  /** A Content-Disposition header may still name the file. */
  #awaitsName: boolean;
  /** Lines that wait for it. */
  #held: Uint8Array[] = [];
  #dump: Fd | undefined;

  constructor(settings: Settings, output: OutputFile, awaitsName: boolean) {
    this.#settings = settings;
    this.#output = output;
    this.#awaitsName = awaitsName;
  }

  /** Takes a line as it came. */
  async line(line: Uint8Array, status = 200): Promise<void> {
    const settings = this.#settings;
    const text = binaryOf(line);
    await this.#dumpLine(line);
    const good = status >= 200 && status < 400;
    const tag = settings.text('etag-save');
    if (tag !== undefined && good && /^etag:/i.test(text)) this.#saveTag(tag, text.slice(5).trim());
    if (this.#awaitsName && good) {
      const value = /^content-disposition:([^]*)$/i.exec(text.trim())?.[1];
      const name = value === undefined ? undefined : proposedName(value);
      if (name !== undefined) {
        this.#output.path = settings.text('output-dir') === undefined ? name : `${settings.text('output-dir') ?? ''}/${name}`;
        this.#output.fromHeader = true;
        this.#awaitsName = false;
        if (!this.#output.create()) throw new CurlError(23, `client returned ERROR on write of ${line.length} bytes`);
      }
    }
    if (!settings.on('show-headers')) return;
    this.#held.push(this.#styled(text, line));
    if (!this.#awaitsName) await this.release();
  }

  /** Lets lines out that were held back. */
  async release(): Promise<void> {
    this.#awaitsName = false;
    if (this.#held.length === 0) return;
    const held = concatBytes(this.#held);
    this.#held = [];
    if (!(await this.#output.write(held))) throw new CurlError(23, `client returned ERROR on write of ${held.length} bytes`);
  }

  /** Bold names, where it is a terminal. */
  #styled(text: string, line: Uint8Array): Uint8Array {
    const { io, styled } = this.#settings.global;
    const colon = text.indexOf(':');
    if (!io.terminal || this.#output.isFile || !styled || colon < 0 || /^HTTP\//.test(text)) return line;
    return concatBytes([bytesOf('\u001b[1m'), line.subarray(0, colon), bytesOf('\u001b[0m'), line.subarray(colon)]);
  }

  async #dumpLine(line: Uint8Array): Promise<void> {
    const path = this.#settings.text('dump-header');
    const { io } = this.#settings.global;
    if (path === undefined) return;
    if (path === '-') {
      io.out(line);
      await io.flushOut();
    } else if (path === '%') io.write(io.errorFd, line);
    else if (this.#dump !== undefined) await io.process.write(this.#dump, line);
  }

  /** Opens what -D names; `first`: of the URLs that write there. Throws CurlError 23. */
  open(first: boolean): void {
    const path = this.#settings.text('dump-header');
    if (path === undefined || path === '-' || path === '%') return;
    if (this.#settings.on('create-dirs') && !createFolders(this.#settings, path)) throw new CurlError(23, '');
    try {
      this.#dump = this.#settings.global.io.process.open(path, first ? 'w' : 'a', 0o666);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#settings.global.error(`Failed to open ${path}`);
      throw new CurlError(23, '');
    }
  }

  close(): void {
    if (this.#dump !== undefined) this.#settings.global.io.process.close(this.#dump);
    this.#dump = undefined;
  }

  #saveTag(path: string, tag: string): void {
    const { io } = this.#settings.global;
    if (path === '-') io.out(`${tag}\n`);
    else io.process.writeFile(path, `${tag}\n`);
  }
}
