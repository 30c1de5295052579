import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../base/index.ts';
import { readCertificatesPem, readPrivateKeyPem } from '../pki/index.ts';
import { streamOf } from '../../test/fixtures/socket-stream.ts';
import { goServerWords, serveHttps } from './index.ts';

const folder = join(import.meta.dirname, '../../test/fixtures/tls');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const hasCurl = spawnSync('curl', ['--version']).stdout?.toString().includes('HTTP2') ?? false;

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server that answers with what it was asked. */
async function served(): Promise<{ port: number; errors: string[] }> {
  const errors: string[] = [];
  const identity = { certificates: readCertificatesPem(text('rsa.crt')).map(({ der }) => der), key: readPrivateKeyPem(text('rsa.key')) };
  const server = createServer((socket) => {
    void serveHttps(streamOf(socket), async (request) => ({ status: 200, headers: new Headers({ 'x-length': String((await request.text()).length) }), body: `${request.method} ${request.url}\n` }), { identity, random: systemRandom, onHandshakeError: (error) => errors.push(goServerWords(error)) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return { port: (server.address() as AddressInfo).port, errors };
}

async function curl(...args: readonly string[]): Promise<string> {
  const child = spawn('curl', ['-sS', '--max-time', '20', ...args]);
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return `${output}=> ${String(status)}`;
}

describe('serveHttps', () => {
  it("speaks HTTP/2 with Node's client", async () => {
    const { port } = await served();
    const session = connectHttp2(`https://localhost:${port}`, { ca: text('ca.crt') });
    open.push(() => session.destroy());
    const answer = await new Promise((resolve, reject) => {
      const stream = session.request({ ':path': '/a' });
      let body = '';
      stream.on('data', (data) => (body += String(data))).on('end', () => resolve(body)).on('error', reject);
      stream.end();
    });
    expect(answer).toBe(`GET https://localhost:${port}/a\n`);
  });

  it.runIf(hasCurl)('answers the real curl: HTTP/2, HTTP/1.1, uploads, a wrong authority, plain HTTP', async () => {
    const { port, errors } = await served();
    const ca = join(folder, 'ca.crt');
    const url = `https://127.0.0.1:${port}/x`;
    expect(await curl('--cacert', ca, '-o', '/dev/null', '-w', '%{http_version} %{http_code} %{ssl_verify_result}\n', url)).toBe('2 200 0\n=> 0');
    expect(await curl('--cacert', ca, '--http1.1', '-w', '%{http_version}\n', url)).toBe(`GET https://127.0.0.1:${port}/x\n1.1\n=> 0`);
    expect(await curl('--cacert', ca, '--tls-max', '1.2', '-D', '-', '-T', join(folder, 'rsa.key'), url)).toContain(`x-length: ${text('rsa.key').length}\r\n`);
    expect(await curl(url)).toContain('SSL certificate problem: unable to get local issuer certificate');
    expect(await curl(url.replace('https', 'http'))).toBe('Client sent an HTTP request to an HTTPS server.\n=> 0');
    expect(errors).toEqual(['remote error: tls: unknown certificate authority', 'client sent an HTTP request to an HTTPS server']);
  });
});
