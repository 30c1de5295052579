import { encodeFilters, type Filters, type Volume, type VolumeCreateRequest, type VolumeListResponse, type VolumesPruneResponse } from '../api/index.ts';
import type { Transport } from './transport.ts';

/** Routes under `/volumes`. */
export class VolumesClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  list(filters?: Filters): Promise<VolumeListResponse> {
    return this.#http.json({ path: '/volumes', query: { filters: filters && encodeFilters(filters) } });
  }

  inspect(name: string): Promise<Volume> {
    return this.#http.json({ path: `/volumes/${encodeURIComponent(name)}` });
  }

  create(body: VolumeCreateRequest): Promise<Volume> {
    return this.#http.json({ method: 'POST', path: '/volumes/create', json: body });
  }

  remove(name: string, options: { force?: boolean } = {}): Promise<void> {
    return this.#http.done({ method: 'DELETE', path: `/volumes/${encodeURIComponent(name)}`, query: { force: options.force ? '1' : undefined } });
  }

  prune(filters?: Filters): Promise<VolumesPruneResponse> {
    return this.#http.json({ method: 'POST', path: '/volumes/prune', query: { filters: filters && encodeFilters(filters) } });
  }
}
