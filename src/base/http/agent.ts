import type { ByteStream } from '../index.ts';
import { HttpConnection, type HttpClientRequest, type HttpClientResponse } from './client.ts';

/** Sends requests to one server, on connections that are kept and used again. */
export class HttpAgent {
  readonly #dial: () => Promise<ByteStream>;
  #connections: HttpConnection[] = [];

  /** `dial` opens a connection; what it rejects with, `request` rejects with. */
  constructor(dial: () => Promise<ByteStream>) {
    this.#dial = dial;
  }

  /** As `HttpConnection.request`, on an idle connection or a new one. */
  async request(request: HttpClientRequest): Promise<HttpClientResponse> {
    this.#connections = this.#connections.filter((connection) => !connection.closed);
    let connection = this.#connections.find((kept) => kept.reusable);
    if (!connection) {
      connection = new HttpConnection(await this.#dial());
      this.#connections.push(connection);
    }
    return connection.request(request);
  }

  /** Closes all connections, busy ones too. */
  close(): void {
    for (const connection of this.#connections.splice(0)) connection.close();
  }
}
