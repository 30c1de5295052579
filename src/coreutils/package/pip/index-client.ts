import { decodeUtf8 } from '../../../base/index.ts';
import { HttpAgent } from '../../../base/http/index.ts';
import { isSystemError, LookupError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { comparePythonVersions } from './pip-version.ts';
import { normalizedName } from './requirement.ts';

/** A wheel that an index offers. */
export interface Candidate {
  file: string;
  url: string;
  version: string;
  /** Requires-Python. */
  python: string;
}

/** Why an index cannot be asked, in pip's words. */
export class IndexError extends Error {}

/** Asks a package index over HTTP, keeping one connection for each server. */
export class IndexClient {
  readonly #process: Process;
  readonly #index: string;
  readonly #agents = new Map<string, HttpAgent>();
  readonly #pages = new Map<string, Candidate[]>();

  constructor(process: Process, index: string) {
    this.#process = process;
    this.#index = index.replace(/\/$/, '');
  }

  /** Wheels of a distribution, newest first; none when the index does not know it. */
  async candidates(name: string): Promise<Candidate[]> {
    const key = normalizedName(name);
    const known = this.#pages.get(key);
    if (known) return known;
    const page = await this.#get(`${this.#index}/${key}/`);
    const found = page === undefined ? [] : [...decodeUtf8(page.bytes).matchAll(/<a href="([^"#]+)[^"]*"([^>]*)>([^<]+)<\/a>/g)].flatMap(([, href = '', attributes = '', file = '']): Candidate[] => {
      const [, version = ''] = /^[^-]+-([^-]+)-.*\.whl$/.exec(file) ?? [];
      const python = /data-requires-python="([^"]*)"/.exec(attributes)?.[1] ?? '';
      return version === '' ? [] : [{ file, url: new URL(href, page.url).href, version, python: python.replaceAll('&gt;', '>').replaceAll('&lt;', '<') }];
    });
    found.sort((a, b) => comparePythonVersions(b.version, a.version));
    this.#pages.set(key, found);
    return found;
  }

  /** The metadata file beside a wheel. */
  async metadata(candidate: Candidate): Promise<string> {
    return decodeUtf8((await this.#get(`${candidate.url}.metadata`))?.bytes ?? new Uint8Array());
  }

  async wheel(candidate: Candidate): Promise<Uint8Array> {
    const found = await this.#get(candidate.url);
    if (!found) throw new IndexError(`HTTP error 404 while getting ${candidate.url}`);
    return found.bytes;
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.close();
    this.#agents.clear();
  }

  async #get(address: string): Promise<{ bytes: Uint8Array; url: string } | undefined> {
    const url = new URL(address);
    try {
      const response = await this.#agent(url).request({ path: url.pathname + url.search, signal: this.#process.signal, headers: { Host: url.host, 'User-Agent': 'pip' } });
      const bytes = await response.bytes();
      if (response.status >= 300 && response.status < 400) return await this.#get(new URL(response.headers.get('location') ?? '', url).href);
      return response.status === 200 ? { bytes, url: address } : undefined;
    } catch (error) {
      if (error instanceof Error && error.name === 'TlsError') throw new IndexError(`There was a problem confirming the ssl certificate: ${error.message}`);
      if (error instanceof LookupError) throw new IndexError(`Failed to establish a new connection: [Errno ${error.code === 'AGAIN' ? -3 : -2}] ${error.message}`);
      if (isSystemError(error)) throw new IndexError(`Failed to establish a new connection: [Errno ${error.code === 'ECONNREFUSED' ? 111 : error.code === 'ENETUNREACH' ? 101 : 113}] ${strerror(error.code)}`);
      throw error;
    }
  }

  #agent(url: URL): HttpAgent {
    let agent = this.#agents.get(url.host);
    if (!agent) {
      agent = new HttpAgent(async () => {
        const [address = ''] = await this.#process.lookup(url.hostname);
        const secure = url.protocol === 'https:';
        const fd = await this.#process.connect({ family: 'inet', address, port: Number(url.port || (secure ? 443 : 80)) });
        if (!secure) return this.#process.stream(fd);
        const { openTls, systemAnchors } = await import('../../trust/open-tls.ts');
        const anchors = systemAnchors(this.#process);
        // Without the system's certificates pip goes by those that it brings along; they trust the index.
        return await openTls(this.#process, fd, url.hostname, { anchors, insecure: anchors.length === 0 });
      });
      this.#agents.set(url.host, agent);
    }
    return agent;
  }
}
