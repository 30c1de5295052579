import { header, type Message } from './message.ts';
import type { Exchange } from './talks.ts';

/** What an exchange was for, in the conversation of a client with a registry; the names of its explanations. */
export type Meaning =
  | 'pingRefused' | 'pingPassed' | 'token' | 'tokenRefused' | 'needsToken' | 'denied' | 'manifestAsked' | 'index' | 'manifest' | 'schema1' | 'manifestMissing' | 'manifestPut' | 'blob' | 'blobThere' | 'blobMissing' | 'uploadBegun' | 'mounted'
  | 'uploadPart' | 'uploadEnded' | 'tags' | 'catalogue';

/** Method, path and status of an exchange. */
export function outline({ request, response }: Exchange): { method: string; path: string; status: number | undefined } {
  const [method = '', path = ''] = request.start.split(' ');
  const status = /^HTTP\/\S+ (\d{3})/.exec(response?.start ?? '')?.[1];
  return { method, path, status: status === undefined ? undefined : Number(status) };
}

/** What it was for; undefined when it has nothing to do with a registry, or the answer has not come. */
export function meaningOf(exchange: Exchange): Meaning | undefined {
  const { method, path, status } = outline(exchange);
  if (status === undefined) return undefined;
  const place = path.replace(/\?.*/, '');
  if (place === '/v2/') return status === 401 ? 'pingRefused' : status === 200 ? 'pingPassed' : undefined;
  if (/[?&](scope|service)=/.test(path) && !place.startsWith('/v2/')) return status === 200 ? 'token' : 'tokenRefused';
  if (!place.startsWith('/v2/')) return undefined;
  if (status === 401) return 'needsToken';
  if (status === 403) return 'denied';
  if (place === '/v2/_catalog') return 'catalogue';
  if (place.endsWith('/tags/list')) return 'tags';
  if (place.includes('/manifests/')) return manifest(method, status, exchange.response);
  if (place.includes('/blobs/uploads/')) return upload(method, status);
  if (place.includes('/blobs/')) return status === 404 ? 'blobMissing' : method === 'HEAD' ? 'blobThere' : 'blob';
  return undefined;
}

function manifest(method: string, status: number, response: Message | undefined): Meaning {
  if (status === 404) return 'manifestMissing';
  if (method === 'PUT') return 'manifestPut';
  if (method === 'HEAD') return 'manifestAsked';
  const type = header(response, 'content-type') ?? '';
  return /index|manifest\.list/.test(type) ? 'index' : /v1\+(pretty)?j/.test(type) && !/oci/.test(type) ? 'schema1' : 'manifest';
}

function upload(method: string, status: number): Meaning | undefined {
  if (method === 'POST') return status === 201 ? 'mounted' : 'uploadBegun';
  return method === 'PATCH' ? 'uploadPart' : method === 'PUT' ? 'uploadEnded' : undefined;
}
