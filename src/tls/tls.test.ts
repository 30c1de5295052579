import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer as createNetServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { connect as tlsConnect, type ConnectionOptions, createServer as createTlsServer, type PeerCertificate, type TlsOptions, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createStreamPair, decodeUtf8, encodeUtf8, noBytes, readAllText, systemRandom, type ByteStream, type TlsStep } from '../base/index.ts';
import { readCertificatesPem, readPrivateKeyPem, verifyChain } from '../pki/index.ts';
import { streamOf } from '../../test/fixtures/socket-stream.ts';
import { acceptTls, type ClientOptions, connectTls, isTlsError, namedGroups, cipherSuites, type ServerOptions, type TlsIdentity, type Verification } from './index.ts';

const folder = join(import.meta.dirname, '../../test/fixtures/tls');
const path = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(path(name), 'utf8');
const identity = (name: string): TlsIdentity => ({ certificates: readCertificatesPem(text(`${name}.crt`)).map(({ der }) => der), key: readPrivateKeyPem(text(`${name}.key`)) });
const anchors = readCertificatesPem(text('ca.crt'));
const random = systemRandom;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Checks against the test's authority. */
function verifier(host: string | undefined): (certificates: readonly Uint8Array[]) => Verification {
  return (certificates) => {
    const [leaf, ...intermediates] = certificates.map((der) => readCertificatesPem(`-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----`)[0]);
    if (!leaf) throw new Error('no certificate');
    const { chain, failures } = verifyChain(leaf, { anchors, intermediates: intermediates.filter((one) => one !== undefined), at: Date.now(), ...(host !== undefined && { host }) });
    const [first] = failures;
    return { chain: chain.map(({ der }) => der), host, ...(first && { problem: { kind: first.kind, reason: first.kind }, alert: 'unknown_ca' as const }) };
  };
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function dial(port: number): Promise<ByteStream> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  open.push(() => socket.destroy());
  return streamOf(socket);
}

/** Node's server, which says in capitals what it hears. */
function nodeServer(options: TlsOptions): Promise<number> {
  const server = createTlsServer({ cert: text('rsa.crt'), key: text('rsa.key'), ...options }, (socket) => {
    socket.on('data', (data) => socket.end(data.toString().toUpperCase()));
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  return listening(server);
}

/** Our server, which does the same. */
async function ourServer(options: Partial<ServerOptions>, onError: (error: unknown) => void = () => undefined): Promise<number> {
  return listening(createNetServer((socket) => {
    void (async () => {
      try {
        const tls = await acceptTls(streamOf(socket), { random, identity: identity('rsa'), ...options });
        await tls.write(encodeUtf8(decodeUtf8(await tls.read()).toUpperCase()));
        tls.close();
      } catch (error) {
        onError(error);
        socket.destroySoon();
      }
    })();
  }));
}

async function say(port: number, options: Partial<ClientOptions>): Promise<{ answer: string; session: Awaited<ReturnType<typeof connectTls>>['session'] }> {
  const tls = await connectTls(await dial(port), { random, verify: verifier('web.test'), serverName: 'web.test', ...options });
  await tls.write(encodeUtf8('ahoy'));
  return { answer: await readAllText(tls), session: tls.session };
}

/** Node's client. */
function nodeSays(port: number, options: ConnectionOptions): Promise<{ answer: string; protocol: string | null; cipher: string; alpn: string | false | null; peer: PeerCertificate }> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = tlsConnect({ port, host: '127.0.0.1', servername: 'web.test', ca: text('ca.crt'), ...options }, () => socket.write('ahoy'));
    let answer = '';
    let facts = { protocol: null as string | null, cipher: '', alpn: null as string | false | null, peer: {} as PeerCertificate };
    socket.on('secureConnect', () => (facts = { protocol: socket.getProtocol(), cipher: socket.getCipher().standardName, alpn: socket.alpnProtocol, peer: socket.getPeerCertificate() }));
    socket.on('data', (data) => (answer += String(data)));
    socket.on('end', () => resolve({ answer, ...facts }));
    socket.on('error', reject);
  });
}

async function kindOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (!isTlsError(error)) throw error;
    return [error.kind, error.alert];
  }
}

