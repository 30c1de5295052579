import type { Socket } from 'node:net';
import { type ByteStream, noBytes } from '../../base/index.ts';

/** A socket of Node's as a ByteStream: reads only as much as is asked for. A connection that breaks ends like one that is closed. */
export function socketStream(socket: Socket): ByteStream {
  const incoming = socket.iterator({ destroyOnReturn: false });
  let rest: Uint8Array | undefined;
  return {
    async read(max = 65536) {
      let bytes = rest;
      rest = undefined;
      if (!bytes) {
        const next = await incoming.next().catch(() => ({ done: true, value: undefined }) as const);
        if (next.done) return noBytes;
        bytes = new Uint8Array(next.value as Buffer);
      }
      if (bytes.length <= max) return bytes;
      rest = bytes.subarray(max);
      return bytes.subarray(0, max);
    },
    write: (bytes) =>
      new Promise<void>((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    closeWrite: () => void socket.end(),
    close: () => socket.destroySoon(),
  };
}
