import type { Hono } from 'hono';
import { type Digest, isDigest } from '../oci/index.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';
import type { StoredBlob } from './storage.ts';

const chunk = 1 << 20;

/** GET, HEAD and DELETE of `/v2/NAME/blobs/DIGEST`. */
export function blobRoutes(app: Hono, { storage, allowDelete, authorize }: RegistryContext): void {
  app.on(['GET', 'HEAD'], '/v2/:name/blobs/:digest', async (context) => {
    const name = context.req.param('name');
    await authorize(context.req.raw, name, ['pull']);
    const digest = checkDigest(context.req.param('digest'));
    const blob = await storage.blob(name, digest);
    if (!blob) throw new RegistryError('BLOB_UNKNOWN', { detail: digest });
    const headers: Record<string, string> = { 'docker-content-digest': digest, etag: `"${digest}"`, 'cache-control': 'max-age=31536000' };
    if (context.req.header('if-none-match') === headers['etag']) return new Response(null, { status: 304, headers });
    const range = parseRange(context.req.header('range'), blob.size);
    if (range === 'outside') {
      return new Response('invalid range: failed to overlap\n', {
        status: 416, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', 'content-range': `bytes */${blob.size}`, 'x-content-type-options': 'nosniff' },
      });
    }
    const { start, end } = range ?? { start: 0, end: blob.size };
    Object.assign(headers, { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes', 'content-length': String(end - start) });
    if (range) headers['content-range'] = `bytes ${start}-${end - 1}/${blob.size}`;
    return new Response(context.req.method === 'HEAD' ? null : await content(blob, start, end), { status: range ? 206 : 200, headers });
  });

  app.delete('/v2/:name/blobs/:digest', async (context) => {
    const name = context.req.param('name');
    await authorize(context.req.raw, name, ['delete']);
    const digest = checkDigest(context.req.param('digest'));
    if (!allowDelete) throw new RegistryError('UNSUPPORTED');
    if (!(await storage.removeBlob(name, digest))) throw new RegistryError('BLOB_UNKNOWN');
    return new Response(null, { status: 202, headers: { 'content-length': '0' } });
  });
}

function checkDigest(text: string): Digest {
  if (!isDigest(text)) throw new RegistryError('DIGEST_INVALID', { detail: {} });
  return text;
}

/** The one range of a Range header; undefined when there is none that we know. */
function parseRange(header: string | undefined, size: number): { start: number; end: number } | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start >= size) return 'outside';
  return end > start ? { start, end } : undefined;
}

async function content(blob: StoredBlob, start: number, end: number): Promise<BodyInit> {
  if (end - start <= chunk) return (await blob.read(start, end)) as Uint8Array<ArrayBuffer>;
  let at = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await blob.read(at, Math.min(end, at + chunk));
      at += part.length;
      controller.enqueue(part);
      if (at >= end || part.length === 0) controller.close();
    },
  });
}
