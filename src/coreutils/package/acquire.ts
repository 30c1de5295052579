import { HttpAgent, type HttpClientResponse } from '../../base/http/index.ts';
import { isSystemError, LookupError, type Process, strerror } from '../../kernel/uapi/index.ts';

/** What came of fetching a file. */
export type Fetched =
  | { kind: 'ok'; bytes: Uint8Array; lastModified: string | undefined }
  | { kind: 'unmodified' }
  /** `transient`: worth another try. */
  | { kind: 'failed'; message: string; transient: boolean };

/** Fetches files over HTTP, keeping one connection for each server. */
export class Acquirer {
  readonly #process: Process;
  readonly #agents = new Map<string, HttpAgent>();
  readonly #peers = new Map<string, string>();
  fetchedBytes = 0;
  readonly started: number;

  constructor(process: Process) {
    this.#process = process;
    this.started = process.clock.now();
  }

  /** `apk` has words of its own where TLS fails; apt says what GnuTLS says. */
  async fetch(uri: string, since?: string, apk = false): Promise<Fetched> {
    let url: URL;
    try {
      url = new URL(uri);
    } catch {
      return { kind: 'failed', message: `Invalid URI, local URIS must not start with //`, transient: false };
    }
    if (url.protocol === 'file:') return this.#file(url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'failed', message: `The method driver /usr/lib/apt/methods/${url.protocol.slice(0, -1)} could not be found.`, transient: false };
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    let response: HttpClientResponse;
    try {
      response = await this.#agent(url.hostname, port, url.protocol === 'https:').request({
        path: url.pathname + url.search, signal: this.#process.signal,
        headers: { Host: url.host, 'User-Agent': 'Debian APT-HTTP/1.3', ...(since ? { 'If-Modified-Since': since } : {}) },
      });
      const bytes = await response.bytes();
      const where = ` [IP: ${this.#peers.get(url.host) ?? url.hostname} ${port}]`;
      if (response.status === 304) return { kind: 'unmodified' };
      if (response.status >= 300 && response.status < 400) return await this.fetch(new URL(response.headers.get('location') ?? '', url).href, since, apk);
      if (response.status !== 200) return { kind: 'failed', message: `${response.status}  ${response.statusText}${where}`, transient: false };
      this.fetchedBytes += bytes.length;
      return { kind: 'ok', bytes, lastModified: response.headers.get('last-modified') ?? undefined };
    } catch (error) {
      this.#agents.delete(url.host);
      if (error instanceof LookupError) {
        return { kind: 'failed', transient: error.code === 'AGAIN', message: error.code === 'AGAIN' ? `Temporary failure resolving '${url.hostname}'` : `Could not resolve '${url.hostname}'` };
      }
      const refused = await this.#untrusted(error, apk, `${this.#peers.get(url.host) ?? url.hostname} ${port}`);
      if (refused) return refused;
      if (!isSystemError(error)) throw error;
      const peer = this.#peers.get(url.host) ?? url.hostname;
      const why = error.code === 'ECONNREFUSED' || error.code === 'ETIMEDOUT' || error.code === 'EHOSTUNREACH' || error.code === 'ENETUNREACH'
        ? `Could not connect to ${url.hostname}:${port} (${peer}). - connect (${errnoOf(error.code)}: ${strerror(error.code)})`
        : `Connection failed [IP: ${peer} ${port}]`;
      return { kind: 'failed', message: why, transient: true };
    }
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.close();
    this.#agents.clear();
  }

  #file(url: URL): Fetched {
    try {
      return { kind: 'ok', bytes: this.#process.readFile(decodeURIComponent(url.pathname)), lastModified: undefined };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return { kind: 'failed', message: `File not found - ${url.pathname} (${errnoOf(error.code)}: ${strerror(error.code)})`, transient: false };
    }
  }

  /** A server whose certificate is no good, or that speaks no TLS. */
  async #untrusted(error: unknown, apk: boolean, peer: string): Promise<Fetched | undefined> {
    if (!(error instanceof Error && error.name === 'TlsError')) return undefined;
    const { isTlsError } = await import('../../tls/index.ts');
    if (!isTlsError(error)) return undefined;
    const certificate = error.kind === 'certificate';
    if (apk) return { kind: 'failed', transient: false, message: certificate ? 'TLS: server certificate not trusted' : 'TLS: unspecified error' };
    const why = certificate ? `Certificate verification failed: The certificate is NOT trusted. ${issues[error.problem?.kind ?? ''] ?? 'The certificate issuer is unknown. '} Could not handshake: Error in the certificate verification.` : 'Could not handshake: An unexpected TLS packet was received.';
    return { kind: 'failed', transient: true, message: `${why} [IP: ${peer}]` };
  }

  #agent(host: string, port: number, secure: boolean): HttpAgent {
    const key = port === 80 || (secure && port === 443) ? host : `${host}:${port}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new HttpAgent(async () => {
        const addresses = await this.#process.lookup(host);
        let failure: unknown;
        for (const address of addresses) {
          this.#peers.set(key, address);
          try {
            const fd = await this.#process.connect({ family: 'inet', address, port });
            if (!secure) return this.#process.stream(fd);
            const { openTls } = await import('../trust/open-tls.ts');
            return await openTls(this.#process, fd, host);
          } catch (error) {
            failure = error;
          }
        }
        throw failure;
      });
      this.#agents.set(key, agent);
    }
    return agent;
  }
}

/** What GnuTLS says is wrong. */
const issues: Record<string, string> = { 'not-yet-valid': 'The certificate chain uses not yet valid certificate. ', expired: 'The certificate chain uses expired certificate. ', 'name-mismatch': 'The name in the certificate does not match the expected. ' };

function errnoOf(code: string): number {
  return { ECONNREFUSED: 111, ETIMEDOUT: 110, EHOSTUNREACH: 113, ENETUNREACH: 101, ENOENT: 2, EACCES: 13 }[code] ?? 5;
}
