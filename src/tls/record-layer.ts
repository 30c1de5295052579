import { ByteQueue, type ByteStream, concatBytes, noBytes } from '../base/index.ts';
import { type AlertName, alertCode, TlsError } from './alert.ts';
import { contentType, plainRecords, type RecordProtection } from './record-protection.ts';
import { uint } from './wire.ts';

/** Longest plain text of a record. */
const recordLimit = 16384;

/** A record that came, without its protection. */
export interface TlsRecord {
  type: number;
  plain: Uint8Array;
}

/** Bytes of records that came and went. */
export interface RecordTally {
  read: number;
  written: number;
}

/** Records over a stream of bytes: RFC 8446, section 5. */
export class RecordLayer {
  readonly #stream: ByteStream;
  readonly #incoming = new ByteQueue();
  readonly #queued: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  readonly #tally: RecordTally | undefined;
  #received = 0;
  reading: RecordProtection = plainRecords;
  writing: RecordProtection = plainRecords;
  /** The version in the header of records that are sent in clear: the first ClientHello says TLS 1.0. */
  headerVersion = 0x0303;

  constructor(stream: ByteStream, tally?: RecordTally) {
    this.#stream = stream;
    this.#tally = tally;
  }

  /** Bytes of records that have come, with their headers. */
  get received(): number {
    return this.#received;
  }

  /** The next record; undefined when the stream has ended. Bytes that are no record at the very beginning are `not-tls`. */
  async read(): Promise<TlsRecord | undefined> {
    if (!(await this.#fill(5))) return undefined;
    const header = this.#incoming.take(5);
    if (this.#tally) this.#tally.read += 5;
    const [type = 0, major = 0, , high = 0, low = 0] = header;
    const length = high * 256 + low;
    if (type < 20 || type > 23 || major !== 3) {
      if (this.#received > 0) throw new TlsError('protocol', 'protocol_version');
      throw new TlsError('not-tls', undefined, { bytes: concatBytes([header, this.#incoming.take(this.#incoming.length)]) });
    }
    if (length > recordLimit + 256) throw new TlsError('protocol', 'record_overflow');
    if (!(await this.#fill(length))) return undefined;
    this.#received += 5 + length;
    if (this.#tally) this.#tally.read += length;
    const { type: inner, plain } = this.reading.open(type, this.#incoming.take(length));
    return { type: inner, plain };
  }

  async #fill(length: number): Promise<boolean> {
    while (this.#incoming.length < length) {
      const part = await this.#stream.read();
      if (part.length === 0) {
        // A short answer that is no record is told as such.
        if (this.#received === 0 && this.#incoming.length > 0 && length === 5) throw new TlsError('not-tls', undefined, { bytes: this.#incoming.take(this.#incoming.length) });
        return false;
      }
      this.#incoming.push(part);
    }
    return true;
  }

  /** Seals bytes as records, to be sent with the next flush. */
  queue(type: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length || at === 0; at += recordLimit) {
      const sealed = this.writing.seal(type, bytes.subarray(at, at + recordLimit));
      this.#queued.push(concatBytes([Uint8Array.of(sealed.type), uint(2, this.headerVersion), uint(2, sealed.body.length), sealed.body]));
    }
  }

  /** Sends what is queued, in one go, after what went before. */
  flush(): Promise<void> {
    const bytes = this.#queued.length === 0 ? noBytes : concatBytes(this.#queued.splice(0));
    const before = this.#writing;
    if (this.#tally) this.#tally.written += bytes.length;
    const write = async (): Promise<void> => {
      await before;
      if (bytes.length > 0) await this.#stream.write(bytes);
    };
    const done = write();
    this.#writing = done.catch(() => undefined);
    return done;
  }

  /** Sends an alert; that nobody reads it any more is no failure. */
  async alert(name: AlertName): Promise<void> {
    this.queue(contentType.alert, Uint8Array.of(name === 'close_notify' || name === 'user_canceled' ? 1 : 2, alertCode(name)));
    await this.flush().catch(() => undefined);
  }

  closeWrite(): void {
    this.#stream.closeWrite();
  }

  close(): void {
    this.#stream.close();
  }
}
