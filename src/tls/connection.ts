import { type ByteStream, concatBytes, noBytes, type RandomBytes, type TlsTrace } from '../base/index.ts';
import { type AlertName, alertCode, isTlsError, TlsError } from './alert.ts';
import type { TlsSession } from './handshake.ts';
import { alertError, handshakeType, type TlsMessage } from './handshake-message.ts';
import { expandLabel } from './key-schedule.ts';
import type { RecordLayer } from './record-layer.ts';
import { contentType, protect13 } from './record-protection.ts';
import { uint, vector } from './wire.ts';

/** How much of each direction's bytes a trace gets whole; after that the beginning of each piece. */
const tracedWhole = 256 * 1024;
const tracedPiece = 2048;

/**
 * An established TLS connection: what is written and read is the application's. The end of the stream is the peer's close_notify; without one, `read` rejects with TlsError `truncated`,
 * and with `alert` when the peer sent a fatal alert (which is how a server of TLS 1.3 refuses a client's certificate).
 */
export class TlsConnection implements ByteStream {
  /** What was agreed on. */
  readonly session: TlsSession;
  readonly #records: RecordLayer;
  readonly #trace: TlsTrace | undefined;
  readonly #random: RandomBytes;
  readonly #onMessage: ((message: TlsMessage) => void) | undefined;
  #rest: Uint8Array = noBytes;
  #ended: 'notified' | 'failed' | undefined;
  #failure: unknown;
  #closed = false;
  #written = 0;
  #readTotal = 0;
  #silent = false;
  #messages: Uint8Array = noBytes;
  /** Told of session tickets (TLS 1.3) by their lifetime in seconds and body, as they come. */
  onTicket: ((ticket: Uint8Array) => void) | undefined;

  constructor(records: RecordLayer, session: TlsSession, options: { random: RandomBytes; trace?: TlsTrace | undefined; onMessage?: ((message: TlsMessage) => void) | undefined }) {
    this.#records = records;
    this.session = session;
    this.#trace = options.trace;
    this.#random = options.random;
    this.#onMessage = options.onMessage;
    records.reading = session.reading;
    records.writing = session.writing;
  }

  /** Stops `data` steps of the trace: whoever speaks HTTP/2 tells of its frames itself. */
  silenceData(): void {
    this.#silent = true;
  }

  #tell(sent: boolean, data: Uint8Array, before: number): void {
    if (this.#silent || !this.#trace) return;
    this.#trace({ kind: 'data', sent, data: before + data.length > tracedWhole ? data.subarray(0, tracedPiece) : data, length: data.length });
  }

  async read(max = 65536): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      if (this.#ended === 'failed') throw this.#failure;
      if (this.#ended) return noBytes;
      await this.#receive();
    }
    const taken = this.#rest.subarray(0, max);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  async #receive(): Promise<void> {
    try {
      const record = await this.#records.read();
      if (!record) throw new TlsError('truncated');
      if (record.type === contentType.applicationData) {
        this.#tell(false, record.plain, this.#readTotal);
        this.#readTotal += record.plain.length;
        this.#rest = record.plain;
      } else if (record.type === contentType.alert) this.#alert(record.plain);
      else if (record.type === contentType.handshake && this.session.version === 'TLSv1.3') await this.#postHandshake(record.plain);
      else if (record.type === contentType.handshake) await this.#refuseRenegotiation();
      else throw new TlsError('protocol', 'unexpected_message');
    } catch (error) {
      if (isTlsError(error) && error.alert !== undefined && error.kind !== 'alert') await this.#sendAlert(error.alert);
      this.#ended = 'failed';
      this.#failure = error;
    }
  }

  #alert(plain: Uint8Array): void {
    this.#onMessage?.({ sent: false, kind: 'alert', code: (plain[0] ?? 0) * 256 + (plain[1] ?? 0), length: plain.length });
    const error = alertError(plain, this.#trace);
    if (error.alertCode === 0) this.#ended = 'notified';
    else if (plain[0] === 2 || this.session.version === 'TLSv1.3') throw error;
  }

