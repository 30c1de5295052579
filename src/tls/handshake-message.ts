import { concatBytes } from '../base/index.ts';
import { alertName, TlsError } from './alert.ts';
import type { RecordLayer } from './record-layer.ts';
import { contentType } from './record-protection.ts';
import type { CipherSuite } from './cipher-suite.ts';
import type { TlsTrace } from '../base/index.ts';
import { uint, vector } from './wire.ts';

/** Types of handshake messages: RFC 8446, section 4. */
export const handshakeType = {
  clientHello: 1, serverHello: 2, newSessionTicket: 4, encryptedExtensions: 8, certificate: 11, serverKeyExchange: 12, certificateRequest: 13, serverHelloDone: 14, certificateVerify: 15, clientKeyExchange: 16,
  finished: 20, certificateStatus: 22, keyUpdate: 24, messageHash: 254,
} as const;

/** A handshake message. */
export interface HandshakeMessage {
  type: number;
  body: Uint8Array;
}

/** A message below the application's. `code` is the number of a handshake message (RFC 8446, section 4), of an alert with 256 times its level; `length` is in bytes, with the message's header. */
export interface TlsMessage {
  sent: boolean;
  kind: 'handshake' | 'change-cipher-spec' | 'alert';
  code: number;
  length: number;
}

/** Tells of an alert that came, and makes the error of it. */
export function alertError(plain: Uint8Array, trace: TlsTrace | undefined): TlsError {
  const code = plain[1] ?? 0;
  const name = alertName(code);
  trace?.({ kind: 'alert', sent: false, alert: { code, name: name ?? 'unknown' } });
  return new TlsError('alert', name, { alertCode: code });
}

/** Handshake messages over records, with the transcript of all that were sent and received. */
export class HandshakeChannel {
  readonly records: RecordLayer;
  readonly #trace: TlsTrace | undefined;
  /** Tells of a message, as OpenSSL's message callback is told. */
  readonly tell: (message: TlsMessage) => void;
  #buffer: Uint8Array = new Uint8Array();
  #transcript: Uint8Array[] = [];

  constructor(records: RecordLayer, trace: TlsTrace | undefined, onMessage: ((message: TlsMessage) => void) | undefined) {
    this.records = records;
    this.#trace = trace;
    this.tell = (message) => onMessage?.(message);
  }

  /** Queues a message. */
  send(type: number, ...parts: readonly Uint8Array[]): void {
    const raw = concatBytes([uint(1, type), vector(3, ...parts)]);
    this.tell({ sent: true, kind: 'handshake', code: type, length: raw.length });
    this.#transcript.push(raw);
    this.records.queue(contentType.handshake, raw);
  }

  /** Queues the record that changes keys in TLS 1.2 and means nothing in 1.3. */
  sendChangeCipherSpec(): void {
    this.tell({ sent: true, kind: 'change-cipher-spec', code: 1, length: 1 });
    this.records.queue(contentType.changeCipherSpec, Uint8Array.of(1));
  }

  /** The next message of one of these types; others are `unexpected_message`. It enters the transcript. */
  async receive(...types: readonly number[]): Promise<HandshakeMessage> {
    const raw = await this.#next();
    const message = { type: raw[0] ?? 0, body: raw.subarray(4) };
    if (!types.includes(message.type)) throw new TlsError('protocol', 'unexpected_message');
    this.tell({ sent: false, kind: 'handshake', code: message.type, length: raw.length });
    this.#transcript.push(raw);
    return message;
  }

  async #next(): Promise<Uint8Array> {
    for (;;) {
      if (this.#buffer.length >= 4) {
        const [, a = 0, b = 0, c = 0] = this.#buffer;
        const length = 4 + a * 65536 + b * 256 + c;
        if (this.#buffer.length >= length) {
          const raw = this.#buffer.slice(0, length);
          this.#buffer = this.#buffer.subarray(length);
          return raw;
        }
      }
      const record = await this.records.read();
      if (!record) throw new TlsError('closed');
      if (record.type === contentType.alert) throw this.#alert(record.plain);
      if (record.type === contentType.changeCipherSpec) {
        this.tell({ sent: false, kind: 'change-cipher-spec', code: 1, length: record.plain.length });
        continue;
      }
      if (record.type !== contentType.handshake) throw new TlsError('protocol', 'unexpected_message');
      this.#buffer = concatBytes([this.#buffer, record.plain]);
    }
  }

  #alert(plain: Uint8Array): TlsError {
    this.tell({ sent: false, kind: 'alert', code: (plain[0] ?? 0) * 256 + (plain[1] ?? 0), length: plain.length });
    return alertError(plain, this.#trace);
  }

  /** TLS 1.2: waits for the record that changes keys. */
  async receiveChangeCipherSpec(): Promise<void> {
    const record = await this.records.read();
    if (!record) throw new TlsError('closed');
    if (record.type === contentType.alert) throw this.#alert(record.plain);
    if (record.type !== contentType.changeCipherSpec || this.#buffer.length > 0) throw new TlsError('protocol', 'unexpected_message');
  }

  /** Hash of all messages until now. */
  transcriptHash(hash: CipherSuite['hash']): Uint8Array {
    return hash(concatBytes(this.#transcript));
  }

  /** All messages until now: TLS 1.2 signs them, not their hash. */
  transcript(): Uint8Array {
    return concatBytes(this.#transcript);
  }

  /** The first ClientHello counts as its hash only, when another one was asked for: RFC 8446, section 4.4.1. `after`: how many messages of the transcript came after it. */
  restart(hash: CipherSuite['hash'], after: number): void {
    const digest = hash(this.#transcript[0] ?? new Uint8Array());
    this.#transcript = [concatBytes([uint(1, handshakeType.messageHash), vector(3, digest)]), ...this.#transcript.slice(1, 1 + after)];
  }
}
