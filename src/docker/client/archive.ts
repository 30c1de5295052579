import { decodeUtf8, type ByteSource } from '../../base/index.ts';
import type { ContainerPathStat } from '../api/index.ts';
import type { HttpClientResponse } from '../../base/http/index.ts';
import { DockerError } from './error.ts';
import type { Transport } from './transport.ts';

/** `/containers/{id}/archive`: what `docker cp` uses. */
export class ArchiveClient {
  readonly #http: Transport;

  constructor(http: Transport) {
    this.#http = http;
  }

  async stat(id: string, path: string): Promise<ContainerPathStat> {
    const response = await this.#http.send({ method: 'HEAD', path: archivePath(id), query: { path } });
    return statOf(response);
  }

  /** A path as a tar archive. */
  async get(id: string, path: string): Promise<{ stat: ContainerPathStat; archive: ByteSource }> {
    const response = await this.#http.send({ path: archivePath(id), query: { path } });
    return { stat: statOf(response), archive: response.body };
  }

  /** Unpacks a tar archive into the directory `path`. */
  put(id: string, path: string, archive: ByteSource | Uint8Array, options: { allowOverwriteDirWithFile?: boolean; copyUidGid?: boolean } = {}): Promise<void> {
    const query = { path, noOverwriteDirNonDir: options.allowOverwriteDirWithFile ? undefined : 'true', copyUIDGID: options.copyUidGid ? 'true' : undefined };
    return this.#http.done({ method: 'PUT', path: archivePath(id), query, body: archive, headers: { 'content-type': 'application/x-tar' } });
  }
}

function archivePath(id: string): string {
  return `/containers/${encodeURIComponent(id)}/archive`;
}

function statOf(response: HttpClientResponse): ContainerPathStat {
  const header = response.headers.get('x-docker-container-path-stat');
  if (header === null) throw new DockerError('System', 'unable to get resource stat from response');
  return JSON.parse(decodeUtf8(Uint8Array.from(atob(header), (c) => c.charCodeAt(0)))) as ContainerPathStat;
}
