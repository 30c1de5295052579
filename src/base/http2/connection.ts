import { type HeaderLine, HttpSyntaxError } from '../http/index.ts';
import { ByteQueue, type ByteSource, type ByteStream, concatBytes, encodeUtf8, noBytes } from '../index.ts';
import { contentOf, encodeFrame, encodeNumber, encodeSettings, type Frame, frameFlag, FrameReader, frameType, maxFrame, preface, readNumber, readSettings, setting } from './frame.ts';
import { encodeHeaders, HpackDecoder } from './hpack.ts';

/** Told of the parts of requests and responses: headers, or bytes of a body. */
export type Http2Trace = (event: { sent: boolean; stream: number; headers: readonly HeaderLine[] | undefined; data: Uint8Array; end: boolean }) => void;

/** How much of a body may be on its way to us before we have read it. */
const receiveWindow = 1 << 20;

/** One request with its response. */
export class Http2Stream {
  readonly id: number;
  readonly #connection: Http2Core;
  readonly #queue = new ByteQueue();
  #arrived = Promise.withResolvers<void>();
  /** The first header block: that of the request or of the final response. */
  readonly headers = Promise.withResolvers<HeaderLine[]>();
  sendWindow: number;
  /** The peer is done, we are. */
  remoteEnded = false;
  localEnded = false;
  #failure: unknown;
  #hasHeaders = false;

  constructor(id: number, connection: Http2Core, sendWindow: number) {
    this.id = id;
    this.#connection = connection;
    this.sendWindow = sendWindow;
    this.headers.promise.catch(() => undefined);
  }