describe("our client and Node's server", () => {
  for (const name of ['rsa', 'p256', 'p384', 'ed25519']) {
    for (const version of ['TLSv1.3', 'TLSv1.2'] as const) {
      it(`${version} with a certificate of ${name}`, async () => {
        const port = await nodeServer({ cert: text(`${name}.crt`), key: text(`${name}.key`), maxVersion: version });
        const { answer, session } = await say(port, {});
        expect([answer, session.version]).toEqual(['AHOY', version]);
        expect(session.verification?.problem).toBeUndefined();
      });
    }
  }
  it.each(cipherSuites.filter(({ authentication }) => authentication !== 'ecdsa').map(({ name, id, version }) => ({ name, id, version })))('$name', async ({ id, version }) => {
    const port = await nodeServer({ maxVersion: version });
    expect((await say(port, { cipherSuites: [id] })).session.cipherSuite.id).toBe(id);
  });
  it.each(namedGroups.map(({ name, id }) => ({ name, id })).filter(({ name }) => name !== 'X25519MLKEM768'))('group $name', async ({ id }) => {
    const port = await nodeServer({ ecdhCurve: 'X25519:P-256:P-384:P-521' });
    expect((await say(port, { groups: [id] })).session.group.id).toBe(id);
  });
  it('is asked for another key share', async () => {
    const port = await nodeServer({ ecdhCurve: 'P-384' });
    expect((await say(port, { groups: [29, 23, 24] })).session.group.name).toBe('secp384r1');
  });
  it('agrees on a protocol above', async () => {
    const port = await nodeServer({ ALPNProtocols: ['http/1.1'] });
    expect((await say(port, { alpn: ['h2', 'http/1.1'] })).session.alpn).toBe('http/1.1');
  });
  it.each(['TLSv1.3', 'TLSv1.2'] as const)('%s: sends its certificate when it is asked', async (version) => {
    const port = await nodeServer({ requestCert: true, rejectUnauthorized: true, ca: text('ca.crt'), maxVersion: version });
    const { answer, session } = await say(port, { identity: identity('client') });
    expect([answer, session.signature?.name]).toEqual(['AHOY', 'ecdsa_secp256r1_sha256']);
    expect(await kindOf(say(port, {}))).toEqual(version === 'TLSv1.3' ? ['alert', 'certificate_required'] : ['alert', 'handshake_failure']);
  });
  it('refuses what it does not trust, and says so', async () => {
    const steps: TlsStep[] = [];
    const port = await nodeServer({});
    expect(await kindOf(say(port, { verify: verifier('other.test'), trace: (step) => steps.push(step) }))).toEqual(['certificate', 'unknown_ca']);
    expect(steps.map(({ kind }) => kind)).toEqual(['client-hello', 'server-hello', 'certificate', 'verify', 'alert']);
  });
  it('of another version', async () => {
    const port = await nodeServer({ maxVersion: 'TLSv1.2' });
    expect(await kindOf(say(port, { versions: { min: 'TLSv1.3' } }))).toEqual(['alert', 'protocol_version']);
  });
});

describe("our server and Node's client", () => {
  for (const name of ['rsa', 'p256', 'p384', 'ed25519']) {
    for (const version of ['TLSv1.3', 'TLSv1.2'] as const) {
      it(`${version} with a certificate of ${name}`, async () => {
        const port = await ourServer({ identity: identity(name), alpn: ['http/1.1'] });
        expect(await nodeSays(port, { maxVersion: version, ALPNProtocols: ['http/1.1'] })).toMatchObject({ answer: 'AHOY', protocol: version, alpn: 'http/1.1', peer: { subject: { CN: name } } });
      });
    }
  }
  it('asks for another key share', async () => {
    const port = await ourServer({ groups: [24] });
    expect((await nodeSays(port, { ecdhCurve: 'X25519:P-384' })).answer).toBe('AHOY');
  });
  it.each(['TLSv1.3', 'TLSv1.2'] as const)('%s: takes a client by its certificate', async (maxVersion) => {
    const errors: unknown[] = [];
    const port = await ourServer({ clientCertificate: 'require', verify: verifier(undefined) }, (error) => errors.push(isTlsError(error) && error.kind));
    expect((await nodeSays(port, { cert: text('client.crt'), key: text('client.key'), maxVersion })).answer).toBe('AHOY');
    await expect(nodeSays(port, { maxVersion })).rejects.toThrow(maxVersion === 'TLSv1.3' ? /certificate required/ : /handshake failure/);
    expect(errors).toEqual(['no-client-certificate']);
  });
  it('tells plain HTTP from TLS', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const port = await ourServer({}, resolve);
    const stream = await dial(port);
    await stream.write(encodeUtf8('GET / HTTP/1.1\r\n\r\n'));
    const error = await promise;
    expect(isTlsError(error, 'not-tls') && decodeUtf8(error.bytes ?? noBytes)).toMatch(/^GET \//);
  });
});

describe("a hello in OpenSSL's manner", () => {
  it.each([['TLSv1.2', 'TLSv1.3', 1528], ['TLSv1.2', 'TLSv1.2', 186], ['TLSv1.3', 'TLSv1.3', 1455]] as const)('of %s to %s is as long as OpenSSL 3.5 makes it', async (min, max, length) => {
    const [a, b] = createStreamPair();
    const lengths: number[] = [];
    const serving = acceptTls(b, { random, identity: identity('p256') });
    await connectTls(a, { random, versions: { min, max }, manner: { ticket: true, postHandshakeAuth: false, padding: false }, onMessage: ({ sent, code, length: size }) => sent && code === 1 && lengths.push(size) });
    await serving;
    expect(lengths[0]).toBe(length);
  });
});

