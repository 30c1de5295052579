import { type ByteStream, concatBytes, decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { sha512 } from '@noble/hashes/sha2.js';

/** What both sides say first, as OpenSSH of Debian 13 does. */
export const sshVersion = 'SSH-2.0-OpenSSH_10.0p2 Debian-7+deb13u4';

/** What a frame is about. */
export type FrameKind = 'hello' | 'host-key' | 'auth' | 'accepted' | 'denied' | 'session' | 'input' | 'end' | 'size' | 'output' | 'error' | 'status';

const kinds: readonly FrameKind[] = ['hello', 'host-key', 'auth', 'accepted', 'denied', 'session', 'input', 'end', 'size', 'output', 'error', 'status'];

/** One message. */
export interface Frame {
  kind: FrameKind;
  body: Uint8Array;
}

/** A stream of bytes from a shared seed, so that who looks at packets reads nothing. It keeps no secret from who knows this code. */
class Mask {
  readonly #seed: Uint8Array;
  #block: Uint8Array = new Uint8Array();
  #count = 0;
  #at = 0;

  constructor(seed: Uint8Array) {
    this.#seed = seed;
  }

  apply(bytes: Uint8Array): Uint8Array {
    return bytes.map((byte) => {
      if (this.#at === this.#block.length) {
        this.#block = sha512(concatBytes([this.#seed, encodeUtf8(String(this.#count++))]));
        this.#at = 0;
      }
      return byte ^ (this.#block[this.#at++] ?? 0);
    });
  }
}

/**
 * The conversation of our ssh and sshd over a connection: OpenSSH's greeting lines, then frames of our own (kind, length, body), masked. It is not SSH-2: keys are checked by
 * real ed25519 signatures, but what is sent is hidden from the eye, not from an attacker.
 */
export class SshWire {
  readonly #stream: ByteStream;
  #buffer: Uint8Array = new Uint8Array();
  #in: Mask | undefined;
  #out: Mask | undefined;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  /** Exchanges the greeting lines; undefined when the other side is no SSH. */
  async greet(): Promise<string | undefined> {
    await this.#stream.write(encodeUtf8(`${sshVersion}\r\n`));
    for (let line = await this.#line(); line !== undefined; line = await this.#line()) if (line.startsWith('SSH-')) return line;
    return undefined;
  }

  /** From here on what is sent is masked. */
  mask(seed: Uint8Array, server: boolean): void {
    const mask = (way: string): Mask => new Mask(concatBytes([seed, encodeUtf8(way)]));
    this.#in = mask(server ? 'up' : 'down');
    this.#out = mask(server ? 'down' : 'up');
  }

  async send(kind: FrameKind, body: Uint8Array | string | object = ''): Promise<void> {
    const bytes = body instanceof Uint8Array ? body : encodeUtf8(typeof body === 'string' ? body : JSON.stringify(body));
    const { length } = bytes;
    const frame = concatBytes([Uint8Array.of(kinds.indexOf(kind), length >>> 24, length >>> 16, length >>> 8, length), bytes]);
    await this.#stream.write(this.#out ? this.#out.apply(frame) : frame);
  }

  /** The next frame; undefined at the end. */
  async receive(): Promise<Frame | undefined> {
    const head = await this.#take(5);
    if (!head) return undefined;
    const length = new DataView(head.buffer, head.byteOffset, 5).getUint32(1);
    const body = await this.#take(length);
    const kind = kinds[head[0] ?? 0];
    return body && kind ? { kind, body } : undefined;
  }

  close(): void {
    this.#stream.close();
  }

  async #fill(): Promise<boolean> {
    const part = await this.#stream.read();
    if (part.length === 0) return false;
    this.#buffer = concatBytes([this.#buffer, this.#in ? this.#in.apply(part) : part]);
    return true;
  }

  async #take(length: number): Promise<Uint8Array | undefined> {
    while (this.#buffer.length < length) if (!(await this.#fill())) return undefined;
    const taken = this.#buffer.slice(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  async #line(): Promise<string | undefined> {
    for (let end = this.#buffer.indexOf(10); ; end = this.#buffer.indexOf(10)) {
      if (end >= 0) {
        const line = decodeUtf8(this.#buffer.subarray(0, end)).replace(/\r$/, '');
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
      }
      if (this.#buffer.length > 1024 || !(await this.#fill())) return undefined;
    }
  }
}

/** The object in a frame. */
export function bodyOf<T>(frame: Frame): T {
  return JSON.parse(decodeUtf8(frame.body)) as T;
}

/** Asks to be let in. */
export interface AuthRequest {
  user: string;
  password?: string;
  /** base64 */
  key?: string;
  signature?: string;
}

/** What is to be run. */
export interface SessionRequest {
  /** undefined: a login shell. */
  command?: string;
  pty?: { rows: number; columns: number; term: string };
}
