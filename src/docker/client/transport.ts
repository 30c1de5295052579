import { encodeUtf8, decodeUtf8, type ByteSource, type ByteStream } from '../../base/index.ts';
import { HttpAgent, HttpConnection, HttpSyntaxError, statusText, type HttpClientResponse } from '../../base/http/index.ts';
import { queryEscape } from '../../base/go/index.ts';
import { apiVersion, compareApiVersions } from '../api/index.ts';
import { connectionError, daemonError, DockerError } from './error.ts';

/** Opens a connection to the daemon. Rejects with an error whose `code` is an errno (`EACCES`, `ENOENT`, `ECONNREFUSED` …). */
export type Dialer = () => Promise<ByteStream>;

export interface ClientOptions {
  dial: Dialer;
  /** The daemon's address as the user gave it, for messages. Default `unix:///var/run/docker.sock`. */
  host?: string;
  /** A fixed API version instead of the newest that both sides speak (DOCKER_API_VERSION). */
  apiVersion?: string;
  userAgent?: string;
  /** Whether `dial` encrypts: addresses in messages are then https. */
  secure?: boolean;
}

/** Values of a query; what is undefined is left out, a list repeats the key. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** Without the version, such as `/containers/json`. */
  path: string;
  query?: Query;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: ByteSource | Uint8Array;
  signal?: AbortSignal | undefined;
}

/** What `/_ping` tells. */
export interface PingResponse {
  apiVersion: string;
  osType: string;
  experimental: boolean;
  builderVersion: string;
  /** `inactive`, or `active/manager`. */
  swarm: string;
}

/** Sends requests of the Engine API and turns refusals into DockerErrors. */
export class Transport {
  readonly host: string;
  readonly #scheme: 'http' | 'https';
  readonly #dial: Dialer;
  readonly #agent: HttpAgent;
  readonly #userAgent: string | undefined;
  #version: string;
  #negotiated: Promise<void> | undefined;

  constructor(options: ClientOptions) {
    this.host = options.host ?? 'unix:///var/run/docker.sock';
    this.#scheme = options.secure ? 'https' : 'http';
    this.#dial = options.dial;
    this.#agent = new HttpAgent(options.dial);
    this.#userAgent = options.userAgent;
    this.#version = options.apiVersion ?? apiVersion;
    if (options.apiVersion !== undefined) this.#negotiated = Promise.resolve();
  }

  /** The API version in use; final after the first request. */
  get version(): string {
    return this.#version;
  }

  /** Asks the daemon for its API version, once; a daemon that does not answer leaves it as it is. */
  negotiate(): Promise<void> {
    this.#negotiated ??= this.ping().then(
      (ping) => {
        if (ping.apiVersion !== '' && compareApiVersions(ping.apiVersion, this.#version) < 0) this.#version = ping.apiVersion;
      },
      () => {
        this.#negotiated = undefined;
      },
    );
    return this.#negotiated;
  }

  async ping(signal?: AbortSignal): Promise<PingResponse> {
    const { headers } = await this.#exchange({ method: 'HEAD', path: '/_ping', signal }, '/_ping', this.#agent);
    return {
      apiVersion: headers.get('api-version') ?? '',
      osType: headers.get('ostype') ?? '',
      experimental: headers.get('docker-experimental') === 'true',
      builderVersion: headers.get('builder-version') ?? '',
      swarm: headers.get('swarm') ?? '',
    };
  }

  /** The answer, whose status is below 400; else a DockerError. */
  async send(request: ApiRequest): Promise<HttpClientResponse> {
    await this.negotiate();
    return this.#exchange(request, this.#target(request), this.#agent);
  }

  async json<T>(request: ApiRequest): Promise<T> {
    return (await (await this.send(request)).json()) as T;
  }

  /** For answers whose body says nothing. */
  async done(request: ApiRequest): Promise<void> {
    await (await this.send(request)).bytes();
  }

  /** Asks for the raw connection, as attach and exec do. */
  async hijack(request: ApiRequest): Promise<{ stream: ByteStream; mediaType: string }> {
    await this.negotiate();
    const upgrade = { ...request, method: 'POST' as const, headers: { ...request.headers, connection: 'Upgrade', upgrade: 'tcp' } };
    const target = this.#target(request);
    const response = await this.#exchange(upgrade, target, { request: async (sent) => new HttpConnection(await this.#dial()).request(sent) });
    if (response.status !== 101 && response.status !== 200) {
      response.close();
      throw new DockerError('Unknown', `unable to upgrade to tcp, received ${response.status}`, response.status);
    }
    return { stream: response.upgrade(), mediaType: response.headers.get('content-type') ?? '' };
  }

  close(): void {
    this.#agent.close();
  }

  #target(request: ApiRequest): string {
    return `/v${this.#version}${request.path}${encodeQuery(request.query)}`;
  }

  async #exchange(request: ApiRequest, target: string, agent: Pick<HttpAgent, 'request'>): Promise<HttpClientResponse> {
    const method = request.method ?? 'GET';
    const headers = new Headers(request.headers);
    headers.set('host', this.host.startsWith('unix:') ? 'api.moby.localhost' : this.host.replace(/^\w+:\/\//, ''));
    if (this.#userAgent !== undefined) headers.set('user-agent', this.#userAgent);
    if (request.json !== undefined) headers.set('content-type', 'application/json');
    const body = request.json === undefined ? request.body : encodeUtf8(`${JSON.stringify(request.json)}\n`);
    let response: HttpClientResponse;
    try {
      response = await agent.request({ method, path: target, headers, ...(body && { body }), ...(request.signal && { signal: request.signal }) });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (error instanceof HttpSyntaxError) throw new DockerError('ConnectionFailed', `error during connect: ${error.message}`);
      const authority = this.host.startsWith('unix:') ? encodeURIComponent(this.host.slice('unix://'.length)) : this.host.replace(/^\w+:\/\//, '');
      throw connectionError(error, this.host, method, `${this.#scheme}://${authority}${target}`);
    }
    if (response.status >= 400) throw daemonError(response.status, await this.#messageOf(response, target));
    return response;
  }

  async #messageOf(response: HttpClientResponse, target: string): Promise<string> {
    const text = decodeUtf8(await response.bytes()).trim();
    if (text === '') return `request returned ${statusText(response.status)} for API route and version ${target}, check if the server supports the requested API version`;
    if (!response.headers.get('content-type')?.startsWith('application/json')) return text;
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null && 'message' in parsed) return String(parsed.message).trim();
    } catch {
      // Said to be JSON and is not: shown as it is.
    }
    return text;
  }
}

/** `?a=1&b=2` with keys in order, as Go's url.Values writes them; empty for none. */
function encodeQuery(query: Query = {}): string {
  const parts: string[] = [];
  for (const key of Object.keys(query).sort()) {
    const value = query[key];
    if (value === undefined) continue;
    for (const item of typeof value === 'object' ? value : [String(value)]) parts.push(`${queryEscape(key)}=${queryEscape(item)}`);
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
