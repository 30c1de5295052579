import type { ByteSource } from '../../base/index.ts';
import {
  encodeFilters, type ContainerCommitResponse, type ContainerConfig, type Filters, type ImageDeleteItem, type ImageHistoryItem, type ImageInspect, type ImageSearchResult,
  type ImagesPruneResponse, type ImageSummary, type JsonMessage, type RegistryAuth,
} from '../api/index.ts';
import { jsonStream } from './json-lines.ts';
import { encodeRegistryAuth } from './registry-auth.ts';
import type { Transport } from './transport.ts';

export interface ImageListOptions {
  all?: boolean;
  digests?: boolean;
  sharedSize?: boolean;
  filters?: Filters;
}

/** Routes under `/images`, `/commit` and `/build/prune`'s neighbours. An image is named by id, reference or digest. */
export class ImagesClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  list(options: ImageListOptions = {}): Promise<ImageSummary[]> {
    const { all, digests, sharedSize, filters } = options;
    return this.#http.json({
      path: '/images/json',
      query: { all: all ? '1' : undefined, digests: digests ? '1' : undefined, 'shared-size': sharedSize ? '1' : undefined, filters: filters && encodeFilters(filters) },
    });
  }

  inspect(name: string): Promise<ImageInspect> {
    return this.#http.json({ path: `/images/${imagePath(name)}/json` });
  }

  history(name: string): Promise<ImageHistoryItem[]> {
    return this.#http.json({ path: `/images/${imagePath(name)}/history` });
  }

  /** Progress of a pull; the stream's own errors are messages with `errorDetail`. */
  async *pull(fromImage: string, options: { tag?: string; platform?: string; auth?: RegistryAuth; signal?: AbortSignal } = {}): AsyncGenerator<JsonMessage> {
    const { tag, platform, auth, signal } = options;
    yield* jsonStream<JsonMessage>(
      await this.#http.send({ method: 'POST', path: '/images/create', query: { fromImage, tag, platform: platform || undefined }, headers: encodeRegistryAuth(auth), signal }),
    );
  }

  async *push(name: string, options: { tag?: string; auth?: RegistryAuth; signal?: AbortSignal } = {}): AsyncGenerator<JsonMessage> {
    const { tag, auth = {}, signal } = options;
    yield* jsonStream<JsonMessage>(await this.#http.send({ method: 'POST', path: `/images/${imagePath(name)}/push`, query: { tag }, headers: encodeRegistryAuth(auth), signal }));
  }

  async *import(
    source: ByteSource | string,
    options: { repo?: string; tag?: string; message?: string; changes?: readonly string[]; platform?: string } = {},
  ): AsyncGenerator<JsonMessage> {
    const { repo, tag, message, changes, platform } = options;
    const fromSrc = typeof source === 'string' ? source : '-';
    const query = { fromSrc, repo: repo || undefined, tag: tag || undefined, message: message || undefined, changes: changes ?? [], platform: platform || undefined };
    yield* jsonStream<JsonMessage>(
      await this.#http.send({ method: 'POST', path: '/images/create', query, ...(typeof source !== 'string' && { body: source, headers: { 'content-type': 'text/plain' } }) }),
    );
  }

  tag(name: string, repo: string, tag?: string): Promise<void> {
    return this.#http.done({ method: 'POST', path: `/images/${imagePath(name)}/tag`, query: { repo, tag: tag || undefined } });
  }

  remove(name: string, options: { force?: boolean; noPrune?: boolean } = {}): Promise<ImageDeleteItem[]> {
    const query = { force: options.force ? '1' : undefined, noprune: options.noPrune ? '1' : undefined };
    return this.#http.json({ method: 'DELETE', path: `/images/${imagePath(name)}`, query });
  }

  /** One archive with all of `names`. */
  async save(names: readonly string[]): Promise<ByteSource> {
    return (await this.#http.send({ path: '/images/get', query: { names } })).body;
  }

  async *load(archive: ByteSource, options: { quiet?: boolean } = {}): AsyncGenerator<JsonMessage> {
    const query = { quiet: options.quiet ? '1' : '0' };
    yield* jsonStream<JsonMessage>(await this.#http.send({ method: 'POST', path: '/images/load', query, body: archive, headers: { 'content-type': 'application/x-tar' } }));
  }

  search(term: string, options: { limit?: number; filters?: Filters; auth?: RegistryAuth } = {}): Promise<ImageSearchResult[]> {
    const query = { term, limit: options.limit || undefined, filters: options.filters && encodeFilters(options.filters) };
    return this.#http.json({ path: '/images/search', query, headers: encodeRegistryAuth(options.auth) });
  }

  prune(filters?: Filters): Promise<ImagesPruneResponse> {
    return this.#http.json({ method: 'POST', path: '/images/prune', query: { filters: filters && encodeFilters(filters) } });
  }

  commit(
    container: string,
    options: { repo?: string; tag?: string; comment?: string; author?: string; pause?: boolean; changes?: readonly string[]; config?: Partial<ContainerConfig> } = {},
  ): Promise<ContainerCommitResponse> {
    const { repo, tag, comment, author, pause, changes, config } = options;
    const query = { container, repo: repo || undefined, tag: tag || undefined, comment: comment || undefined, author: author || undefined, pause: pause === false ? '0' : undefined, changes };
    return this.#http.json({ method: 'POST', path: '/commit', query, json: config ?? null });
  }
}

/** A reference keeps its slashes and colons: routes match the rest of the path. */
function imagePath(name: string): string {
  return name.split('/').map((part) => encodeURIComponent(part).replace(/%3A/g, ':').replace(/%40/g, '@')).join('/');
}
