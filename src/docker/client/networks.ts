import {
  encodeFilters, type Filters, type NetworkConnectRequest, type NetworkCreateRequest, type NetworkCreateResponse, type NetworkDisconnectRequest, type NetworkInspect,
  type NetworksPruneResponse,
} from '../api/index.ts';
import type { Transport } from './transport.ts';

/** Routes under `/networks`. */
export class NetworksClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  list(filters?: Filters): Promise<NetworkInspect[]> {
    return this.#http.json({ path: '/networks', query: { filters: filters && encodeFilters(filters) } });
  }

  inspect(id: string, options: { verbose?: boolean; scope?: string } = {}): Promise<NetworkInspect> {
    return this.#http.json({ path: pathOf(id), query: { verbose: options.verbose ? 'true' : undefined, scope: options.scope || undefined } });
  }

  create(body: NetworkCreateRequest): Promise<NetworkCreateResponse> {
    return this.#http.json({ method: 'POST', path: '/networks/create', json: body });
  }

  connect(id: string, body: NetworkConnectRequest): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/connect`, json: body });
  }

  disconnect(id: string, body: NetworkDisconnectRequest): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/disconnect`, json: body });
  }

  remove(id: string): Promise<void> {
    return this.#http.done({ method: 'DELETE', path: pathOf(id) });
  }

  prune(filters?: Filters): Promise<NetworksPruneResponse> {
    return this.#http.json({ method: 'POST', path: '/networks/prune', query: { filters: filters && encodeFilters(filters) } });
  }
}

function pathOf(id: string): string {
  return `/networks/${encodeURIComponent(id)}`;
}
