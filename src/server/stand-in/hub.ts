import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { digestHex, type Digest, type ImageIndex, isDigest } from '../../oci/index.ts';

/** Token server and service of the Hub. */
const realm = 'https://auth.docker.io/token';
const service = 'registry.docker.io';

/** An OCI layout served as Docker Hub serves its images: read only, with anonymous tokens. */
export class Hub {
  readonly #folder: string;
  /** Digest of each `REPOSITORY:TAG`. */
  readonly #tags = new Map<string, Digest>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<Hub> {
    const hub = new Hub(folder);
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as ImageIndex;
    for (const { digest, annotations } of index.manifests) hub.#tags.set(annotations?.['org.opencontainers.image.ref.name'] ?? '', digest);
    return hub;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'https://hub');
    if (pathname === '/token') return json(response, 200, { token: 'anonymous', access_token: 'anonymous', expires_in: 300, issued_at: new Date().toISOString() });
    response.setHeader('docker-distribution-api-version', 'registry/2.0');
    const match = /^\/v2\/(?:(.+)\/(manifests|blobs|tags)\/([^/]+))?$/.exec(pathname);
    if (!match) return failure(response, 404, 'NAME_UNKNOWN', 'repository name not known to registry');
    const [, repository, kind, reference = ''] = match;
    const scope = repository ? `,scope="repository:${repository}:pull"` : '';
    const challenge = `Bearer realm="${realm}",service="${service}"${scope}`;
    if (!request.headers.authorization) {
      response.setHeader('www-authenticate', challenge);
      return failure(response, 401, 'UNAUTHORIZED', 'authentication required', repository ? [{ Type: 'repository', Class: '', Name: repository, Action: 'pull' }] : null);
    }
    if (!repository) return json(response, 200, {});
    const tags = [...this.#tags.keys()].filter((name) => name.startsWith(`${repository}:`)).map((name) => name.slice(repository.length + 1));
    if (tags.length === 0) {
      // The Hub does not tell what does not exist from what is private.
      response.setHeader('www-authenticate', `${challenge},error="insufficient_scope"`);
      return failure(response, 401, 'UNAUTHORIZED', 'authentication required', [{ Type: 'repository', Class: '', Name: repository, Action: 'pull' }]);
    }
    if (kind === 'tags') return json(response, 200, { name: repository, tags: tags.sort() });
    const digest = kind === 'manifests' && !reference.includes(':') ? this.#tags.get(`${repository}:${reference}`) : reference;
    if (digest === undefined || !isDigest(digest)) return failure(response, 404, 'MANIFEST_UNKNOWN', 'manifest unknown', `unknown tag=${reference}`);
    return this.#blob(digest, kind === 'manifests', request, response);
  }

  async #blob(digest: Digest, isManifest: boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = join(this.#folder, 'blobs', 'sha256', digestHex(digest));
    const found = await stat(path).catch(() => undefined);
    if (!found) return isManifest ? failure(response, 404, 'MANIFEST_UNKNOWN', 'manifest unknown') : failure(response, 404, 'BLOB_UNKNOWN', 'blob unknown to registry');
    const type = isManifest ? (JSON.parse(await readFile(path, 'utf8')) as { mediaType: string }).mediaType : 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': found.size, 'docker-content-digest': digest, etag: `"${digest}"` });
    if (request.method === 'HEAD') response.end();
    else createReadStream(path).pipe(response);
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

function failure(response: ServerResponse, status: number, code: string, message: string, detail?: unknown): void {
  json(response, status, { errors: [{ code, message, ...(detail !== undefined && { detail }) }] });
}
