import { type ByteSink, type ByteSource, type ByteStream, createStreamPair } from '../../../base/index.ts';
import type { RuntimeProcess } from '../ports/runtime.ts';

/** Somebody who sees what a container writes. */
export interface Attachment {
  stdout: boolean;
  stderr: boolean;
  /** A rejection takes the attachment off. */
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void>;
  /** Nothing more will come. */
  end(): void;
}

/** Takes what is written, for the log. */
export type LogWriter = (stream: 'stdout' | 'stderr', bytes: Uint8Array | undefined) => void;

/** A process's three streams, shared by everybody who attached. Attaching is possible before the process starts. */
export class ContainerStreams {
  readonly #openStdin: boolean;
  readonly #attachments = new Set<Attachment>();
  /** [what attached clients write to, what the process is fed from] */
  #stdin: [ByteStream, ByteStream] | undefined;

  constructor(openStdin: boolean) {
    this.#openStdin = openStdin;
  }

  /** Where attached clients write; undefined when stdin is not open. A write waits until the process reads. */
  get stdin(): (ByteSink & { closeWrite(): void }) | undefined {
    if (!this.#openStdin) return undefined;
    this.#stdin ??= createStreamPair();
    return this.#stdin[0];
  }

  attach(attachment: Attachment): () => void {
    this.#attachments.add(attachment);
    return () => this.#attachments.delete(attachment);
  }

  get attached(): number {
    return this.#attachments.size;
  }

  /** Connects a started process. Resolves when both outputs have ended. */
  async connect(process: RuntimeProcess, log: LogWriter): Promise<void> {
    if (process.stdin && this.stdin && this.#stdin) void feed(this.#stdin[1], process.stdin);
    await Promise.all([this.#pump('stdout', process.stdout, log), process.stderr && this.#pump('stderr', process.stderr, log)]);
  }

  async #pump(stream: 'stdout' | 'stderr', source: ByteSource, log: LogWriter): Promise<void> {
    for (let bytes = await source.read(); bytes.length > 0; bytes = await source.read()) {
      log(stream, bytes);
      await this.#broadcast(stream, bytes);
    }
    log(stream, undefined);
  }

  async #broadcast(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> {
    await Promise.all([...this.#attachments].filter((each) => each[stream]).map(async (attachment) => {
      try {
        await attachment.write(stream, bytes);
      } catch {
        this.#attachments.delete(attachment);
      }
    }));
  }

  /** The process is gone: everybody attached is told, and what was typed and not read is lost. */
  end(): void {
    const attachments = [...this.#attachments];
    this.#attachments.clear();
    for (const attachment of attachments) attachment.end();
    this.#stdin?.[1].close();
    this.#stdin = undefined;
  }
}

async function feed(source: ByteSource, sink: ByteSink & { close(): void }): Promise<void> {
  try {
    for (let bytes = await source.read(); bytes.length > 0; bytes = await source.read()) await sink.write(bytes);
  } catch {
    // The process reads no more.
  }
  sink.close();
}
