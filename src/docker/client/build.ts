import type { ByteSource } from '../../base/index.ts';
import type { BuildQuery, JsonMessage, RegistryAuth } from '../api/index.ts';
import { jsonStream } from './json-lines.ts';
import { encodeRegistryConfig } from './registry-auth.ts';
import type { Transport } from './transport.ts';

/** `POST /build`: sends a context (a tar archive) and gives the builder's messages. */
export async function* buildImage(
  http: Transport,
  query: BuildQuery,
  context: ByteSource | Uint8Array | undefined,
  options: { auths?: Record<string, RegistryAuth>; signal?: AbortSignal } = {},
): AsyncGenerator<JsonMessage> {
  const headers = { 'content-type': 'application/x-tar', ...encodeRegistryConfig(options.auths ?? {}) };
  yield* jsonStream<JsonMessage>(await http.send({ method: 'POST', path: '/build', query: { ...query }, headers, ...(context && { body: context }), signal: options.signal }));
}
