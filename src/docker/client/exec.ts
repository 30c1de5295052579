import type { ByteStream } from '../../base/index.ts';
import type { ExecCreateRequest, ExecCreateResponse, ExecInspect, ExecStartRequest } from '../api/index.ts';
import type { Transport } from './transport.ts';

/** Routes under `/exec`, and the creation of one under `/containers`. */
export class ExecClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  create(container: string, body: ExecCreateRequest): Promise<ExecCreateResponse> {
    return this.#http.json({ method: 'POST', path: `/containers/${encodeURIComponent(container)}/exec`, json: body });
  }

  /** Starts it and carries its streams. */
  attach(id: string, body: ExecStartRequest): Promise<{ stream: ByteStream; mediaType: string }> {
    return this.#http.hijack({ path: `/exec/${id}/start`, json: body });
  }

  /** Starts it detached. */
  start(id: string, body: ExecStartRequest): Promise<void> {
    return this.#http.done({ method: 'POST', path: `/exec/${id}/start`, json: body });
  }

  inspect(id: string): Promise<ExecInspect> {
    return this.#http.json({ path: `/exec/${id}/json` });
  }

  resize(id: string, size: { rows: number; columns: number }): Promise<void> {
    return this.#http.done({ method: 'POST', path: `/exec/${id}/resize`, query: { h: size.rows, w: size.columns } });
  }
}
