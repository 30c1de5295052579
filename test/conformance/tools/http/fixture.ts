import type { ByteStream } from '../../../../src/base/index.ts';

/** Where the fixture listens. */
export const fixturePort = 18480;

/** What scripts find it by, and what takes out of curl's words what differs from run to run: `2>&1 | tr '\\r' '\\n' | sed -E "$PLAIN" | uniq`. */
export const fixtureEnvironment = {
  U: `http://127.0.0.1:${fixturePort}`,
  PLAIN: String.raw`s/after [0-9]+ (ms|milliseconds)/after N \1/; s/port [0-9]{5} failed/port N failed/; s/-{24}[0-9A-Za-z]{22}/BOUNDARY/g; s/^(.{31}) .*-:--.*/\1/`,
};

interface Request {
  head: string;
  method: string;
  target: string;
  path: string;
  query: URLSearchParams;
  body: string;
  header(name: string): string | undefined;
}

const packed = {
  gzip: Buffer.from('H4sIAAAAAAAAA8tIzcnJV0ivyizgAgA5fGNWCwAAAA==', 'base64'),
  deflate: Buffer.from('eJzLSM3JyVdISU3LSSxJ5QIAKCAFFA==', 'base64'),
};
const text = 'The quick brown fox jumps over the lazy dog.\n';

/** Serves one connection: what is answered depends on the request alone, and for `/flaky` on how often it was asked. */
export async function serveFixture(stream: ByteStream, seen: Map<string, number>): Promise<void> {
  const source = new Source(stream);
  try {
    for (;;) {
      const request = await readRequest(source, stream);
      if (!request) break;
      const { bytes, ends } = await answer(request, seen);
      // So late that curl has seen its request go.
      await new Promise((done) => setTimeout(done, 15));
      await stream.write(bytes);
      if (ends) break;
    }
  } catch {
    // The client went away.
  }
  stream.close();
}

