import { type ByteStream, ByteQueue, concatBytes, encodeUtf8, noBytes } from '../../base/index.ts';
import { perlProgram } from './perl-program.ts';

const program = perlProgram(new URL('run-scripts.pl', import.meta.url));

/** The command that runs scripts in a host, one process for all of them. */
export const runScriptsCommand: readonly string[] = program.command();

/** A script to be run by bash. */
export interface ScriptRequest {
  script: string;
  /** Login name. */
  user: string;
  cwd: string;
  env: Readonly<Record<string, string>>;
  stdin: string | Uint8Array;
  onStdout(bytes: Uint8Array): void;
  onStderr(bytes: Uint8Array): void;
}

/** A script that runs. */
export interface RunningScript {
  /** Exit status, 128 and the signal's number for one that was killed; undefined: nobody will know, since the runner is gone. */
  readonly ended: Promise<number | undefined>;
  /** Ends it and what it started in its session; the runner with all its scripts when that does not show that it has. */
  kill(): void;
}

interface Run {
  request: ScriptRequest;
  end(status: number | undefined): void;
}

const headerBytes = 9;
/** How long a runner may take to end a script, in milliseconds. */
const killMs = 10_000;
/** Input goes in parts, so that other scripts' comes between. */
const partBytes = 65536;

/** Scripts in one host over one stream to `run-scripts.pl`, which tells its protocol. A script costs a fork there, where an exec of the engine costs some 60 ms of processor. */
export class ScriptRunner {
  readonly #stream: ByteStream;
  readonly #runs = new Map<number, Run>();
  /** Resolves when the runner is gone; scripts that ran then end with undefined. */
  readonly ended: Promise<void>;
  #next = 1;
  #writing: Promise<void>;
  #gone = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
    this.#writing = stream.write(program.text);
    this.ended = this.#read().catch(() => undefined).then(() => {
      this.#gone = true;
      stream.close();
      for (const { end } of this.#runs.values()) end(undefined);
    });
    this.#writing.catch(() => undefined);
  }

  start(request: ScriptRequest): RunningScript {
    const id = this.#next++;
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    if (this.#gone) resolve(undefined);
    else this.#runs.set(id, { request, end: resolve });
    const { user, cwd, script, env } = request;
    const words = [user, cwd, script, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)];
    this.#send('S', id, encodeUtf8(words.join('\0')));
    const input = typeof request.stdin === 'string' ? encodeUtf8(request.stdin) : request.stdin;
    for (let at = 0; at < input.length; at += partBytes) this.#send('I', id, input.subarray(at, at + partBytes));
    this.#send('Z', id, noBytes);
    return { ended: promise, kill: () => this.#kill(id, promise) };
  }

  #kill(id: number, ended: Promise<unknown>): void {
    this.#send('K', id, noBytes);
    const timer = setTimeout(() => this.#stream.close(), killMs);
    void ended.then(() => clearTimeout(timer));
  }

  #send(kind: string, id: number, data: Uint8Array): void {
    const head = new Uint8Array(headerBytes);
    const view = new DataView(head.buffer);
    view.setUint8(0, kind.charCodeAt(0));
    view.setUint32(1, id);
    view.setUint32(5, data.length);
    this.#writing = this.#writing.then(() => this.#stream.write(concatBytes([head, data])));
    // The end of the stream is told by reading.
    this.#writing.catch(() => undefined);
  }

  async #read(): Promise<void> {
    const came = new ByteQueue();
    let head: Uint8Array | undefined;
    for (let bytes = await this.#stream.read(); bytes.length > 0; bytes = await this.#stream.read()) {
      came.push(bytes);
      for (;;) {
        if (!head && came.length < headerBytes) break;
        head ??= came.take(headerBytes);
        const view = new DataView(head.buffer, head.byteOffset);
        const length = view.getUint32(5);
        if (came.length < length) break;
        this.#told(String.fromCharCode(view.getUint8(0)), view.getUint32(1), came.take(length));
        head = undefined;
      }
    }
  }

  #told(kind: string, id: number, data: Uint8Array): void {
    const run = this.#runs.get(id);
    if (kind === 'O') run?.request.onStdout(data);
    else if (kind === 'E') run?.request.onStderr(data);
    else {
      this.#runs.delete(id);
      run?.end(Number(new TextDecoder().decode(data)));
    }
  }
}
