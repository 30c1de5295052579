import { type ByteSource, concatBytes, encodeUtf8, noBytes } from '../../../base/index.ts';
import type { HttpResponse } from '../../../base/http/index.ts';
import type { JsonMessage } from '../../api/index.ts';
import { messageOf } from '../engine-error.ts';

/** Bytes that somebody will want to give up before their end. */
export type ClosableSource = ByteSource & { close?(): void };

/** Chunks even when all is there at once, as the real engine flushes: clients tell streams by it. */
const streamed = { 'transfer-encoding': 'chunked' };

/** An answer whose body comes as it is made; `close` runs when the client leaves. */
export function streamAnswer(source: ClosableSource, contentType: string, signal: AbortSignal): HttpResponse {
  signal.addEventListener('abort', () => source.close?.(), { once: true });
  return { status: 200, headers: new Headers({ 'content-type': contentType, ...streamed }), body: source };
}

/** A source of pieces that are there already. */
export function sourceOfChunks(chunks: Iterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.iterator]();
  return {
    async read() {
      for (let next = iterator.next(); !next.done; next = iterator.next()) if (next.value.length > 0) return next.value;
      return noBytes;
    },
  };
}

/** Lines that are written by one and read by another. */
export class LineQueue implements ByteSource {
  readonly #lines: Uint8Array[] = [];
  #ended = false;
  #wake: (() => void) | undefined;

  push(value: unknown, end = '\r\n'): void {
    this.#lines.push(encodeUtf8(JSON.stringify(value) + end));
    this.#wake?.();
  }

  close(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async read(): Promise<Uint8Array> {
    while (this.#lines.length === 0) {
      if (this.#ended) return noBytes;
      await new Promise<void>((resolve) => { this.#wake = resolve; });
    }
    return concatBytes(this.#lines.splice(0));
  }
}

/**
 * Runs something that reports its progress line by line. What fails before the first line is an ordinary failure (with `failInStream` a line too); what fails later is told in the
 * last line.
 */
export function progressAnswer(run: (send: (message: JsonMessage) => void) => Promise<void>, options: { failInStream?: boolean } = {}): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const lines = new LineQueue();
    let begun = false;
    const begin = (): void => {
      if (begun) return;
      begun = true;
      resolve({ status: 200, headers: new Headers({ 'content-type': 'application/json', ...streamed }), body: lines });
    };
    const send = (message: JsonMessage): void => {
      lines.push(message);
      begin();
    };
    run(send).then(
      () => {
        begin();
        lines.close();
      },
      (error: unknown) => {
        if (!begun && !options.failInStream) return reject(error);
        lines.push({ errorDetail: { message: messageOf(error), ...extraDetail(error) }, error: messageOf(error) });
        begin();
        lines.close();
      },
    );
  });
}

/** What an error brings for its errorDetail beside the message. */
function extraDetail(error: unknown): object {
  return typeof error === 'object' && error !== null && 'detail' in error && typeof error.detail === 'object' && error.detail !== null ? error.detail : {};
}
