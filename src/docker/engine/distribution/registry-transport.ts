import type { ByteSource } from '../../../base/index.ts';
import { HttpAgent, type HttpClientResponse } from '../../../base/http/index.ts';
import { type Dial, DialError } from '../ports/dial.ts';

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
      if (!(error instanceof DialError)) throw error;
      const verb = method[0] + method.slice(1).toLowerCase();
      const why = error.reason === 'plain-http' ? 'http: server gave HTTP response to HTTPS client' : error.message;
      throw new DialError(error.reason, `${verb} "${url.href}": ${why}`);
    }
  }

  #agentFor(url: URL): HttpAgent {
    const tls = url.protocol === 'https:';
    const port = url.port === '' ? (tls ? 443 : 80) : Number(url.port);
    const key = `${tls} ${url.hostname}:${port}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new HttpAgent(() => this.#dial({ host: url.hostname, port, tls }));
      this.#agents.set(key, agent);
    }
    return agent;
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.close();
    this.#agents.clear();
  }
}
