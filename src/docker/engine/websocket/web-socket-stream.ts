import { type ByteStream, concatBytes, encodeUtf8, noBytes } from '../../../base/index.ts';
import { sha1 } from './sha1.ts';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcode = { binary: 2, close: 8, ping: 9, pong: 10 };

/** `Sec-WebSocket-Accept` for a client's key. */
export function acceptKey(key: string): string {
  return btoa(String.fromCharCode(...sha1(encodeUtf8(key + guid))));
}

/** The bytes that go through a WebSocket whose handshake is done. Closing it closes the connection. */
export function webSocketStream(raw: ByteStream): ByteStream {
  let buffered: Uint8Array = noBytes;
  let message: Uint8Array = noBytes;
  let closed = false;
  const take = async (count: number): Promise<Uint8Array | undefined> => {
    while (buffered.length < count) {
      const more = await raw.read();
      if (more.length === 0) return undefined;
      buffered = concatBytes([buffered, more]);
    }
    const taken = buffered.subarray(0, count);
    buffered = buffered.subarray(count);
    return taken;
  };
  /** The next frame; undefined at the end. */
  const nextFrame = async (): Promise<{ kind: number; payload: Uint8Array } | undefined> => {
    const head = await take(2);
    if (!head) return undefined;
    const [first = 0, second = 0] = head;
    let length = second & 0x7f;
    if (length >= 126) {
      const extended = await take(length === 126 ? 2 : 8);
      if (!extended) return undefined;
      length = extended.reduce((sum, byte) => sum * 256 + byte, 0);
    }
    const mask = (second & 0x80) === 0 ? undefined : await take(4);
    const payload = await take(length);
    if (!payload) return undefined;
    return { kind: first & 0x0f, payload: mask ? payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : payload };
  };
  const send = (kind: number, payload: Uint8Array): Promise<void> => raw.write(concatBytes([frameHead(kind, payload.length), payload]));
  const close = (): void => {
    if (closed) return;
    closed = true;
    void send(opcode.close, new Uint8Array([0x03, 0xe8])).catch(() => undefined).then(() => raw.close());
  };
  return {
    async read(max = 65536) {
      while (message.length === 0) {
        const frame = closed ? undefined : await nextFrame();
        if (!frame || frame.kind === opcode.close) {
          close();
          return noBytes;
        }
        if (frame.kind === opcode.ping) await send(opcode.pong, frame.payload);
        else if (frame.kind < opcode.close) message = frame.payload;
      }
      const part = message.subarray(0, max);
      message = message.subarray(max);
      return part;
    },
    write: (bytes) => send(opcode.binary, bytes),
    closeWrite: close,
    close,
  };
}

function frameHead(kind: number, length: number): Uint8Array {
  if (length < 126) return new Uint8Array([0x80 | kind, length]);
  if (length < 65536) return new Uint8Array([0x80 | kind, 126, length >> 8, length & 0xff]);
  return new Uint8Array([0x80 | kind, 127, 0, 0, 0, 0, (length >>> 24) & 0xff, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff]);
}
