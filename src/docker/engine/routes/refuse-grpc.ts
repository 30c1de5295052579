import { type ByteStream, concatBytes, encodeUtf8 } from '../../../base/index.ts';

// RFC 9113, section 6
const frame = { headers: 1, settings: 4, ping: 6, continuation: 9 } as const;
const flag = { ack: 1, endStream: 1, endHeaders: 4 } as const;
const prefaceLength = 24;
const headerLength = 9;
const largestFrame = 16_384;
/** UNIMPLEMENTED of gRPC's status codes. */
const unimplemented = '12';

/** Speaks just enough HTTP/2 to answer every call of gRPC with the status UNIMPLEMENTED and a message. Ends with the client. */
export async function refuseGrpc(stream: ByteStream, message: string): Promise<void> {
  const reader = new ExactReader(stream);
  await stream.write(encodeFrame(frame.settings, 0, 0));
  if (!(await reader.read(prefaceLength))) return;
  for (;;) {
    const header = await reader.read(headerLength);
    if (!header) return;
    const view = new DataView(header.buffer, header.byteOffset);
    const length = (view.getUint16(0) << 8) | view.getUint8(2);
    const type = view.getUint8(3);
    const flags = view.getUint8(4);
    const id = view.getUint32(5) & 0x7fffffff;
    if (length > largestFrame) return;
    const payload = await reader.read(length);
    if (!payload) return;
    if (type === frame.settings && !(flags & flag.ack)) await stream.write(encodeFrame(frame.settings, flag.ack, 0));
    else if (type === frame.ping && !(flags & flag.ack)) await stream.write(encodeFrame(frame.ping, flag.ack, 0, payload));
    else if ((type === frame.headers || type === frame.continuation) && flags & flag.endHeaders) {
      const fields = { ':status': '200', 'content-type': 'application/grpc', 'grpc-status': unimplemented, 'grpc-message': message };
      await stream.write(encodeFrame(frame.headers, flag.endStream | flag.endHeaders, id, encodeFields(fields)));
    }
  }
}

function encodeFrame(type: number, flags: number, id: number, payload: Uint8Array = new Uint8Array(0)): Uint8Array {
  const header = new Uint8Array(headerLength);
  const view = new DataView(header.buffer);
  view.setUint8(0, payload.length >> 16);
  view.setUint16(1, payload.length & 0xffff);
  view.setUint8(3, type);
  view.setUint8(4, flags);
  view.setUint32(5, id);
  return concatBytes([header, payload]);
}

/** HPACK (RFC 7541, section 6.2.2): literal fields without indexing, in plain text of at most 126 bytes each. */
function encodeFields(fields: Record<string, string>): Uint8Array {
  const text = (value: string): Uint8Array => {
    const bytes = encodeUtf8(value);
    if (bytes.length > 126) throw new RangeError('field too long');
    return concatBytes([new Uint8Array([bytes.length]), bytes]);
  };
  return concatBytes(Object.entries(fields).flatMap(([name, value]) => [new Uint8Array([0]), text(name), text(value)]));
}

/** Reads so many bytes at a time. */
class ExactReader {
  readonly #stream: ByteStream;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  /** Undefined when the stream ends before. */
  async read(count: number): Promise<Uint8Array | undefined> {
    while (this.#rest.length < count) {
      const part = await this.#stream.read();
      if (part.length === 0) return undefined;
      this.#rest = concatBytes([this.#rest, part]);
    }
    const bytes = this.#rest.slice(0, count);
    this.#rest = this.#rest.subarray(count);
    return bytes;
  }
}