describe('our client and our server', () => {
  it.each([['TLSv1.3', 4588], ['TLSv1.3', 23], ['TLSv1.2', 29]] as const)('%s over group %i carry megabytes', async (version, group) => {
    const [a, b] = createStreamPair();
    const steps: TlsStep[] = [];
    const serving = acceptTls(b, { random, identity: identity('p256'), groups: [group] });
    const client = await connectTls(a, { random, versions: { max: version }, verify: verifier('web.test'), trace: (step) => steps.push(step) });
    const server = await serving;
    const sent = Uint8Array.from({ length: 700_000 }, (_, i) => i % 251);
    void server.write(sent).then(() => server.close());
    let got = 0;
    for (let part = await client.read(); part.length > 0; part = await client.read()) {
      if (part.some((byte, i) => byte !== (got + i) % 251)) throw new Error('other bytes');
      got += part.length;
    }
    expect(got).toBe(sent.length);
    expect(client.session.group.id).toBe(group);
    const data = steps.filter((step) => step.kind === 'data');
    expect(data.reduce((sum, { length }) => sum + length, 0)).toBe(sent.length);
    expect(data.reduce((sum, step) => sum + step.data.length, 0)).toBeLessThan(400_000);
  });
  it('the server hears the alert of a client that does not trust it', async () => {
    const [a, b] = createStreamPair();
    const serving = kindOf(acceptTls(b, { random, identity: identity('p256') }));
    expect(await kindOf(connectTls(a, { random, verify: verifier('other.test') }))).toEqual(['certificate', 'unknown_ca']);
    expect(await serving).toEqual(['alert', 'unknown_ca']);
  });
  it('a connection that ends without a goodbye is truncated', async () => {
    const [a, b] = createStreamPair();
    const serving = acceptTls(b, { random, identity: identity('p256') });
    const client = await connectTls(a, { random });
    await serving;
    b.close();
    expect(await kindOf(client.read())).toEqual(['truncated', undefined]);
  });
  it('Ed25519 alone is nothing for a server with RSA', async () => {
    const [a, b] = createStreamPair();
    const serving = kindOf(acceptTls(b, { random, identity: identity('rsa') }));
    expect(await kindOf(connectTls(a, { random, signatureSchemes: [0x0807] }))).toEqual(['alert', 'handshake_failure']);
    expect(await serving).toEqual(['no-shared-signature', 'handshake_failure']);
  });
});

describe.runIf(hasOpenssl)('openssl(1)', () => {
  /** Runs openssl until it ends. */
  async function openssl(args: readonly string[], input: string): Promise<string> {
    const child = spawn('openssl', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    open.push(() => child.kill());
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.stdin.write(input);
    await new Promise((resolve) => child.on('close', resolve));
    return output;
  }

  it.each(['-tls1_3', '-tls1_2'])('s_client %s and our server', async (version) => {
    const port = await ourServer({ identity: identity('rsa') });
    const output = await openssl(['s_client', '-connect', `127.0.0.1:${port}`, '-CAfile', path('ca.crt'), '-verify_hostname', 'web.test', '-verify_return_error', version, '-quiet'], 'ahoy\n');
    expect(output).toContain('AHOY');
    expect(output).toContain('verify return:1');
  });

  it('s_server and our client, with the hybrid group', async () => {
    const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-cert', path('p384.crt'), '-key', path('p384.key'), '-rev', '-naccept', '2'], { stdio: ['pipe', 'pipe', 'pipe'] });
    open.push(() => child.kill());
    const port = await new Promise<number>((resolve) => {
      let output = '';
      child.stdout.on('data', (data) => {
        output += String(data);
        const found = /ACCEPT 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
        if (found !== undefined) resolve(Number(found));
      });
    });
    for (const [max, group] of [['TLSv1.3', 'X25519MLKEM768'], ['TLSv1.2', 'x25519']] as const) {
      const tls = await connectTls(await dial(port), { random, verify: verifier('web.test'), versions: { max }, manner: { ticket: true, postHandshakeAuth: true, padding: true } });
      await tls.write(encodeUtf8('ahoy\n'));
      expect(decodeUtf8(await tls.read())).toBe('yoha\n');
      const known = spawnSync('openssl', ['list', '-kem-algorithms']).stdout.toString().includes('X25519MLKEM768');
      expect(tls.session.group.name).toBe(known ? group : 'x25519');
      await tls.shutdown();
    }
  });
});