class Source {
  readonly #stream: ByteStream;
  #buffer = '';
  #ended = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  async until(enough: (buffer: string) => number): Promise<string | undefined> {
    for (;;) {
      const end = enough(this.#buffer);
      if (end >= 0) {
        const taken = this.#buffer.slice(0, end);
        this.#buffer = this.#buffer.slice(end);
        return taken;
      }
      if (this.#ended) return undefined;
      const part = await this.#stream.read();
      this.#ended = part.length === 0;
      this.#buffer += Buffer.from(part).toString('latin1');
    }
  }
}

async function readRequest(source: Source, stream: ByteStream): Promise<Request | undefined> {
  const head = await source.until((buffer) => (buffer.includes('\r\n\r\n') ? buffer.indexOf('\r\n\r\n') + 4 : -1));
  if (head === undefined) return undefined;
  const [method = '', target = ''] = head.split(' ');
  const header = (name: string): string | undefined => new RegExp(`^${name}:[ \t]*(.*)\r$`, 'im').exec(head)?.[1];
  if (header('expect') && !target.includes('/no-continue')) await stream.write(Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'));
  let body = '';
  const length = Number(header('content-length') ?? 0);
  if (header('transfer-encoding') === 'chunked') body = (await source.until((buffer) => (/(?:^|\r\n)0\r\n\r\n$/.test(buffer) ? buffer.length : -1))) ?? '';
  else if (length > 0) body = (await source.until((buffer) => (buffer.length >= length ? length : -1))) ?? '';
  const url = new URL(target.startsWith('/') ? `http://x${target.replace(/^\/+/, '/')}` : method === 'CONNECT' || !URL.canParse(target) ? 'http://x/' : target);
  return { head, method, target, path: url.pathname, query: url.searchParams, body, header };
}

interface Answer {
  bytes: Uint8Array;
  ends: boolean;
}

function reply(request: Request, status: string, headers: readonly string[], body: string | Uint8Array = '', { version = '1.1', ends = false } = {}): Answer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const sized = headers.some((line) => /^(?:transfer-encoding|content-length|connection: close)/i.test(line)) || version === '1.0' || / (?:204|304)/.test(` ${status}`);
  const head = [`HTTP/${version} ${status}`, ...headers, ...(sized ? [] : [`Content-Length: ${bytes.length}`]), '', ''].join('\r\n');
  return { bytes: Buffer.concat([Buffer.from(head, 'latin1'), ...(request.method === 'HEAD' ? [] : [bytes])]), ends: ends || version === '1.0' || headers.some((line) => /^connection: close/i.test(line)) || request.header('connection') === 'close' };
}

const plain = 'Content-Type: text/plain';

async function answer(request: Request, seen: Map<string, number>): Promise<Answer> {
  const { path, query, target, method } = request;
  if (method === 'CONNECT') return target.startsWith('deny') ? reply(request, '403 Forbidden', [plain], 'no way\n') : target.startsWith('auth') && !request.header('proxy-authorization') ? reply(request, '407 Proxy Authentication Required', ['Proxy-Authenticate: Basic realm="proxy"'], 'who?\n') : { bytes: Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n'), ends: false };
  const [, name = '', first = '', second = ''] = path.split('/');
  const fixed = fixedAnswers[name];
  if (fixed) return fixed(request);
  switch (name) {
    case 'echo':
      return reply(request, '200 OK', [plain], request.head + request.body);
    case 'status':
      return reply(request, `${first} ${decodeURIComponent(second)}`.trimEnd(), [plain, ...[...query].map(([key, value]) => `${key}: ${value}`)], `status ${first}\n`);
    case 'headers':
      return reply(request, '200 OK', [...query].map(([key, value]) => `${key}: ${value}`), 'headers\n');
    case 'redirect':
      return reply(request, `${first} Moved`, [`Location: ${query.get('to') ?? '/'}`], `go to ${query.get('to') ?? '/'}\n`);
    case 'loop':
      return reply(request, '302 Found', [`Location: /loop/${Number(first) + 1}`]);
    case 'bytes':
      return reply(request, '200 OK', ['Content-Type: application/octet-stream'], '0123456789'.repeat(Math.ceil(Number(first) / 10)).slice(0, Number(first)));
    case 'flaky': {
      const times = (seen.get(path) ?? 0) + 1;
      seen.set(path, times);
      return times <= Number(second) ? reply(request, '503 Service Unavailable', [plain, ...[...query].map(([key, value]) => `${key}: ${value}`)], 'busy\n') : reply(request, '200 OK', [plain], `fine after ${times}\n`);
    }
    case 'slow':
      await new Promise((done) => setTimeout(done, Number(first)));
      return reply(request, '200 OK', [plain], 'slow\n');
    case 'cookies':
      return reply(request, '200 OK', [plain, ...query.getAll('set').map((cookie) => `Set-Cookie: ${cookie}`)], `cookie: ${request.header('cookie') ?? '(none)'}\n`);
    default:
      return reply(request, '404 Not Found', [plain], `no ${path}\n`);
  }
}

const fixedAnswers: Readonly<Record<string, (request: Request) => Answer>> = {
  '': (request) => reply(request, '200 OK', [plain], 'hello\n'),
  hello: (request) => reply(request, '200 OK', [plain], 'hello\n'),
  'file.txt': (request) => reply(request, '200 OK', [plain, 'Last-Modified: Wed, 01 May 2024 12:00:00 GMT'], text),
  'hello.html': (request) => reply(request, '200 OK', ['Content-Type: text/html; charset=utf-8'], '<h1>hello</h1>\n'),
  json: (request) => reply(request, '200 OK', ['Content-Type: application/json'], '{"a":1}\n'),
  chunked: (request) => reply(request, '200 OK', [plain, 'Transfer-Encoding: chunked'], '6\r\nhello \r\n6\r\nworld\n\r\n0\r\n\r\n'),
  'chunked-broken': (request) => reply(request, '200 OK', [plain, 'Transfer-Encoding: chunked'], '6\r\nhello \r\nzz\r\n', { ends: true }),
  'chunked-short': (request) => reply(request, '200 OK', [plain, 'Transfer-Encoding: chunked'], '6\r\nhello \r\n', { ends: true }),
  http10: (request) => reply(request, '200 OK', [plain], 'old\n', { version: '1.0' }),
  close: (request) => reply(request, '200 OK', [plain, 'Connection: close'], 'bye\n'),
  'until-close': (request) => reply(request, '200 OK', ['Connection: close'], 'until the end\n'),
  empty: () => ({ bytes: new Uint8Array(), ends: true }),
  nothing: (request) => reply(request, '200 OK', [plain]),
  'no-content': (request) => reply(request, '204 No Content', ['X-Left: none']),
  partial: (request) => reply(request, '200 OK', [plain, 'Content-Length: 100'], '0123456789', { ends: true }),
  garbage: () => ({ bytes: Buffer.from('SSH-2.0-OpenSSH_9.9\r\n'), ends: true }),
  'half-head': () => ({ bytes: Buffer.from('HTTP/1.1 200 OK\r\nContent-Ty'), ends: true }),
  'bare-lf': () => ({ bytes: Buffer.from('HTTP/1.1 200 OK\nX-Kind: bare\n\nlines\n'), ends: true }),
  'bad-header': () => ({ bytes: Buffer.from('HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 0\r\n\r\n'), ends: true }),
  'bad-length': (request) => reply(request, '200 OK', ['Content-Length: many'], 'x', { ends: true }),
  http3: () => ({ bytes: Buffer.from('HTTP/4.0 200 OK\r\n\r\n'), ends: true }),
  gzip: (request) => reply(request, '200 OK', [plain, 'Content-Encoding: gzip'], packed.gzip),
  deflate: (request) => reply(request, '200 OK', [plain, 'Content-Encoding: deflate'], packed.deflate),
  'bad-gzip': (request) => reply(request, '200 OK', [plain, 'Content-Encoding: gzip'], 'not gzip\n'),
  'odd-encoding': (request) => reply(request, '200 OK', [plain, 'Content-Encoding: rot13'], 'uryyb\n'),
  ranges: (request) => ranged(request),
  etag: (request) => (request.header('if-none-match') === '"v1"' ? reply(request, '304 Not Modified', ['ETag: "v1"']) : reply(request, '200 OK', [plain, 'ETag: "v1"'], 'tagged\n')),
  modified: (request) => (request.header('if-modified-since') ? reply(request, '304 Not Modified', []) : reply(request, '200 OK', [plain, 'Last-Modified: Wed, 01 May 2024 12:00:00 GMT'], 'modified\n')),
  'old-modified': (request) => reply(request, '200 OK', [plain, 'Last-Modified: Wed, 01 May 2024 12:00:00 GMT'], 'modified\n'),
  basic: (request) => (request.header('authorization') === 'Basic dXNlcjpzZWNyZXQ=' ? reply(request, '200 OK', [plain], 'welcome\n') : reply(request, '401 Unauthorized', [plain, 'WWW-Authenticate: Basic realm="fixture"'], 'denied\n')),
  digest: (request) => (/^Digest /.test(request.header('authorization') ?? '') ? reply(request, '200 OK', [plain], `${(request.header('authorization') ?? '').replaceAll(/cnonce="[^"]*"|response="[^"]*"/g, (pair) => `${pair.split('=')[0] ?? ''}=*`)}\n`) : reply(request, '401 Unauthorized', [plain, 'WWW-Authenticate: Digest realm="fixture", nonce="abc", qop="auth", algorithm=MD5, opaque="xyz"'], 'denied\n')),
  attachment: (request) => reply(request, '200 OK', [plain, 'Content-Disposition: attachment; filename="named.txt"'], 'attached\n'),
  interim: (request) => {
    const { bytes, ends } = reply(request, '200 OK', [plain], 'final\n');
    return { bytes: Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'), bytes]), ends };
  },
  repeated: (request) => reply(request, '200 OK', ['X-One: first', 'x-one: second', 'X-Two:  spaced  ', 'Set-Cookie: a=1', 'Set-Cookie: b=2'], 'repeated\n'),
  latin: (request) => reply(request, '200 OK', ['X-Name: caf\u00e9'], 'caf\u00e9\n'),
  'no-continue': (request) => reply(request, '200 OK', [plain], `got ${request.body.length}\n`),
  refuse: (request) => reply(request, '413 Content Too Large', [plain, 'Connection: close'], 'too much\n'),
};

function ranged(request: Request): Answer {
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.header('range') ?? '');
  if (!range) return reply(request, '200 OK', [plain, 'Accept-Ranges: bytes'], text);
  const [, from = '', to = ''] = range;
  const start = from === '' ? Math.max(0, text.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? text.length - 1 : Math.min(Number(to), text.length - 1);
  if (start >= text.length) return reply(request, '416 Range Not Satisfiable', [`Content-Range: bytes */${text.length}`], 'beyond\n');
  return reply(request, '206 Partial Content', [plain, `Content-Range: bytes ${start}-${end}/${text.length}`], text.slice(start, end + 1));
}
