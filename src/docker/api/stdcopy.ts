import { type ByteSource, concatBytes, noBytes } from '../../base/index.ts';

/** Which stream a frame belongs to. */
export type StdStream = 'stdin' | 'stdout' | 'stderr' | 'systemerr';

const streams: readonly StdStream[] = ['stdin', 'stdout', 'stderr', 'systemerr'];

/** A frame of the multiplexed stream that attach, exec and logs send when there is no terminal: stream, three zeros, big-endian length, bytes. */
export function encodeStdFrame(stream: StdStream, data: Uint8Array): Uint8Array {
  const frame = new Uint8Array(8 + data.length);
  frame[0] = streams.indexOf(stream);
  new DataView(frame.buffer).setUint32(4, data.length);
  frame.set(data, 8);
  return frame;
}

/** What came in one frame. */
export interface StdFrame {
  stream: StdStream;
  data: Uint8Array;
}

/** Decodes frames from bytes that come in any portions. `push` throws on a stream number that does not exist. */
export class StdFrameDecoder {
  #rest: Uint8Array = noBytes;

  push(bytes: Uint8Array): StdFrame[] {
    let buffer = this.#rest.length === 0 ? bytes : concatBytes([this.#rest, bytes]);
    const frames: StdFrame[] = [];
    while (buffer.length >= 8) {
      const stream = streams[buffer[0] ?? 255];
      if (stream === undefined) throw new Error(`Unrecognized input header: ${buffer[0]}`);
      const length = new DataView(buffer.buffer, buffer.byteOffset).getUint32(4);
      if (buffer.length < 8 + length) break;
      frames.push({ stream, data: buffer.slice(8, 8 + length) });
      buffer = buffer.subarray(8 + length);
    }
    this.#rest = buffer.slice();
    return frames;
  }
}

/** Frames of `source` until it ends; an unfinished frame at the end is dropped. */
export async function* readStdFrames(source: ByteSource): AsyncGenerator<StdFrame> {
  const decoder = new StdFrameDecoder();
  for (let part = await source.read(); part.length > 0; part = await source.read()) yield* decoder.push(part);
}
