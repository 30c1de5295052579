import type { Context, Hono } from 'hono';
import { encodeUtf8 } from '../base/index.ts';
import { type Digest, digestOf, isDigest } from '../oci/index.ts';
import { ContentDigester } from './content-digest.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';
import type { Upload } from './storage.ts';
import { randomUuid } from './uuid.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const chunk = 1 << 20;

/** Uploads of blobs: POST `/v2/NAME/blobs/uploads/` (also mounts), then PATCH, PUT, GET, DELETE at the Location answered. */
export function uploadRoutes(app: Hono, registry: RegistryContext): void {
  const { storage, random, authorize, specification } = registry;

  app.post('/v2/:name/uploads', async (context) => {
    const name = context.req.param('name');
    const { mount, from, digest } = context.req.query();
    await authorize(context.req.raw, name, ['pull', 'push'], mount !== undefined && from ? from : undefined);
    if (registry.noPush) throw new RegistryError('UNSUPPORTED');
    if (mount !== undefined && from && isDigest(mount) && (await storage.mountBlob(name, mount, from))) return created(context, name, mount);
    const id = randomUuid(random);
    const upload = await storage.startUpload(name, id);
    if (specification === '1.0' || digest === undefined) return progress(context, name, id, upload, 202);
    await receive(context, upload);
    return finish(context, name, id, upload, digest);
  });

  app.on(['GET', 'PATCH', 'PUT', 'DELETE'], '/v2/:name/uploads', async (context) => {
    await authorize(context.req.raw, context.req.param('name'), context.req.method === 'GET' ? ['pull'] : context.req.method === 'DELETE' ? ['delete'] : ['pull', 'push']);
    throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
  });

  app.get('/v2/:name/uploads/:id', async (context) => {
    const { name, id } = context.req.param();
    await authorize(context.req.raw, name, ['pull']);
    return progress(context, name, id, await find(context, name, id), 204);
  });

  app.patch('/v2/:name/uploads/:id', async (context) => {
    const { name, id } = context.req.param();
    await authorize(context.req.raw, name, ['pull', 'push']);
    const upload = await find(context, name, id);
    const type = context.req.header('content-type');
    if (specification === '1.0' && type !== undefined && type !== 'application/octet-stream') throw new RegistryError('UNKNOWN', { detail: {} });
    checkOrder(context, name, id, upload);
    await receive(context, upload);
    return progress(context, name, id, upload, 202);
  });

  app.put('/v2/:name/uploads/:id', async (context) => {
    const { name, id } = context.req.param();
    await authorize(context.req.raw, name, ['pull', 'push']);
    const upload = await find(context, name, id);
    const digest = context.req.query('digest');
    if (digest === undefined || digest === '') throw new RegistryError('DIGEST_INVALID', { detail: 'digest missing' });
    if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID', { detail: 'digest parsing failed' });
    checkOrder(context, name, id, upload);
    if (!readsForms(context)) await receive(context, upload);
    return finish(context, name, id, upload, digest);
  });

  app.delete('/v2/:name/uploads/:id', async (context) => {
    const { name, id } = context.req.param();
    await authorize(context.req.raw, name, ['delete']);
    await find(context, name, id);
    await storage.removeUpload(name, id);
    return new Response(null, { status: 204, headers: { 'docker-upload-uuid': id } });
  });

  async function find(context: Context, name: string, id: string): Promise<Upload> {
    const state = context.req.query('_state');
    if (!uuid.test(id) || state !== stateOf(name, id)) throw new RegistryError('BLOB_UPLOAD_INVALID', { detail: {} });
    const upload = await storage.upload(name, id);
    if (!upload) throw new RegistryError('BLOB_UPLOAD_UNKNOWN', { detail: {} });
    return upload;
  }

  /** "Chunks MUST be uploaded in order": a Content-Range must start where the upload stands (OCI distribution specification 1.1; distribution 2.8 does not look at it). */
  function checkOrder(context: Context, name: string, id: string, upload: Upload): void {
    const range = context.req.header('content-range');
    if (specification === '1.0' || range === undefined) return;
    const [, first, last] = /^(?:bytes[ =])?(\d+)-(\d+)(?:\/.*)?$/.exec(range) ?? [];
    const length = context.req.header('content-length');
    const whole = length === undefined || Number(last) - Number(first) + 1 === Number(length);
    if (first !== undefined && Number(first) === upload.size && whole) return;
    throw new RegistryError('RANGE_INVALID', { headers: where(context, name, id, upload) });
  }

  /** Looking for the digest, distribution 2.8 reads a body that calls itself a form (as `curl --data-binary` does unless told otherwise): of the blob nothing is left. */
  function readsForms(context: Context): boolean {
    return specification === '1.0' && context.req.header('content-type')?.split(';')[0] === 'application/x-www-form-urlencoded';
  }

  async function finish(context: Context, name: string, id: string, upload: Upload, digest: string): Promise<Response> {
    if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID', { detail: 'digest parsing failed' });
    if ((await digestOfUpload(upload, digest)) !== digest) {
      await storage.removeUpload(name, id);
      throw new RegistryError('DIGEST_INVALID', { detail: { Digest: digest, Reason: {} } });
    }
    await storage.finishUpload(name, id, digest);
    return created(context, name, digest);
  }

  function where(context: Context, name: string, id: string, upload: Upload): Record<string, string> {
    return {
      location: registry.urlOf(context.req.raw, `${name}/blobs/uploads/${id}?_state=${stateOf(name, id)}`),
      range: `0-${Math.max(0, upload.size - 1)}`,
      'docker-upload-uuid': id,
    };
  }

  function progress(context: Context, name: string, id: string, upload: Upload, status: 202 | 204): Response {
    return new Response(null, { status, headers: { ...where(context, name, id, upload), ...(status === 202 && { 'content-length': '0' }) } });
  }

  function created(context: Context, name: string, digest: string): Response {
    const location = registry.urlOf(context.req.raw, `${name}/blobs/${digest}`);
    return new Response(null, { status: 201, headers: { location, 'docker-content-digest': digest, 'content-length': '0' } });
  }
}

/** Clients must use the Location they were given; the state in it shows that they do. */
function stateOf(name: string, id: string): string {
  return digestOf(encodeUtf8(`${name} ${id}`)).slice(7, 50);
}

async function receive(context: Context, upload: Upload): Promise<void> {
  const { body } = context.req.raw;
  if (body) for await (const part of body) await upload.append(part);
}

async function digestOfUpload(upload: Upload, like: Digest): Promise<Digest> {
  const digester = new ContentDigester(like);
  for (let at = 0; at < upload.size; at += chunk) digester.update(await upload.read(at, Math.min(upload.size, at + chunk)));
  return digester.digest();
}
