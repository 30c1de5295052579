// One conversation, held with our registry and, recorded in conformance.recorded.json, with Debian's docker-registry 2.8.
// Where that program is installed (or DOCKER_REGISTRY names it), the recording itself is checked too; RECORD=1 writes it anew.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, mediaTypes } from '../oci/index.ts';
import { createRegistry, memoryStorage } from './index.ts';

interface Step {
  say: string;
  method?: string;
  /** A path, or `$upload` for the Location of the last upload answer (with `?` or `&` and what follows). */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Answer {
  say: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const blob = 'hellohello';
const blobDigest = digestOf(blob);
const missing = `sha256:${'a'.repeat(64)}`;
const octets = { 'content-type': 'application/octet-stream' };
const config = JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } });
const manifestOf = (layer: string, mediaType: string = mediaTypes.dockerManifest): string =>
  JSON.stringify({
    schemaVersion: 2, mediaType, config: { mediaType: mediaTypes.dockerConfig, size: config.length, digest: digestOf(config) },
    layers: [{ mediaType: mediaTypes.dockerLayer, size: blob.length, digest: layer }],
  });
const indexOf = (digest: string): string =>
  JSON.stringify({
    schemaVersion: 2, mediaType: mediaTypes.ociIndex,
    manifests: [{ mediaType: mediaTypes.dockerManifest, size: manifest.length, digest, platform: { os: 'linux', architecture: 'amd64' } }],
  });
const manifest = manifestOf(blobDigest);
const manifestDigest = digestOf(manifest);
const asManifest = { 'content-type': mediaTypes.dockerManifest };

