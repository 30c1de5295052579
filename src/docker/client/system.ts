import { encodeFilters, type AuthResponse, type BuildPruneResponse, type DiskUsageResponse, type EventMessage, type Filters, type InfoResponse, type RegistryAuth, type VersionResponse } from '../api/index.ts';
import { jsonStream } from './json-lines.ts';
import type { PingResponse, Transport } from './transport.ts';

/** Routes about the daemon itself. */
export class SystemClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  /** Rejects when the daemon does not answer. */
  ping(signal?: AbortSignal): Promise<PingResponse> {
    return this.#http.ping(signal);
  }

  version(): Promise<VersionResponse> {
    return this.#http.json({ path: '/version' });
  }

  info(): Promise<InfoResponse> {
    return this.#http.json({ path: '/info' });
  }

  diskUsage(types?: readonly ('container' | 'image' | 'volume' | 'build-cache')[]): Promise<DiskUsageResponse> {
    return this.#http.json({ path: '/system/df', query: { type: types } });
  }

  /** Events as they come; ends at `until` or when the signal aborts. */
  async *events(options: { since?: string; until?: string; filters?: Filters; signal?: AbortSignal } = {}): AsyncGenerator<EventMessage> {
    const { since, until, filters, signal } = options;
    const query = { since: since || undefined, until: until || undefined, filters: filters && encodeFilters(filters) };
    yield* jsonStream<EventMessage>(await this.#http.send({ path: '/events', query, signal }));
  }

  /** Checks credentials with their registry. */
  login(auth: RegistryAuth): Promise<AuthResponse> {
    return this.#http.json({ method: 'POST', path: '/auth', json: auth });
  }

  pruneBuildCache(options: { all?: boolean; filters?: Filters; keepStorage?: number } = {}): Promise<BuildPruneResponse> {
    const query = { all: options.all ? '1' : undefined, filters: options.filters && encodeFilters(options.filters), 'keep-storage': options.keepStorage };
    return this.#http.json({ method: 'POST', path: '/build/prune', query });
  }
}
