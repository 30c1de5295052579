import type { Fd, WaitStatus } from '../../kernel/uapi/index.ts';
import { signalNumbers } from '../../kernel/uapi/index.ts';
import { plainText } from './byte-text.ts';
import { closeInput, isDirectory, LineReader, openInput, Output, reason, spawnCommand, type Tool } from '../program/index.ts';

interface OutStream {
  output: Output;
  fd: Fd;
  pid: number | undefined;
}

const decoder = new TextDecoder('latin1');

/** A character for each byte; TextDecoder's Latin 1 is Windows' in 0x80 to 0x9f. */
function latin1(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte < 128)) return decoder.decode(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Reads records that end as RS says. */
export class RecordReader {
  readonly #lines: LineReader;
  readonly #tool: Tool;
  readonly #fd: Fd;
  #rest: string | undefined;

  constructor(tool: Tool, fd: Fd) {
    this.#tool = tool;
    this.#fd = fd;
    this.#lines = new LineReader(tool.process, fd, 10, latin1);
  }

  /** The next record, or undefined at the end. `separator` is RS. */
  async next(separator: string): Promise<string | undefined> {
    if (separator === '\n' && this.#rest === undefined) return await this.#lines.next();
    if (this.#rest === undefined) {
      const lines: string[] = [];
      for (let line = await this.#lines.next(); line !== undefined; line = await this.#lines.next()) lines.push(line);
      this.#rest = lines.length ? lines.join('\n') + (this.#lines.unterminated ? '' : '\n') : '';
      if (separator === '') this.#rest = this.#rest.replace(/^\n+/, '');
    }
    if (this.#rest === '') return undefined;
    const pattern = separator === '' ? /\n\n+/ : separator.length === 1 ? undefined : new RegExp(separator, 'u');
    const match = pattern ? pattern.exec(this.#rest) : undefined;
    const at = pattern ? match?.index ?? -1 : this.#rest.indexOf(separator);
    let record: string;
    if (at < 0) {
      record = this.#rest.replace(/\n$/, separator === '\n' || separator === '' ? '' : separator.length === 1 ? '' : '');
      if (separator !== '\n' && separator !== '') record = this.#rest;
      this.#rest = '';
      if (separator !== '\n' && separator !== '' && record === '\n') return undefined;
    } else {
      record = this.#rest.slice(0, at);
      this.#rest = this.#rest.slice(at + (match ? match[0].length : 1));
    }
    return record;
  }

  close(): void {
    closeInput(this.#tool.process, this.#fd);
  }
}

/** Files and commands that a program writes to or reads from, by the text that names them. */
export class Streams {
  readonly #tool: Tool;
  readonly #outs = new Map<string, OutStream>();
  readonly #ins = new Map<string, { reader: RecordReader; fd: Fd; pid: number | undefined }>();

  constructor(tool: Tool) {
    this.#tool = tool;
  }

  /** The output that a redirection names. */
  async output(kind: '>' | '>>' | '|', name: string): Promise<Output> {
    const known = this.#outs.get(name);
    if (known) return known.output;
    const { process } = this.#tool;
    if (kind === '|') {
      await this.flush();
      const [read, write] = process.pipe();
      process.setCloexec(write, true);
      const pid = spawnCommand(process, ['/bin/sh', '-c', plainText(name)], { fds: { 0: read, 1: 1, 2: 2 } });
      process.close(read);
      const output = new Output(process, write);
      this.#outs.set(name, { output, fd: write, pid });
      return output;
    }
    if (name === '/dev/stdout' || name === '-') return this.#tool.out;
    const fd = name === '/dev/stderr' ? 2 : process.open(plainText(name), kind === '>' ? 'w' : 'a', 0o666);
    const output = new Output(process, fd);
    if (fd === 2) output.byLine = true;
    this.#outs.set(name, { output, fd, pid: undefined });
    return output;
  }

  async input(kind: 'file' | 'command', name: string): Promise<RecordReader | undefined> {
    const known = this.#ins.get(name);
    if (known) return known.reader;
    const { process } = this.#tool;
    let fd: Fd;
    let pid: number | undefined;
    if (kind === 'command') {
      await this.flush();
      const [read, write] = process.pipe();
      process.setCloexec(read, true);
      pid = spawnCommand(process, ['/bin/sh', '-c', plainText(name)], { fds: { 0: 0, 1: write, 2: 2 } });
      process.close(write);
      fd = read;
    } else {
      try {
        fd = openInput(process, name === '/dev/stdin' ? '-' : plainText(name));
        if (isDirectory(process.fstat(fd).mode)) return undefined;
      } catch (error) {
        reason(error);
        return undefined;
      }
    }
    const reader = new RecordReader(this.#tool, fd);
    this.#ins.set(name, { reader, fd, pid });
    return reader;
  }

  async flush(): Promise<void> {
    await this.#tool.out.flush();
    for (const { output } of this.#outs.values()) await output.flush();
  }

  /** close(): the exit status, or -1 when it was not open. */
  async close(name: string): Promise<number> {
    const { process } = this.#tool;
    const out = this.#outs.get(name);
    const source = this.#ins.get(name);
    let status = -1;
    if (out) {
      await this.#tool.out.flush();
      await out.output.flush();
      if (out.fd > 2) process.close(out.fd);
      status = out.pid === undefined ? 0 : exitStatus(await process.wait(out.pid));
      this.#outs.delete(name);
    }
    if (source) {
      closeInput(process, source.fd);
      status = source.pid === undefined ? 0 : exitStatus(await process.wait(source.pid));
      this.#ins.delete(name);
    }
    return status;
  }

  async closeAll(): Promise<void> {
    for (const name of [...this.#outs.keys(), ...this.#ins.keys()]) await this.close(name);
  }

  /** system(): runs a command with our standard streams. */
  async system(command: string): Promise<number> {
    await this.flush();
    const { process } = this.#tool;
    return exitStatus(await process.wait(spawnCommand(process, ['/bin/sh', '-c', plainText(command)])));
  }
}

function exitStatus(status: WaitStatus | undefined): number {
  if (status?.kind === 'exited') return status.status;
  return status?.kind === 'signaled' ? 256 + signalNumbers[status.signal] : 0;
}