const conversation: Step[] = [
  { say: 'the base', path: '/v2/' },
  { say: 'outside', path: '/' },
  { say: 'no route', path: '/v2/x' },
  { say: 'no method', method: 'DELETE', path: '/v2/a/tags/list' },
  { say: 'a slash too many', path: '/v2/_catalog/?n=3' },
  { say: 'a slash too few', method: 'POST', path: '/v2/r/a/blobs/uploads' },
  { say: 'what may be asked', method: 'OPTIONS', path: '/v2/r/a/tags/list' },
  { say: 'what may be asked of a manifest', method: 'OPTIONS', path: '/v2/r/a/manifests/x' },
  { say: 'what may be asked of uploads', method: 'OPTIONS', path: '/v2/r/a/blobs/uploads/' },
  { say: 'uploads, which are not listed', path: '/v2/r/a/blobs/uploads/' },
  { say: 'an upload of no id', method: 'PUT', path: '/v2/r/a/blobs/uploads/' },
  { say: 'a method of nothing', method: 'DELETE', path: '/v2/r/a/tags/list' },
  { say: 'empty catalog', path: '/v2/_catalog' },
  { say: 'tags of nothing', path: '/v2/none/tags/list' },
  { say: 'no such manifest', path: '/v2/none/manifests/latest' },
  { say: 'no such manifest by digest', path: `/v2/none/manifests/${missing}` },
  { say: 'no such manifest, HEAD', method: 'HEAD', path: '/v2/none/manifests/latest' },
  { say: 'no such blob', path: `/v2/none/blobs/${missing}` },
  { say: 'upper-case name', path: '/v2/Upper/tags/list' },
  { say: 'no digest', path: '/v2/a/blobs/sha256:zz' },
  { say: 'start an upload', method: 'POST', path: '/v2/r/a/blobs/uploads/' },
  { say: 'first chunk', method: 'PATCH', path: '$upload', headers: octets, body: 'hello' },
  { say: 'ask how far', path: '$upload' },
  { say: 'second chunk', method: 'PATCH', path: '$upload', headers: { ...octets, 'content-range': '5-9' }, body: 'hello' },
  { say: 'finish with the wrong digest', method: 'PUT', path: `$upload&digest=${missing}` },
  { say: 'start again', method: 'POST', path: '/v2/r/a/blobs/uploads/' },
  { say: 'all in one chunk', method: 'PATCH', path: '$upload', headers: octets, body: blob },
  { say: 'finish without a digest', method: 'PUT', path: '$upload' },
  { say: 'finish', method: 'PUT', path: `$upload&digest=${blobDigest}` },
  { say: 'finished already', method: 'PUT', path: `$upload&digest=${blobDigest}` },
  { say: 'start one to cancel', method: 'POST', path: '/v2/r/a/blobs/uploads/' },
  { say: 'cancel', method: 'DELETE', path: '$upload' },
  { say: 'cancelled', path: '$upload' },
  { say: 'no such upload', path: '/v2/r/a/blobs/uploads/00000000-0000-0000-0000-000000000000' },
  { say: 'start a whole one', method: 'POST', path: '/v2/r/a/blobs/uploads/' },
  { say: 'put it whole', method: 'PUT', path: `$upload&digest=${digestOf(config)}`, headers: octets, body: config },
  { say: 'the blob', path: `/v2/r/a/blobs/${blobDigest}` },
  { say: 'the blob, HEAD', method: 'HEAD', path: `/v2/r/a/blobs/${blobDigest}` },
  { say: 'part of the blob', path: `/v2/r/a/blobs/${blobDigest}`, headers: { range: 'bytes=2-4' } },
  { say: 'rest of the blob', path: `/v2/r/a/blobs/${blobDigest}`, headers: { range: 'bytes=7-' } },
  { say: 'beyond the blob', path: `/v2/r/a/blobs/${blobDigest}`, headers: { range: 'bytes=20-40' } },
  { say: 'the blob elsewhere', path: `/v2/r/b/blobs/${blobDigest}` },
  { say: 'mount', method: 'POST', path: `/v2/r/b/blobs/uploads/?mount=${blobDigest}&from=r/a` },
  { say: 'mount from nowhere', method: 'POST', path: `/v2/r/c/blobs/uploads/?mount=${missing}&from=r/a` },
  { say: 'push a manifest', method: 'PUT', path: '/v2/r/a/manifests/1.0', headers: asManifest, body: manifest },
  { say: 'push it by its digest', method: 'PUT', path: `/v2/r/a/manifests/${manifestDigest}`, headers: asManifest, body: manifest },
  { say: 'push it by another digest', method: 'PUT', path: `/v2/r/a/manifests/${missing}`, headers: asManifest, body: manifest },
  { say: 'push one whose layer is missing', method: 'PUT', path: '/v2/r/a/manifests/bad', headers: asManifest, body: manifestOf(missing) },
  { say: 'push rubbish', method: 'PUT', path: '/v2/r/a/manifests/bad', headers: asManifest, body: '{' },
  { say: 'push an empty object', method: 'PUT', path: '/v2/r/a/manifests/bad', headers: asManifest, body: '{}' },
  { say: 'push a type nobody knows', method: 'PUT', path: '/v2/r/a/manifests/bad', headers: { 'content-type': 'text/plain' }, body: manifest },
  { say: 'push under a bad tag', method: 'PUT', path: '/v2/r/a/manifests/.bad', headers: asManifest, body: manifest },
  { say: 'push an index', method: 'PUT', path: '/v2/r/a/manifests/all', headers: { 'content-type': mediaTypes.ociIndex }, body: indexOf(manifestDigest) },
  { say: 'pull the index as an old client', path: '/v2/r/a/manifests/all', headers: { accept: mediaTypes.dockerManifest } },
  { say: 'pull the index', path: '/v2/r/a/manifests/all', headers: { accept: mediaTypes.ociIndex } },
  { say: 'push an index of what is missing', method: 'PUT', path: '/v2/r/a/manifests/bad', headers: { 'content-type': mediaTypes.ociIndex }, body: indexOf(missing) },
  { say: 'tag it again', method: 'PUT', path: '/v2/r/a/manifests/latest', headers: asManifest, body: manifest },
  { say: 'tags', path: '/v2/r/a/tags/list' },
  { say: 'first page of tags', path: '/v2/r/a/tags/list?n=1' },
  { say: 'catalog', path: '/v2/_catalog' },
  { say: 'first page of the catalog', path: '/v2/_catalog?n=1' },
  { say: 'next page of the catalog', path: '/v2/_catalog?n=1&last=r/a' },
  { say: 'a page of no number', path: '/v2/_catalog?n=x' },
  { say: 'pull', path: '/v2/r/a/manifests/1.0', headers: { accept: mediaTypes.dockerManifest } },
  { say: 'pull, HEAD', method: 'HEAD', path: '/v2/r/a/manifests/1.0', headers: { accept: mediaTypes.dockerManifest } },
  { say: 'pull by digest', path: `/v2/r/a/manifests/${manifestDigest}`, headers: { accept: mediaTypes.dockerManifest } },
  { say: 'pull what I have', path: '/v2/r/a/manifests/1.0', headers: { accept: mediaTypes.dockerManifest, 'if-none-match': `"${manifestDigest}"` } },
  { say: 'delete a tag', method: 'DELETE', path: '/v2/r/a/manifests/1.0' },
  { say: 'delete a manifest', method: 'DELETE', path: `/v2/r/a/manifests/${manifestDigest}` },
  { say: 'delete it again', method: 'DELETE', path: `/v2/r/a/manifests/${manifestDigest}` },
  { say: 'tags when all is gone', path: '/v2/r/a/tags/list' },
  { say: 'delete a blob', method: 'DELETE', path: `/v2/r/a/blobs/${blobDigest}` },
  { say: 'delete it again', method: 'DELETE', path: `/v2/r/a/blobs/${blobDigest}` },
];

