import { createServer, request as nodeRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, createServer as createNetServer, type AddressInfo, type Server } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { createStreamPair, decodeUtf8, encodeUtf8, noBytes, readAllText, sourceOf, type ByteStream } from '../index.ts';
import { streamOf } from '../../../test/fixtures/socket-stream.ts';
import { HttpAgent, requestHttp, serveHttp, type HttpHandler } from './index.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** Our server, behind a real socket, for Node's clients. */
function ours(handler: HttpHandler): Promise<number> {
  return listening(createNetServer({ allowHalfOpen: true }, (socket) => void serveHttp(streamOf(socket), handler)));
}

/** Node's server, for our client. */
async function nodes(listener: RequestListener): Promise<() => Promise<ByteStream>> {
  const port = await listening(createServer(listener));
  return () => new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(streamOf(socket)));
    open.push(() => socket.destroy());
  });
}

/** Bytes written to our server, and all it answered. */
async function raw(handler: HttpHandler, text: string): Promise<string> {
  const [client, server] = createStreamPair();
  const served = serveHttp(server, handler);
  await client.write(encodeUtf8(text));
  client.closeWrite();
  const answer = await readAllText(client);
  await served;
  return answer;
}

const echo: HttpHandler = async (request) => new Response(`${request.method} ${request.url} ${await request.text()}`);

