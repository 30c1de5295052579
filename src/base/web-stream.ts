import { noBytes } from './bytes.ts';
import type { ByteSource } from './byte-stream.ts';

/** `source` as a web stream; it is read only as far as the reader asks. `cancel` runs when the reader gives up. */
export function toReadableStream(source: ByteSource, cancel?: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const bytes = await source.read();
        if (bytes.length === 0) controller.close();
        else controller.enqueue(ownBuffer(bytes));
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

/** The bytes on a buffer that is not shared, which web APIs ask for; copied only when they are on a shared one. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
}

/** A web stream as a byte source. `cancel` gives it up. */
export function fromReadableStream(stream: ReadableStream<Uint8Array>): ByteSource & { cancel(): void } {
  const reader = stream.getReader();
  let rest: Uint8Array = noBytes;
  return {
    async read(max = 65536) {
      while (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return noBytes;
        rest = value;
      }
      const taken = rest.subarray(0, max);
      rest = rest.subarray(taken.length);
      return taken;
    },
    cancel() {
      reader.cancel().catch(() => undefined);
    },
  };
}

/** A source of the given bytes. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  let rest = bytes;
  return {
    async read(max = 65536) {
      const taken = rest.subarray(0, max);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}
