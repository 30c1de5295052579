import { DockerError } from './error.ts';
import type { ByteSource, ByteStream } from '../../base/index.ts';
import {
  encodeFilters, type ContainerCreateRequest, type ContainerCreateResponse, type ContainerInspect, type ContainersPruneResponse, type ContainerStats, type ContainerSummary,
  type ContainerTopResponse, type ContainerUpdateRequest, type ContainerUpdateResponse, type ContainerWaitResponse, type FilesystemChange, type Filters,
} from '../api/index.ts';
import { jsonStream } from './json-lines.ts';
import type { Transport } from './transport.ts';

export interface ContainerListOptions {
  all?: boolean;
  limit?: number;
  size?: boolean;
  filters?: Filters;
}

export interface ContainerLogsOptions {
  stdout?: boolean;
  stderr?: boolean;
  follow?: boolean;
  timestamps?: boolean;
  details?: boolean;
  /** RFC 3339 or Unix seconds. */
  since?: string;
  until?: string;
  tail?: string;
  signal?: AbortSignal;
}

export interface ContainerAttachOptions {
  stream?: boolean;
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  logs?: boolean;
  detachKeys?: string;
}

/** Routes under `/containers`. A container is named by id, prefix of an id, or name. */
export class ContainersClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  list(options: ContainerListOptions = {}): Promise<ContainerSummary[]> {
    const { all, limit, size, filters } = options;
    return this.#http.json({ path: '/containers/json', query: { all: flag(all), limit, size: flag(size), filters: filters && encodeFilters(filters) } });
  }

  create(body: ContainerCreateRequest, query: { name?: string; platform?: string } = {}): Promise<ContainerCreateResponse> {
    return this.#http.json({ method: 'POST', path: '/containers/create', query: { ...query }, json: body });
  }

  inspect(id: string, options: { size?: boolean } = {}): Promise<ContainerInspect> {
    // The real client doesn't ask either.
    if (id === '') return Promise.reject(new DockerError('NotFound', 'Error: No such container: '));
    return this.#http.json({ path: `${pathOf(id)}/json`, query: { size: flag(options.size) } });
  }

  start(id: string, options: { detachKeys?: string; checkpoint?: string } = {}): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/start`, query: { detachKeys: options.detachKeys || undefined, checkpoint: options.checkpoint || undefined } });
  }

  /** `timeout` is seconds to wait before the kill; -1 for ever; absent: the container's own. */
  stop(id: string, options: { timeout?: number; signal?: string } = {}): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/stop`, query: { t: options.timeout, signal: options.signal || undefined } });
  }

  restart(id: string, options: { timeout?: number; signal?: string } = {}): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/restart`, query: { t: options.timeout, signal: options.signal || undefined } });
  }

  kill(id: string, signal?: string): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/kill`, query: { signal: signal || undefined } });
  }

  pause(id: string): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/pause` });
  }

  unpause(id: string): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/unpause` });
  }

  rename(id: string, name: string): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/rename`, query: { name } });
  }

  remove(id: string, options: { force?: boolean; volumes?: boolean; link?: boolean } = {}): Promise<void> {
    return this.#http.done({ method: 'DELETE', path: pathOf(id), query: { v: flag(options.volumes), link: flag(options.link), force: flag(options.force) } });
  }

  /** `answered` resolves when the daemon has taken the request, so that a container that is started then is not missed; `result` when the container is as asked. */
  wait(id: string, condition?: 'not-running' | 'next-exit' | 'removed', signal?: AbortSignal): { answered: Promise<void>; result: Promise<ContainerWaitResponse> } {
    const response = this.#http.send({ method: 'POST', path: `${pathOf(id)}/wait`, query: { condition }, signal });
    const result = response.then(async (answer) => (await answer.json()) as ContainerWaitResponse);
    const answered = response.then(() => undefined);
    // Callers may look at only one of the two.
    answered.catch(() => undefined);
    result.catch(() => undefined);
    return { answered, result };
  }

  update(id: string, body: ContainerUpdateRequest): Promise<ContainerUpdateResponse> {
    return this.#http.json({ method: 'POST', path: `${pathOf(id)}/update`, json: body });
  }

  top(id: string, psArgs?: readonly string[]): Promise<ContainerTopResponse> {
    return this.#http.json({ path: `${pathOf(id)}/top`, query: { ps_args: psArgs?.length ? psArgs.join(' ') : undefined } });
  }

  changes(id: string): Promise<FilesystemChange[] | null> {
    return this.#http.json({ path: `${pathOf(id)}/changes` });
  }

  /** The multiplexed stream, or raw bytes when the container has a terminal. */
  async logs(id: string, options: ContainerLogsOptions): Promise<ByteSource> {
    const { signal, stdout, stderr, follow, timestamps, details, since, until, tail } = options;
    const query = {
      stdout: flag(stdout), stderr: flag(stderr), follow: flag(follow), timestamps: flag(timestamps), details: flag(details),
      since: since || undefined, until: until || undefined, tail: tail || undefined,
    };
    return (await this.#http.send({ path: `${pathOf(id)}/logs`, query, signal })).body;
  }

  attach(id: string, options: ContainerAttachOptions): Promise<{ stream: ByteStream; mediaType: string }> {
    const { stream, stdin, stdout, stderr, logs, detachKeys } = options;
    const query = { stream: flag(stream), stdin: flag(stdin), stdout: flag(stdout), stderr: flag(stderr), logs: flag(logs), detachKeys: detachKeys || undefined };
    return this.#http.hijack({ path: `${pathOf(id)}/attach`, query, headers: { 'content-type': 'text/plain' } });
  }

  resize(id: string, size: { rows: number; columns: number }): Promise<void> {
    return this.#http.done({ method: 'POST', path: `${pathOf(id)}/resize`, query: { h: size.rows, w: size.columns } });
  }

  /** Samples; a single one with `stream: false`. */
  async *stats(id: string, options: { stream?: boolean; oneShot?: boolean; signal?: AbortSignal } = {}): AsyncGenerator<ContainerStats> {
    const query = { stream: options.stream === false ? '0' : '1', 'one-shot': flag(options.oneShot) };
    yield* jsonStream<ContainerStats>(await this.#http.send({ path: `${pathOf(id)}/stats`, query, signal: options.signal }));
  }

  /** The file system as a tar archive. */
  async export(id: string): Promise<ByteSource> {
    return (await this.#http.send({ path: `${pathOf(id)}/export` })).body;
  }

  prune(filters?: Filters): Promise<ContainersPruneResponse> {
    return this.#http.json({ method: 'POST', path: '/containers/prune', query: { filters: filters && encodeFilters(filters) } });
  }
}

function pathOf(id: string): string {
  return `/containers/${encodeURIComponent(id)}`;
}

function flag(on: boolean | undefined): string | undefined {
  return on ? '1' : undefined;
}
