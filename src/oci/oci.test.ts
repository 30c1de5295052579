import { describe, expect, it } from 'vitest';
import { encodeUtf8, readTar, sha256Hex, tarEntry } from '../base/index.ts';
import { chainIds, digestOf, formatPlatform, hostPlatform, isDigest, ManifestError, mediaTypes, parseImageConfig, parseManifest, parsePlatform, platformMatches, selectManifest } from './index.ts';
import { packLayer, unpackLayer } from './layer/index.ts';

const digest = digestOf('x');
const json = (document: object): Uint8Array => encodeUtf8(JSON.stringify(document));

describe('manifests', () => {
  const manifest = { schemaVersion: 2, config: { mediaType: mediaTypes.ociConfig, digest, size: 1 }, layers: [], extra: true };

  it('are told apart by their own media type, the header, or what they hold', () => {
    expect(parseManifest(json({ ...manifest, mediaType: mediaTypes.dockerManifest })).mediaType).toBe(mediaTypes.dockerManifest);
    expect(parseManifest(json(manifest))).toMatchObject({ kind: 'manifest', mediaType: mediaTypes.ociManifest, manifest: { extra: true } });
    expect(parseManifest(json({ schemaVersion: 2, manifests: [] })).kind).toBe('index');
    expect(parseManifest(json({ schemaVersion: 2, manifests: [] }), mediaTypes.dockerManifestList).kind).toBe('index');
  });

  it.each([
    ['no JSON', encodeUtf8('{')], ['an older schema', json({ ...manifest, schemaVersion: 1 })], ['a bad digest', json({ ...manifest, config: { ...manifest.config, digest: 'sha256:1' } })],
    ['a negative size', json({ ...manifest, config: { ...manifest.config, size: -1 } })], ['no layers', json({ ...manifest, layers: undefined })], ['null', encodeUtf8('null')],
  ])('refuse %s', (_what, bytes) => expect(() => parseManifest(bytes)).toThrow(ManifestError));

  it('give the image for a platform, never an attestation', () => {
    const entry = (architecture: string, variant?: string) => ({ mediaType: mediaTypes.ociManifest, digest, size: 1, platform: { os: 'linux', architecture, ...(variant && { variant }) } });
    const index = { schemaVersion: 2 as const, manifests: [{ ...entry('unknown'), platform: { os: 'unknown', architecture: 'unknown' } }, entry('arm64', 'v8'), entry('amd64')] };
    expect(selectManifest(index, hostPlatform)?.platform?.architecture).toBe('amd64');
    expect(selectManifest(index, { os: 'linux', architecture: 'arm64' })?.platform?.variant).toBe('v8');
    expect(selectManifest(index, { os: 'linux', architecture: 's390x' })).toBeUndefined();
  });
});

describe('image configurations', () => {
  it('keep what we do not know and refuse what is none', () => {
    const config = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digest] }, config: { Cmd: null, 'com.example': 1 } };
    expect(parseImageConfig(json(config))).toEqual(config);
    expect(() => parseImageConfig(json({ ...config, rootfs: { type: 'layers', diff_ids: ['x'] } }))).toThrow(ManifestError);
  });

  it('name stacks of layers by chain ids', () => {
    const [a, b] = [digestOf('a'), digestOf('b')];
    expect(chainIds([a, b])).toEqual([a, `sha256:${sha256Hex(`${a} ${b}`)}`]);
    expect(chainIds([])).toEqual([]);
  });
});

it('layers pack and unpack, the same at each time, with digests of both forms', () => {
  const layer = packLayer([tarEntry('a', { bytes: encodeUtf8('x'), size: 1_000_000 })]);
  const tar = unpackLayer(layer.blob);
  expect([digestOf(layer.blob), digestOf(tar)]).toEqual([layer.descriptor.digest, layer.diffId]);
  expect([...readTar(tar)][0]?.size).toBe(1_000_000);
  expect(unpackLayer(tar)).toBe(tar);
  expect(packLayer([tarEntry('a', { bytes: encodeUtf8('x'), size: 1_000_000 })], { sparse: false }).diffId).not.toBe(layer.diffId);
});

it('platforms read as docker --platform takes them', () => {
  expect(parsePlatform('linux/arm64/v8')).toEqual({ os: 'linux', architecture: 'arm64', variant: 'v8' });
  expect(parsePlatform('aarch64')).toEqual({ os: 'linux', architecture: 'arm64' });
  expect(parsePlatform('linux/a/b/c')).toBeUndefined();
  expect(formatPlatform({ os: 'linux', architecture: 'arm', variant: 'v7' })).toBe('linux/arm/v7');
  expect(platformMatches({ os: 'linux', architecture: 'arm' }, { os: 'linux', architecture: 'arm', variant: 'v6' })).toBe(false);
});

it('digests are checked', () => {
  expect(isDigest(digest)).toBe(true);
  expect(isDigest(digest.toUpperCase())).toBe(false);
});
