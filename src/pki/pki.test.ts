import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, seededRandom, systemRandom, toHex } from '../base/index.ts';
import {
  attributeOids, boolean, bytesToKey, type Certificate, type ChainFailureKind, cipherOf, decodePrivateKey, decodePublicKey, digest, encodePkcs8, encodePublicKey, encodeTraditional, encryptPkcs8, encryptTraditionalPem, type Extension, extensionOids, generateKey, implicit, integer, isPkiError, isProbablePrime, isSelfSigned,
  keyBits, type KeySpec, keyUsageBits, makeCertificate, makeName, makeRequest, matchesPattern, matchHost, namedBits, type PrivateKey, privateKeyPem, publicKeyOf, randomPrime, readCertificate, readDer, readPem, readPrivateKeyPem, readRequest, rsaFaults, samePublicKey, sequence, sharedSecret, sign, time, timeOf, verify, verifyChain, writePem,
} from './index.ts';

const specs: KeySpec[] = [{ type: 'rsa', bits: 1024 }, { type: 'ec', curve: 'P-256' }, { type: 'ec', curve: 'P-384' }, { type: 'ec', curve: 'P-521' }, { type: 'ec', curve: 'secp256k1' }, { type: 'ed25519' }, { type: 'ed448' }];
const label = (spec: KeySpec): string => ('curve' in spec ? spec.curve : spec.type);

describe.each(specs.map((spec) => ({ spec, name: label(spec) })))('a key: $name', ({ spec }) => {
  it('comes back from every file it is written to', async () => {
    const key = await generateKey(spec);
    expect(samePublicKey(decodePrivateKey(encodePkcs8(key)), key)).toBe(true);
    expect(decodePublicKey(encodePublicKey(publicKeyOf(key)))).toEqual(publicKeyOf(key));
    expect(readPrivateKeyPem(privateKeyPem(key))).toEqual(key);
    const locked = writePem('ENCRYPTED PRIVATE KEY', encryptPkcs8(key, encodeUtf8('secret'), { random: systemRandom, iterations: 10 }));
    expect(readPrivateKeyPem(locked, 'secret')).toEqual(key);
    expect(() => readPrivateKeyPem(locked)).toThrow('encrypted');
    if (key.type !== 'rsa' && key.type !== 'ec') return;
    expect(decodePrivateKey(encodeTraditional(key).der)).toEqual(key);
    expect(readPrivateKeyPem(encryptTraditionalPem(key, encodeUtf8('secret'), 'des-ede3-cbc', systemRandom), 'secret')).toEqual(key);
  });

  it('signs what only its public half takes', async () => {
    const [key, other] = [await generateKey(spec), await generateKey(spec)];
    const message = encodeUtf8('a message');
    const signature = await sign(key, message);
    expect(verify(publicKeyOf(key), message, signature)).toBe(true);
    expect(verify(publicKeyOf(key), encodeUtf8('another'), signature)).toBe(false);
    expect(verify(publicKeyOf(other), message, signature)).toBe(false);
    expect(verify(publicKeyOf(key), message, signature.subarray(1))).toBe(false);
  });
});

describe('RSA without crypto.subtle', () => {
  it('makes the same key of the same chance, one whose numbers fit', async () => {
    const keys = await Promise.all([1, 1, 2].map((seed) => generateKey({ type: 'rsa', bits: 512 }, { random: seededRandom(seed) })));
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]).not.toEqual(keys[2]);
    for (const key of keys) {
      expect(keyBits(key)).toBe(512);
      expect(key.type === 'rsa' && rsaFaults(key)).toEqual([]);
    }
  });

  it('lets others run, and gives up when they say so', async () => {
    let calls = 0;
    const search = generateKey({ type: 'rsa', bits: 1024 }, { random: seededRandom(3), checkpoint: () => {
      if (++calls === 20) throw new Error('stop');
    } });
    await expect(search).rejects.toThrow('stop');
    expect(calls).toBe(20);
  });

  it('signs with PSS too', async () => {
    const key = await generateKey({ type: 'rsa', bits: 1024 }, { random: seededRandom(4) });
    const options = { digest: 'sha384', padding: 'pss', saltLength: 20 } as const;
    const signature = await sign(key, encodeUtf8('x'), options);
    expect(verify(key, encodeUtf8('x'), signature, options)).toBe(true);
    expect(verify(key, encodeUtf8('x'), signature, { ...options, saltLength: 21 })).toBe(false);
    expect(verify(key, encodeUtf8('x'), signature, { ...options, saltLength: 'auto' })).toBe(true);
    await expect(sign(key, encodeUtf8('x'), { padding: 'pss', digest: 'sha512', saltLength: 64 })).rejects.toSatisfy((error) => isPkiError(error, 'data-too-large'));
  });

  it('knows primes, small ones too', async () => {
    const search = { random: seededRandom(5) };
    const found = await Promise.all([0n, 1n, 2n, 3n, 4n, 561n, 7919n, 2n ** 127n - 1n, 2n ** 127n + 1n].map((each) => isProbablePrime(each, search)));
    expect(found).toEqual([false, false, true, true, false, false, true, true, false]);
    for (const bits of [4, 10, 13, 16, 64]) expect((await randomPrime(bits, search)).toString(2).length).toBe(bits);
  });
});

