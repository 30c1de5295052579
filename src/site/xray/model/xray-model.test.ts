import { expect, test } from 'vitest';
import type { NetworkEvents, TlsEvent } from '../../../protocol/index.ts';
import { checkDigest, readToken, shownBody } from './evidence.ts';
import { HttpReader } from './http-reader.ts';
import { meaningOf } from './meaning.ts';
import { newMessage } from './message.ts';
import { type Exchange, Talks } from './talks.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

test('messages are read from pieces of any size', () => {
  const wire = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n';
  for (const size of [1, 7, 1000]) {
    const reader = new HttpReader();
    for (let at = 0; at < wire.length; at += size) reader.push(bytes(wire.slice(at, at + size)));
    expect(reader.messages.map(({ start, body, ended }) => [start.slice(9), text(body), ended])).toEqual([['200 OK', 'hello', true], ['200 OK', 'abcde', true], ['204 No Content', '', true]]);
  }
});

test('what was not seen is counted, and what follows is read all the same', () => {
  const reader = new HttpReader();
  reader.push(bytes('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegin'), 900);
  reader.push(bytes('x'.repeat(95)));
  reader.push(bytes('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'));
  expect(reader.messages.map(({ start, length, whole, ended }) => [start, length, whole, ended])).toEqual([['HTTP/1.1 200 OK', 1000, false, true], ['HTTP/1.1 404 Not Found', 0, true, true]]);
});

test('an answer to HEAD has no body', () => {
  const reader = new HttpReader((index) => index === 0);
  reader.push(bytes('HTTP/1.1 200 OK\r\nContent-Length: 506\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n'));
  expect(reader.messages.map(({ start }) => start)).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 201 Created']);
});

function exchange(request: string, response: string, headers: [string, string][] = [], body = ''): Exchange {
  const answer = { ...newMessage(response, headers), body: bytes(body), length: body.length, ended: true };
  return { request: newMessage(request, []), response: answer };
}

test.each([
  ['GET /v2/ HTTP/1.1', 'HTTP/1.1 401 Unauthorized', '', 'pingRefused'],
  ['GET /token?service=registry&scope=repository:x:pull HTTP/1.1', 'HTTP/1.1 200 OK', 'application/json', 'token'],
  ['GET /v2/library/alpine/manifests/latest HTTP/1.1', 'HTTP/2 200', 'application/vnd.oci.image.index.v1+json', 'index'],
  ['GET /v2/library/alpine/manifests/latest HTTP/1.1', 'HTTP/1.1 200 OK', 'application/vnd.docker.distribution.manifest.v2+json', 'manifest'],
  ['GET /v2/a/b/manifests/1 HTTP/1.1', 'HTTP/1.1 200 OK', 'application/vnd.docker.distribution.manifest.v1+prettyjws', 'schema1'],
  ['HEAD /v2/a/blobs/sha256:00 HTTP/1.1', 'HTTP/1.1 404 Not Found', '', 'blobMissing'],
  ['POST /v2/a/blobs/uploads/?mount=sha256:00&from=b HTTP/1.1', 'HTTP/1.1 201 Created', '', 'mounted'],
  ['GET /index.html HTTP/1.1', 'HTTP/1.1 200 OK', 'text/html', undefined],
])('%s, %s: %s is %s', (request, response, type, meaning) => {
  expect(meaningOf(exchange(request, response, type ? [['content-type', type]] : []))).toBe(meaning);
});

test('the digest is taken of what came', () => {
  // printf '{}' | sha256sum
  const digest = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  expect(checkDigest(exchange(`GET /v2/a/manifests/${digest} HTTP/1.1`, 'HTTP/1.1 200 OK', [], '{}'))).toEqual({ promised: digest, computed: digest, bytes: 2, equal: true });
  expect(checkDigest(exchange(`GET /v2/a/manifests/${digest} HTTP/1.1`, 'HTTP/1.1 200 OK', [], '{ }'))?.equal).toBe(false);
  expect(checkDigest(exchange('GET /v2/a/manifests/latest HTTP/1.1', 'HTTP/1.1 200 OK', [['Docker-Content-Digest', digest]], '{}'))?.equal).toBe(true);
  expect(checkDigest(exchange('GET / HTTP/1.1', 'HTTP/1.1 200 OK', [], '{}'))).toBeUndefined();
});

test('tokens are read, bodies are shown as text where they are', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  expect(readToken(`Bearer ${part({ alg: 'ES256', typ: 'JWT' })}.${part({ access: [] })}.c2ln`)).toEqual({ header: { alg: 'ES256', typ: 'JWT' }, claims: { access: [] } });
  expect(readToken('Basic YTpi')).toBeUndefined();
  const json = exchange('', '', [['content-type', 'application/json']], '{"a":1}').response;
  expect(json && shownBody(json)).toBe('{\n  "a": 1\n}');
  const layer = { ...newMessage('', []), body: Uint8Array.of(0x1f, 0x8b, 8), length: 3 };
  expect(shownBody(layer)).toBeUndefined();
});

test('the caller’s end of a TLS connection makes a talk, with HTTP/1 or HTTP/2 inside', () => {
  const talks = new Talks();
  const event = (socket: number, step: TlsEvent['step']): TlsEvent => ({ time: socket, namespace: 'host', process: { pid: 3, name: 'curl' }, socket, local: { address: '10.0.2.15', port: 40000 + socket }, peer: { address: '198.51.100.10', port: 443 }, step });
  const hello = (sent: boolean): TlsEvent['step'] => ({ kind: 'client-hello', sent, serverName: 'registry.test', alpn: ['h2'], versions: ['TLSv1.3'], cipherSuites: [], groups: [] });
  const tls = [
    event(1, hello(true)),
    event(1, { kind: 'data', sent: true, data: bytes('GET /v2/ HTTP/1.1\r\nHost: registry.test\r\n\r\n'), length: 41 }),
    event(1, { kind: 'data', sent: false, data: bytes('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n'), length: 48 }),
    event(2, hello(false)),
    event(3, hello(true)),
    event(3, { kind: 'http2', sent: true, stream: 1, headers: [[':method', 'GET'], [':path', '/v2/'], [':authority', 'registry.test']], data: new Uint8Array(0), length: 0, end: true }),
    event(3, { kind: 'http2', sent: false, stream: 1, headers: [[':status', '401'], ['content-type', 'application/json']], data: new Uint8Array(0), length: 0, end: false }),
    event(3, { kind: 'http2', sent: false, stream: 1, headers: undefined, data: bytes('{}'), length: 2, end: true }),
  ];
  expect(talks.add({ host: 'lab', events: [], tls, missed: 0 } satisfies NetworkEvents)).toBe(true);
  expect(talks.list.map(({ server, exchanges }) => [server, exchanges.map(({ request, response }) => [request.start, response?.start, response?.ended])])).toEqual([
    ['registry.test:443', [['GET /v2/ HTTP/1.1', 'HTTP/1.1 401 Unauthorized', true]]],
    ['registry.test:443', [['GET /v2/ HTTP/2', 'HTTP/2 401', true]]],
  ]);
});