  async #refuseRenegotiation(): Promise<void> {
    this.#records.queue(contentType.alert, Uint8Array.of(1, alertCode('no_renegotiation')));
    await this.#records.flush();
  }

  async #postHandshake(bytes: Uint8Array): Promise<void> {
    this.#messages = concatBytes([this.#messages, bytes]);
    while (this.#messages.length >= 4) {
      const [type = 0, a = 0, b = 0, c = 0] = this.#messages;
      const length = 4 + a * 65536 + b * 256 + c;
      if (this.#messages.length < length) return;
      const body = this.#messages.slice(4, length);
      this.#messages = this.#messages.subarray(length);
      this.#onMessage?.({ sent: false, kind: 'handshake', code: type, length });
      if (type === handshakeType.newSessionTicket) this.onTicket?.(body);
      else if (type === handshakeType.keyUpdate) await this.#updateKeys(body[0] === 1);
      else throw new TlsError('protocol', 'unexpected_message');
    }
  }

  /** RFC 8446, section 4.6.3. */
  async #updateKeys(answer: boolean): Promise<void> {
    const { secrets, cipherSuite } = this.session;
    if (!secrets) return;
    const next = (secret: Uint8Array): Uint8Array => expandLabel(cipherSuite.hash, secret, 'traffic upd', noBytes, cipherSuite.hash.outputLen);
    secrets.reading = next(secrets.reading);
    this.#records.reading = protect13(cipherSuite, secrets.reading);
    if (!answer) return;
    this.#records.queue(contentType.handshake, Uint8Array.of(handshakeType.keyUpdate, 0, 0, 1, 0));
    secrets.writing = next(secrets.writing);
    this.#records.writing = protect13(cipherSuite, secrets.writing);
    await this.#records.flush();
  }

  /** Server, TLS 1.3: gives the client tickets. They are good for nothing: every connection is a full handshake. */
  async sendTickets(count: number, manner: 'openssl' | 'go'): Promise<void> {
    for (let index = 0; index < count; index++) {
      // As large as the ones that those send.
      const nonce = manner === 'openssl' ? [uint(4, 0), uint(4, index)] : [];
      const body = concatBytes([uint(4, manner === 'openssl' ? 7200 : 604800), this.#random(4), vector(1, ...nonce), vector(2, this.#random(manner === 'openssl' ? (this.session.alpn === undefined ? 208 : 224) : 105)), uint(2, 0)]);
      const message = concatBytes([uint(1, handshakeType.newSessionTicket), vector(3, body)]);
      this.#onMessage?.({ sent: true, kind: 'handshake', code: handshakeType.newSessionTicket, length: message.length });
      this.#records.queue(contentType.handshake, message);
    }
    await this.#records.flush().catch(() => undefined);
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.#tell(true, bytes, this.#written);
    this.#written += bytes.length;
    this.#records.queue(contentType.applicationData, bytes);
    await this.#records.flush();
  }

  async #sendAlert(name: AlertName): Promise<void> {
    if (name !== 'close_notify') this.#trace?.({ kind: 'alert', sent: true, alert: { code: alertCode(name), name } });
    this.#onMessage?.({ sent: true, kind: 'alert', code: (name === 'close_notify' ? 256 : 512) + alertCode(name), length: 2 });
    await this.#records.alert(name);
  }

  #notified = false;

  async #notify(): Promise<void> {
    if (this.#notified) return;
    this.#notified = true;
    await this.#sendAlert('close_notify');
  }

  closeWrite(): void {
    void this.#notify().then(() => this.#records.closeWrite());
  }

  /** Says goodbye and closes; does not wait for the peer's. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    void this.#notify().then(() => this.#records.close());
  }

  /** Closes, when the goodbye is on its way. */
  async shutdown(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#notify();
    this.#records.close();
  }
}