  #wake(): void {
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }

  takeHeaders(lines: HeaderLine[]): void {
    // Interim responses are passed over; a second block are trailers.
    const status = Number(lines.find(([name]) => name === ':status')?.[1] ?? 0);
    if (this.#hasHeaders || (status >= 100 && status < 200)) return;
    this.#hasHeaders = true;
    this.headers.resolve(lines);
  }

  takeData(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#wake();
  }

  endRemote(): void {
    this.remoteEnded = true;
    this.#wake();
  }

  fail(error: unknown): void {
    this.#failure ??= error;
    this.remoteEnded = true;
    this.localEnded = true;
    this.headers.reject(error);
    this.#wake();
  }

  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** The body, as it comes. */
  readonly body: ByteSource = {
    read: async (max = 65536) => {
      for (;;) {
        if (this.#queue.length > 0) {
          const bytes = this.#queue.take(max);
          this.#connection.consumed(this, bytes.length);
          return bytes;
        }
        if (this.#failure !== undefined) throw this.#failure;
        if (this.remoteEnded) return noBytes;
        await this.#arrived.promise;
      }
    },
  };
}

/** What client and server have in common: frames, settings, windows, streams. */
export class Http2Core {
  readonly streams = new Map<number, Http2Stream>();
  readonly #stream: ByteStream;
  readonly #reader: FrameReader;
  readonly #decoder = new HpackDecoder();
  readonly #trace: Http2Trace | undefined;
  readonly #onStream: ((stream: Http2Stream) => void) | undefined;
  #sendWindow = 65535;
  #initialWindow = 65535;
  #room = Promise.withResolvers<void>();
  #writing: Promise<void> = Promise.resolve();
  #headerBlock: { stream: number; parts: Uint8Array[]; end: boolean } | undefined;
  closed = false;

  constructor(stream: ByteStream, options: { trace?: Http2Trace | undefined; onStream?: (stream: Http2Stream) => void }) {
    this.#stream = stream;
    this.#reader = new FrameReader(stream);
    this.#trace = options.trace;
    this.#onStream = options.onStream;
  }

  /** Sends a client's beginning. */
  startClient(): Promise<void> {
    const settings = encodeFrame({ type: frameType.settings, flags: 0, stream: 0, payload: encodeSettings([[setting.maxConcurrentStreams, 100], [setting.initialWindowSize, receiveWindow], [setting.enablePush, 0]]) });
    const window = encodeFrame({ type: frameType.windowUpdate, flags: 0, stream: 0, payload: encodeNumber(receiveWindow * 16) });
    return this.#write(concatBytes([encodeUtf8(preface), settings, window]));
  }

  /** Waits for a client's beginning and sends a server's; false when the client's was none. */
  async startServer(): Promise<boolean> {
    const first = await this.#reader.take(preface.length);
    if (!first || String.fromCharCode(...first) !== preface) return false;
    const settings = encodeFrame({ type: frameType.settings, flags: 0, stream: 0, payload: encodeSettings([[setting.maxConcurrentStreams, 250], [setting.initialWindowSize, receiveWindow]]) });
    await this.#write(concatBytes([settings, encodeFrame({ type: frameType.windowUpdate, flags: 0, stream: 0, payload: encodeNumber(receiveWindow * 16) })]));
    return true;
  }

  #write(bytes: Uint8Array): Promise<void> {
    const done = this.#writing.then(() => this.#stream.write(bytes));
    this.#writing = done.catch(() => undefined);
    return done;
  }

  /** Reads frames until the connection ends; what is open then fails. */
  async run(): Promise<void> {
    let failure: unknown = new HttpSyntaxError('the connection ended in the middle of a stream');
    try {
      for (let frame = await this.#reader.next(); frame; frame = await this.#reader.next()) this.#take(frame);
    } catch (error) {
      failure = error;
    }
    this.close(failure);
  }

  close(failure: unknown = new HttpSyntaxError('the connection was closed')): void {
    if (this.closed) return;
    this.closed = true;
    for (const stream of this.streams.values()) if (!stream.remoteEnded || !stream.localEnded) stream.fail(failure);
    this.#room.resolve();
    this.#stream.close();
  }

  open(id: number): Http2Stream {
    const stream = new Http2Stream(id, this, this.#initialWindow);
    this.streams.set(id, stream);
    return stream;
  }

  #take(frame: Frame): void {
    if (this.#headerBlock && frame.type !== frameType.continuation) throw new HttpSyntaxError('a header block was interrupted');
    switch (frame.type) {
      case frameType.data: return this.#takeData(frame);
      case frameType.headers:
        this.#headerBlock = { stream: frame.stream, parts: [contentOf(frame)], end: (frame.flags & frameFlag.endStream) !== 0 };
        if (frame.flags & frameFlag.endHeaders) this.#takeHeaders();
        return;
      case frameType.continuation:
        if (this.#headerBlock?.stream !== frame.stream) throw new HttpSyntaxError('a continuation of nothing');
        this.#headerBlock.parts.push(frame.payload);
        if (frame.flags & frameFlag.endHeaders) this.#takeHeaders();
        return;
      case frameType.settings: return this.#takeSettings(frame);
      case frameType.windowUpdate: return this.#takeWindow(frame);
      case frameType.ping:
        if (!(frame.flags & frameFlag.ack)) void this.#write(encodeFrame({ ...frame, flags: frameFlag.ack })).catch(() => undefined);
        return;
      case frameType.rstStream: return this.streams.get(frame.stream)?.fail(new HttpSyntaxError(`the peer gave the stream up (${readNumber(frame.payload)})`));
      default:
    }
  }

  #takeHeaders(): void {
    const { stream: id, parts, end } = this.#headerBlock ?? { stream: 0, parts: [], end: false };
    this.#headerBlock = undefined;
    const lines = this.#decoder.decode(concatBytes(parts));
    this.#trace?.({ sent: false, stream: id, headers: lines, data: noBytes, end });
    let stream = this.streams.get(id);
    const fresh = !stream && this.#onStream !== undefined;
    if (fresh) stream = this.open(id);
    if (!stream) return;
    stream.takeHeaders(lines);
    if (end) stream.endRemote();
    if (fresh) this.#onStream?.(stream);
  }

  #takeData(frame: Frame): void {
    const bytes = contentOf(frame);
    const end = (frame.flags & frameFlag.endStream) !== 0;
    this.#trace?.({ sent: false, stream: frame.stream, headers: undefined, data: bytes, end });
    const stream = this.streams.get(frame.stream);
    if (!stream) return;
    if (bytes.length > 0) stream.takeData(bytes);
    if (end) stream.endRemote();
  }

  #takeSettings({ flags, payload }: Frame): void {
    if (flags & frameFlag.ack) return;
    const initial = readSettings(payload).get(setting.initialWindowSize);
    if (initial !== undefined) {
      for (const stream of this.streams.values()) stream.sendWindow += initial - this.#initialWindow;
      this.#initialWindow = initial;
      this.#madeRoom();
    }
    void this.#write(encodeFrame({ type: frameType.settings, flags: frameFlag.ack, stream: 0, payload: noBytes })).catch(() => undefined);
  }

  #takeWindow({ stream: id, payload }: Frame): void {
    const more = readNumber(payload) & 0x7fffffff;
    if (id === 0) this.#sendWindow += more;
    else {
      const stream = this.streams.get(id);
      if (stream) stream.sendWindow += more;
    }
    this.#madeRoom();
  }

  #madeRoom(): void {
    this.#room.resolve();
    this.#room = Promise.withResolvers();
  }

  /** Bytes of a body were read: the peer may send as many more. */
  consumed(stream: Http2Stream, length: number): void {
    if (this.closed) return;
    const updates = [encodeFrame({ type: frameType.windowUpdate, flags: 0, stream: 0, payload: encodeNumber(length) })];
    if (!stream.remoteEnded) updates.push(encodeFrame({ type: frameType.windowUpdate, flags: 0, stream: stream.id, payload: encodeNumber(length) }));
    void this.#write(concatBytes(updates)).catch(() => undefined);
  }

  /** Sends a header block; `end`: no body follows. */
  async sendHeaders(stream: Http2Stream, lines: readonly HeaderLine[], end: boolean): Promise<void> {
    const block = encodeHeaders(lines);
    this.#trace?.({ sent: true, stream: stream.id, headers: lines, data: noBytes, end });
    const frames: Uint8Array[] = [];
    for (let at = 0; at === 0 || at < block.length; at += maxFrame) {
      const last = at + maxFrame >= block.length;
      frames.push(encodeFrame({ type: at === 0 ? frameType.headers : frameType.continuation, flags: (last ? frameFlag.endHeaders : 0) | (end && at === 0 ? frameFlag.endStream : 0), stream: stream.id, payload: block.subarray(at, at + maxFrame) }));
    }
    if (end) this.#endLocal(stream);
    await this.#write(concatBytes(frames));
  }

  #endLocal(stream: Http2Stream): void {
    stream.localEnded = true;
  }

  /** Sends bytes of a body, as the peer's windows allow; `end`: the last ones. */
  async sendData(stream: Http2Stream, bytes: Uint8Array, end: boolean): Promise<void> {
    this.#trace?.({ sent: true, stream: stream.id, headers: undefined, data: bytes, end });
    for (let at = 0; at < bytes.length || at === 0; ) {
      if (stream.failed || this.closed) throw new HttpSyntaxError('the stream was given up');
      const room = Math.min(maxFrame, this.#sendWindow, stream.sendWindow, bytes.length - at);
      if (room <= 0 && bytes.length > 0) {
        await this.#room.promise;
        continue;
      }
      this.#sendWindow -= room;
      stream.sendWindow -= room;
      const last = at + room >= bytes.length;
      await this.#write(encodeFrame({ type: frameType.data, flags: last && end ? frameFlag.endStream : 0, stream: stream.id, payload: bytes.subarray(at, at + room) }));
      at += room;
      if (bytes.length === 0) break;
    }
    if (end) this.#endLocal(stream);
  }

  /** Gives a stream up. */
  reset(stream: Http2Stream, code = 8): void {
    if (this.closed) return;
    void this.#write(encodeFrame({ type: frameType.rstStream, flags: 0, stream: stream.id, payload: encodeNumber(code) })).catch(() => undefined);
    stream.fail(new HttpSyntaxError('the stream was given up'));
  }
}