it('two agree on a secret', async () => {
  for (const spec of [{ type: 'x25519' }, { type: 'ec', curve: 'P-256' }] as const) {
    const [a, b] = [await generateKey(spec), await generateKey(spec)];
    expect(sharedSecret(a, publicKeyOf(b))).toEqual(sharedSecret(b, publicKeyOf(a)));
  }
  expect(() => sharedSecret({ type: 'ed25519', point: new Uint8Array(32), scalar: new Uint8Array(32) }, { type: 'ed25519', point: new Uint8Array(32) })).toThrow('different');
});

it('ciphers and keys of passwords are those of the standards', () => {
  // NIST SP 800-20: a key of one bit.
  expect(toHex(cipherOf('des-cbc')?.encrypt(Uint8Array.of(0x80, 1, 1, 1, 1, 1, 1, 1), new Uint8Array(8), new Uint8Array(8), false) ?? new Uint8Array(0))).toBe('95a8d72813daa94d');
  expect(toHex(bytesToKey('md5', encodeUtf8('secret'), encodeUtf8('saltsalt'), 16))).toBe(toHex(digest('md5', encodeUtf8('secretsaltsalt'))));
  const cipher = cipherOf('aes-128-cbc');
  expect(() => cipher?.decrypt(new Uint8Array(16), new Uint8Array(16), new Uint8Array(16))).toThrow('bad decrypt');
});

describe('DER', () => {
  it('keeps what it read, lengths without end too', () => {
    const bytes = Uint8Array.of(0x30, 0x80, 0x02, 0x01, 0x05, 0x04, 0x00, 0x00, 0x00);
    const node = readDer(bytes);
    expect(node.children.map(({ tag, offset, headerLength }) => [tag, offset, headerLength])).toEqual([[2, 2, 2], [4, 5, 2]]);
    expect(node.raw).toEqual(bytes);
    for (const cut of [0, 1, 3, 6]) expect(() => readDer(bytes.subarray(0, cut)).children).toThrow('too ');
  });

  it('writes numbers, bits and times as X.690 wants them', () => {
    expect([0, 127, 128, 256, -1, -128, -129].map((value) => toHex(integer(value)))).toEqual(['020100', '02017f', '02020080', '02020100', '0201ff', '020180', '0202ff7f']);
    expect(toHex(namedBits([5, 6]))).toBe('03020106');
    for (const when of [Date.UTC(1970, 0, 1), Date.UTC(2049, 11, 31, 23, 59, 59), Date.UTC(2050, 0, 1), Date.UTC(9999, 0, 1)]) expect(timeOf(readDer(time(when)))).toBe(when);
  });
});

const day = 86_400_000;
const now = Date.UTC(2026, 0, 1);
const nameOf = (name: string) => makeName([[{ type: attributeOids.CN, tag: 12, value: name }]]);
const authority: Extension = { oid: extensionOids.basicConstraints, critical: true, value: sequence(boolean(true)) };
const dns = (...names: string[]): Extension => ({ oid: extensionOids.subjectAltName, critical: false, value: sequence(...names.map((name) => implicit(2, encodeUtf8(name)))) });

interface Made {
  key: PrivateKey;
  certificate: Certificate;
}

async function issue(name: string, issuer: Made | undefined, { extensions = [], from = -day, until = day, key }: { extensions?: Extension[]; from?: number; until?: number; key?: PrivateKey } = {}): Promise<Made> {
  const own = key ?? (await generateKey({ type: 'ed25519' }));
  const subject = nameOf(name);
  const content = { serial: 1n, issuer: issuer?.certificate.subject ?? subject, subject, notBefore: now + from, notAfter: now + until, publicKeyInfo: encodePublicKey(publicKeyOf(own)), extensions };
  return { key: own, certificate: await makeCertificate(content, issuer?.key ?? own) };
}

