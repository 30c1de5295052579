import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createStreamPair, readAll, sourceOf } from '../index.ts';
import type { HttpHandler } from '../http/index.ts';
import { streamOf } from '../../../test/fixtures/socket-stream.ts';
import { Http2Connection, serveHttp2 } from './index.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const large = Uint8Array.from({ length: 900_000 }, (_, i) => i % 251);

const echo: HttpHandler = async (request) => {
  if (request.url.endsWith('/large')) return { status: 200, headers: new Headers({ 'x-a': '1' }), body: sourceOf(large) };
  return { status: 201, headers: new Headers({ 'content-type': 'text/plain' }), body: `${request.method} ${request.url} ${await request.text()} ${request.headers.get('x-test')}` };
};

describe('HTTP/2', () => {
  it("our client asks Node's server", async () => {
    const server = createHttp2Server();
    server.on('stream', (stream, headers) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        stream.respond({ ':status': 200, 'content-type': 'text/plain', 'x-long': 'abc~{}"'.repeat(40), 'set-cookie': ['a=1', 'b=2'] });
        stream.end(headers[':path'] === '/large' ? Buffer.from(large) : `${headers[':method']} ${headers[':authority']} ${String(headers['x-test'])} ${Buffer.concat(parts).length}`);
      });
    });
    const port = await listening(server as unknown as Server);
    const socket = connect(port, '127.0.0.1');
    const client = new Http2Connection(streamOf(socket));
    open.push(() => client.close());
    const [one, two] = await Promise.all([client.request({ path: '/', headers: { host: 'web.test', 'x-test': 'yes' } }), client.request({ path: '/large', headers: { host: 'web.test' } })]);
    expect([one.status, await one.text()]).toEqual([200, 'GET web.test yes 0']);
    expect(one.headerLines.map(([name]) => name)).toContain('x-long');
    expect(one.headers.get('x-long')).toBe('abc~{}"'.repeat(40));
    expect(Buffer.compare(await two.bytes(), large)).toBe(0);
    const three = await client.request({ method: 'POST', path: '/x', headers: { host: 'web.test' }, body: large });
    expect(await three.text()).toBe('POST web.test undefined 900000');
  });

  it("Node's client asks our server", async () => {
    const port = await listening(createServer((socket) => void serveHttp2(streamOf(socket), echo, { scheme: 'https', clock: { now: () => 0, setTimeout: () => ({ dispose: () => undefined }) } })));
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    open.push(() => session.destroy());
    const ask = (headers: Record<string, string>, body?: Uint8Array): Promise<{ headers: Record<string, unknown>; body: Buffer }> => new Promise((resolve, reject) => {
      const stream = session.request(headers);
      const parts: Buffer[] = [];
      let got: Record<string, unknown> = {};
      stream.on('response', (response) => (got = response));
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve({ headers: got, body: Buffer.concat(parts) }));
      stream.on('error', reject);
      stream.end(body);
    });
    const first = await ask({ ':path': '/a?b', ':method': 'PUT', 'x-test': 'x{|}~' }, large.subarray(0, 4000));
    expect(first.headers).toMatchObject({ ':status': 201, 'content-type': 'text/plain', date: 'Thu, 01 Jan 1970 00:00:00 GMT', 'content-length': String(first.body.length) });
    expect(first.body.toString()).toContain(`PUT https://127.0.0.1:${port}/a?b `);
    const [big, again] = await Promise.all([ask({ ':path': '/large' }), ask({ ':path': '/', 'x-test': 'x{|}~' })]);
    expect(Buffer.compare(big.body, large)).toBe(0);
    expect(again.headers[':status']).toBe(201);
    const head = await ask({ ':path': '/', ':method': 'HEAD' });
    expect([head.headers[':status'], head.body.length]).toEqual([201, 0]);
  });

  it('our client and server; what is open fails when the connection ends', async () => {
    const [a, b] = createStreamPair();
    const seen: string[] = [];
    const asked = Promise.withResolvers<void>();
    void serveHttp2(b, (request) => (request.url.endsWith('/hang') ? new Promise(() => asked.resolve()) : echo(request, undefined as never)), {});
    const client = new Http2Connection(a, { trace: ({ sent, stream, headers, data, end }) => seen.push(`${sent ? '>' : '<'}${stream} ${headers ? headers.length : `data ${data.length}`}${end ? ' end' : ''}`) });
    const response = await client.request({ path: '/large' });
    expect(Buffer.compare(await readAll(response.body), large)).toBe(0);
    expect(seen[0]).toBe('>1 4 end');
    expect(seen.at(-1)).toMatch(/^<1 data \d+ end$/);
    const hanging = client.request({ path: '/hang' });
    await asked.promise;
    b.close();
    await expect(hanging).rejects.toThrow('the connection ended');
  });
});