describe('serveHttp', () => {
  test('answers fetch: lengths, chunks, keep-alive', async () => {
    const port = await ours(echo);
    const base = `http://127.0.0.1:${port}`;
    const short = await fetch(`${base}/a?b=c`, { method: 'POST', body: 'hello' });
    expect(short.headers.get('content-length')).not.toBeNull();
    expect(await short.text()).toBe(`POST ${base}/a?b=c hello`);
    const long = 'x'.repeat(300_000);
    const streamed = await fetch(`${base}/`, { method: 'POST', body: new Response(long).body, duplex: 'half' } as RequestInit);
    expect(await streamed.text()).toBe(`POST ${base}/ ${long}`);
  });

  test('a Hono app is a handler', async () => {
    const app = new Hono<{ Bindings: { hostname: string } }>();
    app.post('/v1/:name', async (c) => c.json({ name: c.req.param('name'), body: await c.req.json(), host: c.env.hostname, cookie: c.req.header('cookie') }));
    const port = await ours((request) => app.fetch(request as Request, { hostname: 'ship' }));
    const answer = await fetch(`http://127.0.0.1:${port}/v1/x`, { method: 'POST', body: '{"a":1}', headers: { cookie: 'k=v' } });
    expect(await answer.json()).toEqual({ name: 'x', body: { a: 1 }, host: 'ship', cookie: 'k=v' });
  });

  test('streams what comes later as chunks, at once', async () => {
    let push: ((text: string) => void) | undefined;
    let end: (() => void) | undefined;
    const port = await ours(() => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          push = (text) => controller.enqueue(encodeUtf8(text));
          end = () => controller.close();
        },
      });
      return { status: 200, body };
    });
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.headers.get('transfer-encoding')).toBe('chunked');
    const reader = answer.body?.getReader();
    push?.('one');
    expect(decodeUtf8((await reader?.read())?.value ?? noBytes)).toBe('one');
    end?.();
    expect((await reader?.read())?.done).toBe(true);
  });

  test('Expect: 100-continue is answered when the body is read, and only then', async () => {
    const port = await ours(async (request) => ({ status: request.url.endsWith('/no') ? 403 : 200, body: request.url.endsWith('/no') ? 'no' : await request.text() }));
    const ask = (path: string): Promise<[boolean, IncomingMessage]> =>
      new Promise((resolve, reject) => {
        let continued = false;
        const request = nodeRequest({ port, host: '127.0.0.1', path, method: 'PUT', headers: { expect: '100-continue', 'content-length': 2 } });
        request.on('continue', () => {
          continued = true;
          request.end('hi');
        });
        request.on('response', (response) => resolve([continued, response]));
        request.on('error', reject);
        request.flushHeaders();
      });
    const [continued, yes] = await ask('/yes');
    expect([continued, yes.statusCode]).toEqual([true, 200]);
    const [refused, no] = await ask('/no');
    expect([refused, no.statusCode, no.headers.connection]).toEqual([false, 403, 'close']);
  });

  test('pipelined requests, HEAD, HTTP/1.0', async () => {
    const two = await raw(echo, 'HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nPOST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n');
    expect(two).toBe(
      'HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: 19\r\n\r\nPOST http://h/b abc',
    );
    expect(await raw(() => ({ status: 204 }), 'GET / HTTP/1.0\r\n\r\n')).toBe('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });

  test.each([
    ['nonsense\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: h\r\nbad header\r\n\r\n', 400],
    ['POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1, 2\r\n\r\nabc', 400],
    ['POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: h\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`, 431],
  ])('refuses %j', async (text, status) => {
    expect(await raw(echo, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('hijack hands the stream over, with what was sent ahead', async () => {
    const [client, server] = createStreamPair();
    const served = serveHttp(server, async (_request, { hijack }) => {
      const stream = hijack({ status: 101, statusText: 'UPGRADED', headers: new Headers({ connection: 'Upgrade', upgrade: 'tcp' }) });
      await stream.write(encodeUtf8(`got ${decodeUtf8(await stream.read())}`));
      stream.close();
      return undefined;
    });
    const response = await requestHttp(client, { method: 'POST', path: '/attach', headers: { connection: 'Upgrade', upgrade: 'tcp' } });
    expect([response.status, response.statusText]).toEqual([101, 'UPGRADED']);
    const stream = response.upgrade();
    await stream.write(encodeUtf8('ping'));
    expect(await readAllText(stream)).toBe('got ping');
    await served;
  });

  test('the signal tells that the peer left', async () => {
    const [client, server] = createStreamPair();
    let left: Promise<void> | undefined;
    const served = serveHttp(server, (request) => {
      left = new Promise((resolve) => request.signal.addEventListener('abort', () => resolve()));
      return { status: 200, body: new ReadableStream<Uint8Array>() };
    });
    const response = await requestHttp(client, { path: '/events' });
    response.close();
    await served;
    await expect(left).resolves.toBeUndefined();
  });
});

describe('requestHttp', () => {
  test('talks to Node: lengths, chunks, early answers', async () => {
    const dial = await nodes((request, response) => {
      if (request.url === '/early') {
        response.writeHead(413, { connection: 'close' }).end('too much');
        return;
      }
      let text = '';
      request.on('data', (part: Uint8Array) => (text += decodeUtf8(part)));
      request.on('end', () => {
        response.write(`${request.method} ${request.headers['content-length'] ?? 'chunked'} `);
        response.end(text);
      });
    });
    const counted = await requestHttp(await dial(), { method: 'POST', path: '/', body: 'abc' });
    expect(await counted.text()).toBe('POST 3 abc');
    const chunked = await requestHttp(await dial(), { method: 'PUT', path: '/', body: sourceOf(encodeUtf8('stream')) });
    expect(await chunked.text()).toBe('PUT chunked stream');
    const early = await requestHttp(await dial(), { method: 'POST', path: '/early', body: { read: () => new Promise(() => undefined) } });
    expect([early.status, await early.text()]).toEqual([413, 'too much']);
  });

  test('an agent uses a connection again, also after HEAD, and not after it was given up', async () => {
    const ports: (number | undefined)[] = [];
    const dial = await nodes((request, response) => {
      ports.push(request.socket.remotePort);
      response.end('ok');
    });
    const agent = new HttpAgent(dial);
    expect(await (await agent.request({ path: '/' })).text()).toBe('ok');
    expect((await agent.request({ method: 'HEAD', path: '/' })).status).toBe(200);
    (await agent.request({ path: '/' })).close();
    expect(await (await agent.request({ path: '/' })).text()).toBe('ok');
    expect([ports[0] === ports[1], ports[1] === ports[2], ports[2] === ports[3]]).toEqual([true, true, false]);
    agent.close();
  });

  test('aborting rejects with the reason; a broken body rejects', async () => {
    const [client, server] = createStreamPair();
    const abort = new AbortController();
    const waiting = requestHttp(client, { path: '/', signal: abort.signal });
    abort.abort(new Error('stop'));
    await expect(waiting).rejects.toThrow('stop');
    server.close();
    const [broken, peer] = createStreamPair();
    await peer.write(encodeUtf8('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort'));
    peer.closeWrite();
    const response = await requestHttp(broken, { path: '/' });
    await expect(response.text()).rejects.toThrow('unexpected end of body');
  });
});
