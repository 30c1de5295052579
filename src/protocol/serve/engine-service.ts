import { type ByteSource, type ByteStream, type Disposable, toDisposable } from '../../base/index.ts';
import { requestHttp } from '../../base/http/index.ts';
import { ProtocolError } from '../errors.ts';
import type { EngineResponse } from '../messages.ts';
import type { SendEvent } from '../rpc.ts';

/** Most that is read of a followed answer at once, in bytes. */
const chunk = 64 * 1024;

/** Connects to the engine of a host: to its docker socket. */
export type ConnectEngine = () => Promise<ByteStream>;

/** The Engine API for a page: reads answers, and follows those that go on (events, logs). */
export class EngineService implements Disposable {
  readonly #send: SendEvent;
  readonly #followed = new Map<number, Disposable>();
  #lastId = 0;

  constructor(send: SendEvent) {
    this.#send = send;
  }

  async request(connect: ConnectEngine, method: string, path: string): Promise<EngineResponse> {
    if (method !== 'GET') throw new ProtocolError({ code: 'read-only', message: 'Pages may only read from the Engine API.' });
    const response = await requestHttp(await connect(), { path, headers: { Host: 'docker', Connection: 'close' } });
    return { status: response.status, body: await response.text() };
  }

  /** Follows an answer to GET; its text is told as it comes. Returns the number it is told under. Rejects when there is no engine, or when it refuses. */
  async follow(connect: ConnectEngine, path: string): Promise<number> {
    const response = await requestHttp(await connect(), { path, headers: { Host: 'docker', Connection: 'close' } });
    if (response.status !== 200) throw new ProtocolError({ code: 'engine-refused', message: await response.text(), data: { status: response.status } });
    const id = ++this.#lastId;
    this.#followed.set(id, toDisposable(() => response.close()));
    void this.#tell(id, response.body);
    return id;
  }

  /** Nobody follows any more. */
  close(id: number): void {
    this.#followed.get(id)?.dispose();
    this.#followed.delete(id);
  }

  dispose(): void {
    for (const id of this.#followed.keys()) this.close(id);
  }

  async #tell(id: number, body: ByteSource): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const bytes = await body.read(chunk);
        if (bytes.length === 0 || !this.#followed.has(id)) break;
        // The page takes it as fast as it can, no faster.
        await this.#send('engine.text', { follow: id, text: decoder.decode(bytes, { stream: true }) });
      }
    } catch {
      // The engine went away: the same end.
    }
    if (this.#followed.has(id)) void this.#send('engine.end', { follow: id });
    this.close(id);
  }
}
