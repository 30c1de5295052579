import { concatBytes, noBytes, type ByteSource } from '../index.ts';

const turns = 32;
const limit = 16384;

/**
 * Reads what `source` has at hand without waiting for anything but promises already due. Where the end comes at hand too, `whole` is all of it, so that a short answer can go out with its
 * length; else `rest` is a source of everything from the start.
 */
export async function readReady(source: ByteSource): Promise<{ whole: Uint8Array } | { rest: ByteSource }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < limit) {
    const reading = source.read();
    let bytes: Uint8Array | undefined;
    reading.then((value) => (bytes = value), () => undefined);
    for (let turn = 0; turn < turns && !bytes; turn++) await Promise.resolve();
    if (!bytes) return { rest: resumed(parts, reading, source) };
    if (bytes.length === 0) return { whole: concatBytes(parts) };
    parts.push(bytes);
    size += bytes.length;
  }
  return { rest: resumed(parts, undefined, source) };
}

function resumed(parts: readonly Uint8Array[], reading: Promise<Uint8Array> | undefined, source: ByteSource): ByteSource {
  let first = concatBytes(parts);
  let pending = reading;
  return {
    read(max) {
      if (first.length > 0) {
        const taken = first;
        first = noBytes;
        return Promise.resolve(taken);
      }
      const next = pending ?? source.read(max);
      pending = undefined;
      return next;
    },
  };
}
