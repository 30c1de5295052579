import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, seededRandom } from '../../base/index.ts';
import { gunzip } from '../../base/gzip/index.ts';
import { digestOf, type Manifest, mediaTypes } from '../../oci/index.ts';
import { createSigningKey } from '../signing-key.ts';
import { convertToSchema1, emptyLayer } from './convert.ts';
import { schema1Payload, schema1Text, signSchema1, verifySchema1 } from './sign.ts';

const layer = { mediaType: mediaTypes.dockerLayer, digest: digestOf('layer'), size: 5 };
const config = {
  architecture: 'amd64', config: { Cmd: ['sh', '-c', 'a && b'] }, created: '2024-01-02T03:04:05Z', os: 'linux', rootfs: { type: 'layers', diff_ids: [digestOf('diff')] },
  history: [{ created: '2024-01-02T03:04:04Z', created_by: '/bin/sh -c #(nop) ADD file' }, { created: '2024-01-02T03:04:05Z', created_by: 'CMD ["sh"]', empty_layer: true }],
};
const manifest: Manifest = { schemaVersion: 2, config: { mediaType: mediaTypes.dockerConfig, digest: digestOf('config'), size: 6 }, layers: [layer] };

it('has a layer for every step, the uppermost first', () => {
  const made = convertToSchema1('r/a', '1.0', manifest, encodeUtf8(JSON.stringify(config)));
  expect(made?.fsLayers.map(({ blobSum }) => blobSum)).toEqual([emptyLayer.digest, layer.digest]);
  const [top, base] = made?.history.map(({ v1Compatibility }) => JSON.parse(v1Compatibility) as Record<string, unknown>) ?? [];
  expect(top).toMatchObject({ architecture: 'amd64', os: 'linux', throwaway: true, parent: base?.['id'] });
  expect(top).not.toHaveProperty('rootfs');
  expect(made?.history[0]?.v1Compatibility).toContain(String.raw`a \u0026\u0026 b`);
  expect(base).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), created: '2024-01-02T03:04:04Z', container_config: { Cmd: ['/bin/sh -c #(nop) ADD file'] } });
  expect([digestOf(emptyLayer.bytes), gunzip(emptyLayer.bytes)]).toEqual([emptyLayer.digest, new Uint8Array(1024)]);
});

it('makes none of an image without a history', () => {
  expect(convertToSchema1('r/a', '1.0', manifest, encodeUtf8(JSON.stringify({ ...config, history: [] })))).toBeUndefined();
});

it('signs so that others can verify, and goes by the digest of what was signed', () => {
  const made = convertToSchema1('r/a', '1.0', manifest, encodeUtf8(JSON.stringify(config)));
  if (!made) throw new Error('not converted');
  const signed = signSchema1(schema1Text(made), createSigningKey(seededRandom(3)), Date.parse('2026-11-29T12:00:00Z'));
  const payload = schema1Payload(signed.bytes) ?? new Uint8Array();
  expect(digestOf(payload)).toBe(signed.digest);
  const { signatures, ...rest } = JSON.parse(decodeUtf8(signed.bytes)) as { signatures: { header: { jwk: JsonWebKey; alg: string }; signature: string; protected: string }[] };
  expect(JSON.parse(decodeUtf8(payload))).toEqual(rest);
  const [{ header, signature, protected: head } = { header: { jwk: {}, alg: '' }, signature: '', protected: '' }] = signatures;
  expect(header).toMatchObject({ alg: 'ES256', jwk: { crv: 'P-256', kty: 'EC', kid: expect.stringMatching(/^([A-Z2-7]{4}:){11}[A-Z2-7]{4}$/) } });
  const key = createPublicKey({ key: header.jwk as never, format: 'jwk' });
  const input = Buffer.from(`${head}.${Buffer.from(payload).toString('base64url')}`);
  expect(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(verifySchema1(signed.bytes)).toBe(true);
  expect(verifySchema1(encodeUtf8(decodeUtf8(signed.bytes).replace('"1.0"', '"2.0"')))).toBe(false);
});

it('takes nothing else for signed', () => {
  expect(schema1Payload(encodeUtf8('{}'))).toBeUndefined();
  expect(schema1Payload(encodeUtf8('nothing'))).toBeUndefined();
});
