import { concatBytes, decodeUtf8 } from './bytes.ts';

/** Something that bytes can be read from, in order. */
export interface ByteSource {
  /** The next bytes, at least one and at most `max` (default 65536); no bytes at the end of the stream, and at each call after it. */
  read(max?: number): Promise<Uint8Array>;
}

/** Something that bytes can be written to, in order. */
export interface ByteSink {
  /** Resolves when all of `bytes` were taken, which is later than the call when the reader is slow. Rejects when nobody can read them any more. */
  write(bytes: Uint8Array): Promise<void>;
}

/** A two-way stream of bytes: a TCP or unix connection, a hijacked HTTP connection, a terminal's two halves. */
export interface ByteStream extends ByteSource, ByteSink {
  /** Ends our side: the peer reads the rest and then the end of the stream. We can go on reading. */
  closeWrite(): void;
  /** Ends both sides. Safe to call twice. */
  close(): void;
}

/** Reads to the end of `source`. */
export async function readAll(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = await source.read();
    if (part.length === 0) return concatBytes(parts);
    parts.push(part);
  }
}

/** Reads to the end of `source` as UTF-8 text. */
export async function readAllText(source: ByteSource): Promise<string> {
  return decodeUtf8(await readAll(source));
}

/** Copies `source` to `sink` until the source ends; closes neither. */
export async function copyBytes(source: ByteSource, sink: ByteSink): Promise<void> {
  for (;;) {
    const part = await source.read();
    if (part.length === 0) return;
    await sink.write(part);
  }
}
