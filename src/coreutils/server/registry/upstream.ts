import type { ByteStream } from '../../../base/index.ts';
import { type HttpClientResponse, requestHttp } from '../../../base/http/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { type Certificate, readCertificatesPem } from '../../../pki/index.ts';
import { connectTls, goClientWords, goSuites, goVerifier, isTlsError } from '../../../tls/index.ts';
import { goVersion, version } from './version.ts';

/** The registry behind cannot be asked; in Go's words. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
}

const bundle = '/etc/ssl/certs/ca-certificates.crt';

/** A registry that is asked with GET, with what credentials there are: what a pull-through cache takes from. */
export class Upstream {
  readonly #process: Process;
  readonly #base: string;
  readonly #credentials: { username: string; password: string };
  readonly #tokens = new Map<string, string>();

  constructor(process: Process, remote: string, credentials: { username: string; password: string }) {
    this.#process = process;
    this.#base = remote.replace(/\/+$/, '');
    this.#credentials = credentials;
  }

  /** Asks for a path below `/v2/`, with a token for pulling from `repository` where one is wanted. Rejects with UpstreamError. */
  async get(path: string, repository: string | undefined, accept: readonly string[] = []): Promise<HttpClientResponse> {
    const url = `${this.#base}/v2/${path}`;
    const first = await this.#send(url, { ...(accept.length > 0 && { accept: accept.join(', ') }), ...this.#authorization(repository) });
    if (first.status !== 401) return first;
    await first.text();
    const authorization = await this.#answerChallenge(first.headers.get('www-authenticate') ?? '', repository);
    return authorization === undefined ? first : this.#send(url, { ...(accept.length > 0 && { accept: accept.join(', ') }), authorization });
  }

  #authorization(repository: string | undefined): Record<string, string> {
    const token = this.#tokens.get(repository ?? '');
    return token === undefined ? {} : { authorization: token };
  }

  async #answerChallenge(challenge: string, repository: string | undefined): Promise<string | undefined> {
    const { username, password } = this.#credentials;
    const basic = username === '' ? undefined : `Basic ${btoa(`${username}:${password}`)}`;
    if (/^basic\b/i.test(challenge)) return basic;
    const parameter = (name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1];
    const realm = parameter('realm');
    if (realm === undefined) return undefined;
    const url = new URL(realm);
    const service = parameter('service');
    if (service !== undefined) url.searchParams.set('service', service);
    if (repository !== undefined) url.searchParams.set('scope', `repository:${repository}:pull`);
    const response = await this.#send(url.href, basic === undefined ? {} : { authorization: basic });
    const { token, access_token: other } = (await response.json()) as { token?: string; access_token?: string };
    const authorization = `Bearer ${token ?? other ?? ''}`;
    this.#tokens.set(repository ?? '', authorization);
    return authorization;
  }

  async #send(href: string, headers: Record<string, string>): Promise<HttpClientResponse> {
    const url = new URL(href);
    try {
      const stream = await this.#connect(url);
      return await requestHttp(stream, { method: 'GET', path: `${url.pathname}${url.search}`, headers: { host: url.host, 'user-agent': `docker-distribution/${version} ${goVersion}`, connection: 'close', ...headers } });
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      throw new UpstreamError(`Get ${goQuote(href)}: ${error.message}`);
    }
  }

  async #connect(url: URL): Promise<ByteStream> {
    const secure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port) || (secure ? 443 : 80);
    const stream = await dial(this.#process, host, port);
    if (!secure) return stream;
    try {
      const verify = goVerifier({ anchors: readAnchors(this.#process), host, now: this.#process.clock.now(), purpose: 'sslserver' });
      return await connectTls(stream, { random: this.#process.random, serverName: host, alpn: ['http/1.1'], cipherSuites: goSuites, verify });
    } catch (error) {
      stream.close();
      if (isTlsError(error)) throw new UpstreamError(goClientWords(error));
      throw error;
    }
  }
}

function readAnchors(process: Process): Certificate[] {
  return process.exists(bundle) ? readCertificatesPem(process.readTextFile(bundle)) : [];
}

async function dial(process: Process, host: string, port: number): Promise<ByteStream> {
  let addresses: string[];
  try {
    addresses = await process.lookup(host);
  } catch (error) {
    if (!(error instanceof Error) || isSystemError(error)) throw error;
    throw new UpstreamError(`dial tcp: lookup ${host}${nameServer(process)}: no such host`);
  }
  let failure = '';
  for (const address of addresses) {
    try {
      return process.stream(await process.connect({ family: 'inet', address, port }));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      failure ||= `dial tcp ${address.includes(':') ? `[${address}]` : address}:${port}: connect: ${strerror(error.code).toLowerCase()}`;
    }
  }
  throw new UpstreamError(failure);
}

function nameServer(process: Process): string {
  const found = process.exists('/etc/resolv.conf') ? /^nameserver\s+(\S+)/m.exec(process.readTextFile('/etc/resolv.conf'))?.[1] : undefined;
  return found === undefined ? '' : ` on ${found}:53`;
}
