import type { HttpClientResponse } from '../../../base/http/index.ts';
import { digestOf, manifestAccept } from '../../../oci/index.ts';
import type { RegistryStorage } from '../../../registry/index.ts';
import { type Upstream, UpstreamError } from './upstream.ts';

/**
 * A pull-through cache: tags are asked for at the registry behind, and known ones serve while it is away; manifests and blobs that are not here are fetched and kept. Nothing can be pushed into it
 * by others.
 */
export function proxyStorage(own: RegistryStorage, upstream: Upstream): RegistryStorage {
  /** The answer when it is a good one; undefined when there is none or nobody answers. */
  const ask = async (path: string, repository: string, accept: readonly string[] = []): Promise<HttpClientResponse | undefined> => {
    try {
      const response = await upstream.get(path, repository, accept);
      if (response.status === 200) return response;
      await response.text();
      return undefined;
    } catch (error) {
      if (error instanceof UpstreamError) return undefined;
      throw error;
    }
  };
  return {
    ...own,
    async tags(repository) {
      const response = await ask(`${repository}/tags/list`, repository);
      return response ? (((await response.json()) as { tags: string[] | null }).tags ?? []) : own.tags(repository);
    },
    async resolveTag(repository, tag) {
      const response = await ask(`${repository}/manifests/${tag}`, repository, manifestAccept);
      if (!response) return own.resolveTag(repository, tag);
      const bytes = await response.bytes();
      const digest = digestOf(bytes);
      await own.putManifest(repository, digest, { mediaType: response.headers.get('content-type')?.split(';')[0] ?? '', bytes });
      await own.setTag(repository, tag, digest);
      return digest;
    },
    async manifest(repository, digest) {
      const known = await own.manifest(repository, digest);
      if (known) return known;
      const response = await ask(`${repository}/manifests/${digest}`, repository, manifestAccept);
      if (!response) return undefined;
      await own.putManifest(repository, digest, { mediaType: response.headers.get('content-type')?.split(';')[0] ?? '', bytes: await response.bytes() });
      return own.manifest(repository, digest);
    },
    async blob(repository, digest) {
      const known = await own.blob(repository, digest);
      if (known) return known;
      const response = await ask(`${repository}/blobs/${digest}`, repository);
      if (!response) return undefined;
      await own.putBlob(repository, digest, await response.bytes());
      return own.blob(repository, digest);
    },
  };
}