const watched = [
  'content-type', 'content-range', 'accept-ranges', 'docker-content-digest', 'docker-distribution-api-version', 'docker-upload-uuid', 'etag', 'link', 'location', 'range', 'allow',
  'content-length', 'cache-control', 'x-content-type-options',
];
const neutral = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID').replace(/_state=[\w%=-]+/g, '_state=STATE').replace(/https?:\/\/[^/]+/, 'http://HOST');

async function converse(origin: string, fetch: (request: Request) => Promise<Response>): Promise<Answer[]> {
  const answers: Answer[] = [];
  let upload = '';
  for (const { say, method = 'GET', path, headers, body } of conversation) {
    const url = new URL(path.startsWith('$upload') ? path.replace('$upload', upload) : path, origin);
    const response = await fetch(new Request(url, { method, ...(headers && { headers }), ...(body !== undefined && { body }) }));
    const location = response.headers.get('location');
    if (location?.includes('/uploads/')) upload = location;
    const kept: Record<string, string> = {};
    for (const name of watched) {
      const value = response.headers.get(name);
      if (value !== null && (name !== 'content-length' || method === 'HEAD')) kept[name] = neutral(value);
    }
    answers.push({ say, status: response.status, headers: kept, body: neutral(await response.text()) });
  }
  return answers;
}

const recording = new URL('conformance.recorded.json', import.meta.url);
const program = realRegistry();

describe('the distribution API', () => {
  it('answers as docker-registry 2.8 does', async () => {
    const recorded = JSON.parse(readFileSync(recording, 'utf8')) as Answer[];
    const registry = createRegistry({ storage: memoryStorage(), specification: '1.0' });
    const ours = await converse('http://127.0.0.1:5000', (request) => registry.fetch(request));
    for (const [index, answer] of ours.entries()) expect(answer).toEqual(recorded[index]);
    expect(ours.length).toBe(recorded.length);
  });

  it.skipIf(!program)(`the recording is what docker-registry says${program ? '' : ' (skipped: docker-registry is not installed)'}`, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'registry-'));
    const server = await serve(program ?? '', dir);
    try {
      const answers = await converse(server.origin, (request) => fetch(request, { redirect: 'manual' }));
      if (process.env['RECORD']) writeFileSync(recording, `${JSON.stringify(answers, null, 1)}\n`);
      expect(JSON.parse(readFileSync(recording, 'utf8'))).toEqual(answers);
    } finally {
      server.child.kill();
      rmSync(dir, { recursive: true });
    }
  });
});

function realRegistry(): string | undefined {
  if (process.env['DOCKER_REGISTRY']) return process.env['DOCKER_REGISTRY'];
  try {
    return execFileSync('which', ['docker-registry'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

async function serve(command: string, dir: string): Promise<{ origin: string; child: ChildProcess }> {
  writeFileSync(join(dir, 'config.yml'), 'version: 0.1\nlog: {level: info, accesslog: {disabled: true}}\nstorage: {inmemory: {}, delete: {enabled: true}}\nhttp: {addr: "127.0.0.1:0"}\n');
  const child = spawn(command, ['serve', join(dir, 'config.yml')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += String(chunk);
      const found = /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`docker-registry did not start: ${log}`)));
  });
  return { origin: `http://${address}`, child };
}
