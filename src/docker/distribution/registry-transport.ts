import type { ByteSource } from '../../base/index.ts';
import { HttpAgent, type HttpClientResponse } from '../../base/http/index.ts';
import { type Dial, DialError, type TlsTerms } from './dial.ts';

/** A request to a registry or its token service. */
export interface RegistryRequest {
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: Uint8Array | ByteSource;
}

/** Sends requests to whatever host their URL names, keeping connections. Failures have Go's words: `Get "URL": dial tcp …`. */
export class RegistryTransport {
  readonly #dial: Dial;
  readonly #agents = new Map<string, HttpAgent>();
  readonly #userAgent: string;
  /** What connections with TLS trust, to whatever host: a registry's certs.d counts for its token service too. Set it before the first request. */
  tls: TlsTerms = { certificates: undefined, insecure: false };

  constructor(dial: Dial, userAgent: string) {
    this.#dial = dial;
    this.#userAgent = userAgent;
  }

  async send({ method, url, headers, body }: RegistryRequest): Promise<HttpClientResponse> {
    const agent = this.#agentFor(url);
    try {
      return await agent.request({
        method, path: `${url.pathname}${url.search}`, headers: { host: url.host, 'user-agent': this.#userAgent, ...headers }, ...(body && { body }),
      });
    } catch (error) {
      if (!(error instanceof DialError) || error.reason === 'certificates') throw error;
      const verb = method[0] + method.slice(1).toLowerCase();
      throw new DialError(error.reason, `${verb} "${url.href}": ${error.message}`);
    }
  }

  #agentFor(url: URL): HttpAgent {
    const secure = url.protocol === 'https:';
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    const key = `${secure} ${url.hostname}:${port}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new HttpAgent(() => this.#dial({ host: url.hostname.replace(/^\[|\]$/g, ''), port, tls: secure ? this.tls : undefined }));
      this.#agents.set(key, agent);
    }
    return agent;
  }

  /** Addresses of a name, as the daemon's host knows them. */
  lookup(host: string): Promise<readonly string[]> {
    return this.#dial.lookup(host);
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.close();
    this.#agents.clear();
  }
}
