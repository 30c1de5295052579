import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../base/index.ts';
import { digestOf, mediaTypes } from '../oci/index.ts';
import { fileStorage } from './file-storage.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryStorage } from './memory-storage.ts';
import type { RegistryStorage } from './storage.ts';

const clock = { now: () => Date.parse('2026-11-29T12:00:00Z'), setTimeout: () => ({ dispose: () => {} }) };
const blob = encodeUtf8('a layer');
const digest = digestOf(blob);
const manifest = { mediaType: mediaTypes.ociManifest, bytes: encodeUtf8('{"schemaVersion":2,"config":{},"layers":[]}') };
const manifestDigest = digestOf(manifest.bytes);

describe.each<[string, () => RegistryStorage]>([['memory', memoryStorage], ['files', () => fileStorage(memoryFiles(), '/var/lib/registry', clock)]])('storage in %s', (_name, create) => {
  it('takes an upload in parts and makes it a blob of its repository only', async () => {
    const storage = create();
    const upload = await storage.startUpload('a/b', 'id');
    await upload.append(blob.subarray(0, 3));
    const again = await storage.upload('a/b', 'id');
    await again?.append(blob.subarray(3));
    expect([again?.size, await again?.read(0, 7)]).toEqual([7, blob]);
    expect(await storage.repositories()).toEqual([]);
    await storage.finishUpload('a/b', 'id', digest);
    expect(await storage.upload('a/b', 'id')).toBeUndefined();
    const stored = await storage.blob('a/b', digest);
    expect([stored?.size, await stored?.read(2, 4)]).toEqual([7, blob.subarray(2, 4)]);
    expect(await storage.blob('a', digest)).toBeUndefined();
    expect(await storage.repositories()).toEqual(['a/b']);
  });

  it('shares a blob between repositories, until each has removed it', async () => {
    const storage = create();
    await storage.putBlob('a', digest, blob);
    expect([await storage.mountBlob('b', digest, 'nosuch'), await storage.mountBlob('b', digest, 'a')]).toEqual([false, true]);
    expect([await storage.removeBlob('a', digest), await storage.removeBlob('a', digest)]).toEqual([true, false]);
    expect([await storage.blob('a', digest), (await storage.blob('b', digest))?.size]).toEqual([undefined, 7]);
    expect((await storage.repositories()).sort()).toEqual(['a', 'b']);
  });

  it('keeps manifests and moves tags', async () => {
    const storage = create();
    expect(await storage.tags('a')).toBeUndefined();
    await storage.putManifest('a', manifestDigest, manifest);
    await storage.setTag('a', 'one', manifestDigest);
    await storage.setTag('a', 'two', manifestDigest);
    expect(await storage.manifest('a', manifestDigest)).toEqual(manifest);
    expect(await storage.manifests('a')).toEqual([manifestDigest]);
    expect([await storage.resolveTag('a', 'one'), await storage.resolveTag('a', 'three')]).toEqual([manifestDigest, undefined]);
    expect([await storage.removeTag('a', 'one'), await storage.removeTag('a', 'one')]).toEqual([true, false]);
    expect(await storage.tags('a')).toEqual(['two']);
    expect([await storage.removeManifest('a', manifestDigest), await storage.removeManifest('a', manifestDigest)]).toEqual([true, false]);
    expect([await storage.tags('a'), await storage.manifests('a'), await storage.manifest('a', manifestDigest)]).toEqual([[], [], undefined]);
  });
});
