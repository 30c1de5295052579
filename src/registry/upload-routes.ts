import type { Context, Hono } from 'hono';
import { encodeUtf8 } from '../base/index.ts';
import { digestOf, isDigest } from '../oci/index.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';
import type { Upload } from './storage.ts';
import { randomUuid } from './uuid.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Uploads of blobs: POST `/v2/NAME/blobs/uploads/` (also mounts), then PATCH, PUT, GET, DELETE at the Location answered. */
export function uploadRoutes(app: Hono, { storage, random, authorize }: RegistryContext): void {
  app.post('/v2/:name/uploads', async (context) => {
    const name = context.req.param('name');
    const { mount, from } = context.req.query();
    await authorize(context.req.raw, name, ['pull', 'push'], mount !== undefined && from ? from : undefined);
    if (mount !== undefined && from && isDigest(mount) && (await storage.mountBlob(name, mount, from))) return created(context, name, mount);
    const id = randomUuid(random);
    return progress(context, name, id, await storage.startUpload(name, id), 202);
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
    await receive(context, upload);
    return progress(context, name, id, upload, 202);
  });

  app.put('/v2/:name/uploads/:id', async (context) => {
    const { name, id } = context.req.param();
    await authorize(context.req.raw, name, ['pull', 'push']);
    const upload = await find(context, name, id);
    const digest = context.req.query('digest');
    if (digest === undefined) throw new RegistryError('DIGEST_INVALID', { detail: 'digest missing' });
    if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID', { detail: 'digest parsing failed' });
    await receive(context, upload);
    const bytes = await upload.bytes();
    if (digestOf(bytes) !== digest) throw new RegistryError('DIGEST_INVALID', { detail: { Digest: digest, Reason: {} } });
    await storage.putBlob(name, digest, bytes);
    await storage.removeUpload(name, id);
    return created(context, name, digest);
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
}

/** Clients must use the Location they were given; the state in it shows that they do. */
function stateOf(name: string, id: string): string {
  return digestOf(encodeUtf8(`${name} ${id}`)).slice(7, 50);
}

function progress(context: Context, name: string, id: string, upload: Upload, status: 202 | 204): Response {
  const location = new URL(`/v2/${name}/blobs/uploads/${id}?_state=${stateOf(name, id)}`, context.req.url).href;
  return new Response(null, { status, headers: { location, range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': id, ...(status === 202 && { 'content-length': '0' }) } });
}

function created(context: Context, name: string, digest: string): Response {
  return new Response(null, { status: 201, headers: { location: new URL(`/v2/${name}/blobs/${digest}`, context.req.url).href, 'docker-content-digest': digest, 'content-length': '0' } });
}

async function receive(context: Context, upload: Upload): Promise<void> {
  const { body } = context.req.raw;
  if (body) for await (const part of body) await upload.append(part);
}
