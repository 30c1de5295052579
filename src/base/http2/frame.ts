import { HttpSyntaxError } from '../http/index.ts';
import { ByteQueue, type ByteSource, concatBytes } from '../index.ts';

/** Types of frames: RFC 9113, section 6. */
export const frameType = { data: 0, headers: 1, priority: 2, rstStream: 3, settings: 4, pushPromise: 5, ping: 6, goaway: 7, windowUpdate: 8, continuation: 9 } as const;

/** Flags of frames. */
export const frameFlag = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 32 } as const;

/** Numbers of settings. */
export const setting = { headerTableSize: 1, enablePush: 2, maxConcurrentStreams: 3, initialWindowSize: 4, maxFrameSize: 5, maxHeaderListSize: 6 } as const;

/** Longest payload of a frame, unless a peer allows more; we never do. */
export const maxFrame = 16384;

/** What a client begins a connection with. */
export const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** One frame. */
export interface Frame {
  type: number;
  flags: number;
  stream: number;
  payload: Uint8Array;
}

const uint32 = (value: number): number[] => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A frame as bytes. */
export function encodeFrame({ type, flags, stream, payload }: Frame): Uint8Array {
  const { length } = payload;
  return concatBytes([Uint8Array.of(length >> 16, (length >> 8) & 255, length & 255, type, flags, ...uint32(stream)), payload]);
}

/** The payload of SETTINGS. */
export function encodeSettings(values: readonly (readonly [id: number, value: number])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([id, value]) => [id >> 8, id & 255, ...uint32(value)]));
}

/** Reads the payload of SETTINGS. */
export function readSettings(payload: Uint8Array): Map<number, number> {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  const found = new Map<number, number>();
  for (let at = 0; at + 6 <= payload.length; at += 6) found.set(view.getUint16(at), view.getUint32(at + 2));
  return found;
}

/** The payload of WINDOW_UPDATE and RST_STREAM: a number. */
export function encodeNumber(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap(uint32));
}

/** Reads such a number. */
export function readNumber(payload: Uint8Array, at = 0): number {
  if (payload.length < at + 4) throw new HttpSyntaxError('short frame');
  return new DataView(payload.buffer, payload.byteOffset, payload.length).getUint32(at);
}

/** What DATA and HEADERS carry, without padding and priority. */
export function contentOf({ type, flags, payload }: Frame): Uint8Array {
  let content = payload;
  if (flags & frameFlag.padded) {
    const padding = content[0] ?? 0;
    if (padding >= content.length) throw new HttpSyntaxError('too much padding');
    content = content.subarray(1, content.length - padding);
  }
  return type === frameType.headers && flags & frameFlag.priority ? content.subarray(5) : content;
}

/** Reads frames from a stream of bytes. */
export class FrameReader {
  readonly #source: ByteSource;
  readonly #queue = new ByteQueue();

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** That many bytes; undefined when the stream ends before. */
  async take(length: number): Promise<Uint8Array | undefined> {
    while (this.#queue.length < length) {
      const part = await this.#source.read();
      if (part.length === 0) return undefined;
      this.#queue.push(part);
    }
    return this.#queue.take(length);
  }

  /** The next frame; undefined at the end of the stream. */
  async next(): Promise<Frame | undefined> {
    const header = await this.take(9);
    if (!header) return undefined;
    const [a = 0, b = 0, c = 0, type = 0, flags = 0] = header;
    const length = a * 65536 + b * 256 + c;
    if (length > maxFrame) throw new HttpSyntaxError('frame too large');
    const payload = length === 0 ? new Uint8Array() : await this.take(length);
    return payload && { type, flags, stream: readNumber(header, 5) & 0x7fffffff, payload };
  }
}
