import { addBody, header, type Message, newMessage } from './message.ts';

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Reads one direction of an HTTP/1 connection from pieces that may have gaps. Messages appear in `messages` as soon as their head is there, and grow. */
export class HttpReader {
  readonly messages: Message[] = [];
  /** Whether the next message has no body whatever its headers say: an answer to HEAD. */
  readonly #bodiless: (index: number) => boolean;
  #pending = '';
  #open: Message | undefined;
  /** Bytes of the body to come; of chunks, of the chunk at hand. */
  #left = 0;
  #chunks = false;
  #untilClose = false;

  constructor(bodiless: (index: number) => boolean = () => false) {
    this.#bodiless = bodiless;
  }

  /** Takes a piece; behind `data` `missing` bytes were not seen. */
  push(data: Uint8Array, missing = 0): void {
    if (this.#open && !this.#chunks && (this.#untilClose || this.#left > 0)) return this.#fixed(data, missing);
    this.#pending += latin(data);
    this.#read();
    if (missing === 0) return;
    // What was not seen may be body; where it is not known what it was, reading begins anew with the next piece.
    if (this.#open) {
      addBody(this.#open, new Uint8Array(0), missing);
      if (!this.#chunks && !this.#untilClose) {
        this.#left -= missing;
        if (this.#left <= 0) this.#end();
        return;
      }
      if (this.#chunks) this.#end();
    }
    this.#pending = '';
  }

  /** The connection has ended. */
  close(): void {
    if (this.#open) this.#end();
  }

  #fixed(data: Uint8Array, missing: number): void {
    if (!this.#open) return;
    const mine = this.#untilClose ? data.length : Math.min(data.length, this.#left);
    const lost = this.#untilClose ? missing : Math.min(missing, this.#left - mine);
    addBody(this.#open, data.subarray(0, mine), lost);
    if (this.#untilClose) return;
    this.#left -= mine + lost;
    if (this.#left > 0) return;
    this.#end();
    if (mine < data.length) this.push(data.subarray(mine), missing - lost);
  }

  #read(): void {
    for (;;) {
      if (this.#open && this.#chunks) {
        if (!this.#chunk()) return;
      } else if (this.#open) {
        const rest = bytesOf(this.#pending);
        this.#pending = '';
        return this.#fixed(rest, 0);
      } else if (!this.#head()) return;
    }
  }

  #head(): boolean {
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const [start = '', ...lines] = this.#pending.slice(0, end).split('\r\n');
    this.#pending = this.#pending.slice(end + 4);
    const message = newMessage(start, lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }));
    const status = Number(/^HTTP\/\S+ (\d{3})/.exec(start)?.[1] ?? 0);
    const length = header(message, 'content-length');
    const bodiless = this.#bodiless(this.messages.length) || status === 204 || status === 304 || (status >= 100 && status < 200);
    this.messages.push(message);
    this.#open = message;
    this.#chunks = !bodiless && /chunked/i.test(header(message, 'transfer-encoding') ?? '');
    this.#left = bodiless ? 0 : Number(length ?? 0);
    this.#untilClose = !bodiless && !this.#chunks && length === undefined && status > 0;
    if (!this.#chunks && !this.#untilClose && this.#left === 0) this.#end();
    return true;
  }

  /** Reads a chunk that is all there. */
  #chunk(): boolean {
    const line = /^([0-9a-f]+)[^\r\n]*\r\n/i.exec(this.#pending);
    if (!line || !this.#open) return false;
    const size = Number.parseInt(line[1] ?? '', 16);
    const from = line[0].length;
    if (size === 0) {
      const end = this.#pending.indexOf('\r\n', from);
      if (end < 0) return false;
      this.#pending = this.#pending.slice(end + 2);
      this.#end();
      return true;
    }
    if (this.#pending.length < from + size + 2) return false;
    addBody(this.#open, bytesOf(this.#pending.slice(from, from + size)));
    this.#pending = this.#pending.slice(from + size + 2);
    return true;
  }

  #end(): void {
    if (this.#open) this.#open.ended = true;
    this.#open = undefined;
    this.#left = 0;
    this.#chunks = false;
    this.#untilClose = false;
  }
}