describe('a chain', () => {
  const kinds = (leaf: Made, anchors: Made[], more: { host?: string; between?: Made[]; partialChain?: boolean; purpose?: 'sslserver' } = {}): ChainFailureKind[] => verifyChain(leaf.certificate, { anchors: anchors.map(({ certificate }) => certificate), intermediates: (more.between ?? []).map(({ certificate }) => certificate), at: now, ...(more.host === undefined ? {} : { host: more.host }), ...(more.purpose ? { purpose: more.purpose } : {}), partialChain: more.partialChain ?? false }).failures.map(({ kind }) => kind);

  it('holds, or tells what is wrong with it', async () => {
    const root = await issue('root', undefined, { extensions: [authority] });
    const sub = await issue('sub', root, { extensions: [{ ...authority, value: sequence(boolean(true), integer(0)) }] });
    const leaf = await issue('leaf', sub, { extensions: [dns('a.test', '*.b.test')] });
    expect(kinds(leaf, [root], { between: [sub], host: 'x.b.test' })).toEqual([]);
    expect(kinds(leaf, [root], { between: [sub], host: 'x.y.b.test' })).toEqual(['name-mismatch']);
    expect(kinds(leaf, [root])).toEqual(['unknown-authority', 'unverified-leaf']);
    expect(kinds(leaf, [sub])).toEqual(['issuer-missing']);
    expect(kinds(leaf, [sub], { partialChain: true })).toEqual([]);
    expect(kinds(leaf, [], { between: [sub, root] })).toEqual(['self-signed-in-chain']);
    expect(kinds(root, [])).toEqual(['self-signed']);
    expect(kinds(await issue('leaf', root), [root], { host: 'leaf' })).toEqual(['legacy-common-name']);
    expect(kinds(await issue('old', root, { until: -1000 }), [root])).toEqual(['expired']);
    expect(kinds(await issue('young', root, { from: 1000 }), [root])).toEqual(['not-yet-valid']);
    expect(kinds(await issue('below', leaf), [root], { between: [sub, leaf] })).toEqual(['not-a-ca', 'path-length']);
    const deep = await issue('deep', sub, { extensions: [authority] });
    expect(kinds(await issue('deeper', deep), [root], { between: [sub, deep] })).toEqual(['path-length']);
    const other = await issue('root', undefined, { extensions: [authority] });
    expect(kinds(await issue('leaf', other), [root])).toEqual(['bad-signature']);
    const signer: Extension = { oid: extensionOids.keyUsage, critical: true, value: namedBits([keyUsageBits.digitalSignature]) };
    const mute = await issue('mute', undefined, { extensions: [authority, signer] });
    expect(kinds(await issue('leaf', mute), [mute])).toEqual(['not-a-ca', 'key-usage']);
    const client: Extension = { oid: extensionOids.extendedKeyUsage, critical: false, value: sequence(Uint8Array.of(6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 2)) };
    expect(kinds(await issue('leaf', root, { extensions: [client] }), [root], { purpose: 'sslserver' })).toEqual(['purpose']);
  });

  it('keeps the bytes that it read', async () => {
    const root = await issue('root', undefined, { extensions: [authority] });
    const [block] = readPem(`text before\n${writePem('CERTIFICATE', root.certificate.der)}text after\n`);
    const again = readCertificate(block?.bytes ?? new Uint8Array(0));
    expect(again.der).toEqual(root.certificate.der);
    expect(isSelfSigned(again)).toBe(true);
    expect([again.version, again.serial, again.notBefore, again.notAfter]).toEqual([3, 1n, now - day, now + day]);
    expect(again.subject.rdns.flat().map(({ value }) => value)).toEqual(['root']);
  });
});

it('a star stands for one label, the first', () => {
  const pairs: [string, string, boolean][] = [['a.test', 'A.test.', true], ['*.a.test', 'x.a.test', true], ['*.a.test', 'a.test', false], ['*.a.test', 'x.y.a.test', false], ['*.test', 'a.test', false], ['x*.a.test', 'xy.a.test', false], ['', 'a', false]];
  expect(pairs.map(([pattern, host]) => matchesPattern(pattern, host))).toEqual(pairs.map(([, , match]) => match));
});

it('an address is looked for among addresses', async () => {
  const addresses: Extension = { oid: extensionOids.subjectAltName, critical: false, value: sequence(implicit(7, Uint8Array.of(10, 0, 0, 1)), implicit(2, encodeUtf8('10.0.0.2'))) };
  const { certificate } = await issue('x', undefined, { extensions: [addresses] });
  expect(['10.0.0.1', '10.0.0.2', '::1', 'x'].map((host) => matchHost(certificate, host))).toEqual(['match', 'mismatch', 'mismatch', 'mismatch']);
});

it('a request carries names and extensions', async () => {
  const key = await generateKey({ type: 'ec', curve: 'P-256' });
  const request = readRequest((await makeRequest({ subject: nameOf('r'), key, extensions: [dns('r.test')] })).der);
  expect(request.extensions.map(({ oid, value }) => [oid, decodeUtf8(value.subarray(-6))])).toEqual([[extensionOids.subjectAltName, 'r.test']]);
  expect(samePublicKey(request.publicKey, key)).toBe(true);
});

it('a signature that is right for one message stays wrong for another, however often it is asked', async () => {
  const key = await generateKey({ type: 'ec', curve: 'P-256' });
  const [message, other] = [Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 4)];
  const signature = await sign(key, message);
  const of = publicKeyOf(key);
  expect([verify(of, message, signature), verify(of, other, signature), verify(of, message, signature), verify(of, other, signature)]).toEqual([true, false, true, false]);
});
