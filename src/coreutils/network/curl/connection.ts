import type { ByteStream } from '../../../base/index.ts';
import type { Http2Connection } from '../../../base/http2/index.ts';
import type { HttpReader } from './http-reader.ts';

/** A connection to a server or a proxy, which may outlive its transfer. */
export interface Connection {
  readonly id: number;
  /** What must be the same for another transfer to use it. */
  readonly key: string;
  /** How messages call it. */
  readonly host: string;
  readonly scheme: string;
  readonly viaProxy: 'no' | 'plain' | 'tunnel';
  readonly stream: ByteStream;
  readonly reader: HttpReader;
  /** Loaded where the server chose HTTP/2. */
  readonly http2: Http2Connection | undefined;
  readonly secure: boolean;
  readonly remoteIp: string;
  readonly remotePort: number;
  readonly localIp: string;
  readonly localPort: number;
  readonly verifyResult: number;
  /** The answer to CONNECT. */
  readonly connectCode: number;
}

/** Connections that wait for their next transfer. */
export class ConnectionPool {
  #idle: Connection[] = [];
  #next = 0;

  /** The number of a new connection. */
  number(): number {
    return this.#next++;
  }

  /** Takes out a connection that still lives; the dead ones of that kind are closed. */
  take(key: string): Connection | undefined {
    for (;;) {
      const found = this.#idle.findIndex((one) => one.key === key);
      if (found < 0) return undefined;
      const [one] = this.#idle.splice(found, 1);
      if (one && !one.reader.ended && one.reader.buffered === 0 && !one.http2?.closed) return one;
      one?.stream.close();
    }
  }

  /** Keeps a connection for later, and watches whether the server ends it. */
  keep(connection: Connection): void {
    this.#idle.push(connection);
    if (!connection.http2) connection.reader.fill().catch(() => undefined);
  }

  /** Closes what is left. */
  close(): void {
    for (const { stream } of this.#idle) stream.close();
    this.#idle = [];
  }
}
