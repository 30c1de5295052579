import type { ByteSource } from '../../base/index.ts';
import type { BuildQuery, JsonMessage, RegistryAuth } from '../api/index.ts';
import { ArchiveClient } from './archive.ts';
import { buildImage } from './build.ts';
import { ContainersClient } from './containers.ts';
import { ExecClient } from './exec.ts';
import { ImagesClient } from './images.ts';
import { NetworksClient } from './networks.ts';
import { SystemClient } from './system.ts';
import { Transport, type ApiRequest, type ClientOptions } from './transport.ts';
import { VolumesClient } from './volumes.ts';
import type { HttpClientResponse } from '../../base/http/index.ts';

/** The Engine API, by group of routes. Every call rejects with a DockerError when the daemon refuses or cannot be reached. */
export class DockerClient {
  readonly containers: ContainersClient;
  readonly archive: ArchiveClient;
  readonly exec: ExecClient;
  readonly images: ImagesClient;
  readonly networks: NetworksClient;
  readonly volumes: VolumesClient;
  readonly system: SystemClient;
  readonly #http: Transport;

  constructor(options: ClientOptions) {
    const http = new Transport(options);
    this.#http = http;
    this.containers = new ContainersClient(http);
    this.archive = new ArchiveClient(http);
    this.exec = new ExecClient(http);
    this.images = new ImagesClient(http);
    this.networks = new NetworksClient(http);
    this.volumes = new VolumesClient(http);
    this.system = new SystemClient(http);
  }

  get host(): string {
    return this.#http.host;
  }

  /** The API version in use; final after `negotiate` or the first request. */
  get apiVersion(): string {
    return this.#http.version;
  }

  negotiate(): Promise<void> {
    return this.#http.negotiate();
  }

  build(query: BuildQuery, context: ByteSource | Uint8Array | undefined, options?: { auths?: Record<string, RegistryAuth>; signal?: AbortSignal }): AsyncGenerator<JsonMessage> {
    return buildImage(this.#http, query, context, options);
  }

  /** Any other route. */
  request(request: ApiRequest): Promise<HttpClientResponse> {
    return this.#http.send(request);
  }

  /** Closes all connections. */
  close(): void {
    this.#http.close();
  }
}
