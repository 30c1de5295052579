import { type ByteSource, encodeUtf8, sha256Hex } from '../../base/index.ts';
import type { HttpClientResponse } from '../../base/http/index.ts';
import { parseIpv4 } from '../../base/ip/index.ts';
import { type Descriptor, type Digest, isDigest, manifestAccept, type Reference } from '../../oci/index.ts';
import type { RegistryAuth } from '../api/index.ts';
import { DialError } from './dial.ts';
import { RegistryError, registryErrorOf } from './registry-error.ts';
import type { RegistryTransport } from './registry-transport.ts';

/** Where Docker Hub's registry answers. */
const hubHost = 'registry-1.docker.io';

/** A manifest as it came. */
export interface FetchedManifest {
  bytes: Uint8Array;
  digest: Digest;
  mediaType: string;
}

/** What a client needs beside the transport. */
export interface RegistryClientOptions {
  transport: RegistryTransport;
  auth?: RegistryAuth | undefined;
  /** Hosts (HOST or HOST:PORT, as in the image's name) and networks whose registries need no good certificate, nor any; those at loopback addresses never do. */
  insecureRegistries: readonly string[];
  /** `client`: only `insecureRegistries` may do without a good certificate or be asked in clear, as for the command's own requests; the daemon (default) lets registries at loopback addresses, too. */
  trust?: 'daemon' | 'client';
  /** Another place that is asked instead: a mirror of Docker Hub. */
  mirror?: URL | undefined;
}

/** One repository of one registry: the distribution API as a client. Failures are RegistryError or DialError. */
export class RegistryClient {
  readonly #options: RegistryClientOptions;
  readonly #path: string;
  readonly #host: string;
  #base: URL | undefined;
  #challenge: { scheme: string; parameters: Record<string, string> } | undefined;
  readonly #tokens = new Map<string, string>();

  constructor(reference: Reference, options: RegistryClientOptions) {
    this.#options = options;
    this.#path = reference.path;
    this.#host = reference.domain === 'docker.io' ? hubHost : reference.domain;
  }

  /** Finds out how the registry is spoken to: https, or http where that is allowed. */
  async connect(): Promise<URL> {
    if (this.#base) return this.#base;
    const { transport, mirror } = this.#options;
    const host = mirror?.host ?? this.#host;
    const { insecureRegistries, trust } = this.#options;
    const insecure = trust === 'client' ? insecureRegistries.includes(host) : await isInsecure(host, insecureRegistries, (name) => transport.lookup(name));
    transport.tls = { certificates: host, insecure };
    const places = mirror ? [mirror.href.replace(/\/$/, '')] : insecure ? [`https://${host}`, `http://${host}`] : [`https://${host}`];
    let failure: unknown;
    for (const place of places) {
      try {
        const base = new URL(`${place}/v2/`);
        const response = await transport.send({ method: 'GET', url: base });
        await response.text();
        if (response.status === 401) this.#challenge = parseChallenge(response.headers.get('www-authenticate') ?? '');
        this.#base = base;
        return base;
      } catch (error) {
        if (!(error instanceof DialError) || error.reason === 'certificates') throw error;
        if (trust === 'client' && error.reason !== 'plain-http') throw error;
        failure = error;
      }
    }
    throw failure;
  }

  /** Checks user and password (or token) as `docker login` does. */
  async login(): Promise<void> {
    const base = await this.connect();
    const response = await this.#send('GET', '', { actions: '' });
    await response.text();
    if (response.status !== 200) throw new RegistryError(response.status, 'UNAUTHORIZED', `login attempt to ${base.href} failed with status: ${response.status} ${response.statusText}`);
  }

  /** The digest that a tag stands for; asked with HEAD, and with GET where that does not tell. */
  async resolveTag(tag: string): Promise<Digest> {
    const headers = { accept: manifestAccept.join(', ') };
    const head = await this.#send('HEAD', `${this.#path}/manifests/${tag}`, { actions: 'pull', headers });
    await head.text();
    const digest = head.headers.get('docker-content-digest');
    return head.status === 200 && digest !== null && isDigest(digest) ? digest : (await this.manifest(tag)).digest;
  }

  async manifest(tagOrDigest: string): Promise<FetchedManifest> {
    const response = await this.#expect(await this.#send('GET', `${this.#path}/manifests/${tagOrDigest}`, { actions: 'pull', headers: { accept: manifestAccept.join(', ') } }), 200);
    const bytes = await response.bytes();
    return { bytes, digest: `sha256:${sha256Hex(bytes)}`, mediaType: (response.headers.get('content-type') ?? '').split(';')[0] ?? '' };
  }

  async tags(): Promise<string[]> {
    const response = await this.#expect(await this.#send('GET', `${this.#path}/tags/list`, { actions: 'pull' }), 200);
    return ((await response.json()) as { tags?: string[] | null }).tags ?? [];
  }

  /** A blob's bytes as they come, and how many are announced. */
  async blob(descriptor: Descriptor): Promise<{ source: ByteSource; size: number }> {
    const response = await this.#expect(await this.#send('GET', `${this.#path}/blobs/${descriptor.digest}`, { actions: 'pull' }), 200);
    return { source: response.body, size: Number(response.headers.get('content-length') ?? descriptor.size) };
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    const response = await this.#send('HEAD', `${this.#path}/blobs/${digest}`, { actions: 'pull,push' });
    if (response.status === 200) return true;
    if (response.status === 404) return false;
    throw registryErrorOf(response.status, response.statusText, '', response.headers.get('www-authenticate') ?? '');
  }

  /** Takes a blob over from another repository of the same registry; false when that one cannot be read. */
  async mountBlob(digest: Digest, from: string): Promise<boolean> {
    const response = await this.#send('POST', `${this.#path}/blobs/uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`, { actions: 'pull,push', mountFrom: from });
    const text = await response.text();
    if (response.status === 201) await this.hasBlob(digest);
    if (response.status === 401) throw registryErrorOf(response.status, response.statusText, text, response.headers.get('www-authenticate') ?? '');
    return response.status === 201;
  }

  async putBlob(digest: Digest, bytes: Uint8Array): Promise<void> {
    const started = await this.#expect(await this.#send('POST', `${this.#path}/blobs/uploads/`, { actions: 'pull,push' }), 202);
    await started.text();
    const where = (response: HttpClientResponse): URL => new URL(response.headers.get('location') ?? '', this.#base);
    const patched = await this.#expect(await this.#sendTo('PATCH', where(started), { actions: 'pull,push', body: bytes, headers: { 'content-type': 'application/octet-stream' } }), 202);
    await patched.text();
    const location = where(patched);
    location.searchParams.set('digest', digest);
    await (await this.#expect(await this.#sendTo('PUT', location, { actions: 'pull,push' }), 201)).text();
    // As Docker does, to see that it is there.
    await this.hasBlob(digest);
  }

  /** A blob's bytes, whole. */
  async blobBytes(digest: Digest): Promise<Uint8Array> {
    const response = await this.#expect(await this.#send('GET', `${this.#path}/blobs/${digest}`, { actions: 'pull' }), 200);
    return response.bytes();
  }

  async putManifest(tagOrDigest: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    const response = await this.#send('PUT', `${this.#path}/manifests/${tagOrDigest}`, { actions: 'pull,push', body: bytes, headers: { 'content-type': mediaType } });
    await (await this.#expect(response, 201)).text();
  }

  async #expect(response: HttpClientResponse, status: number): Promise<HttpClientResponse> {
    if (response.status === status) return response;
    throw registryErrorOf(response.status, response.statusText, await response.text(), response.headers.get('www-authenticate') ?? '');
  }

  async #send(method: string, path: string, options: SendOptions): Promise<HttpClientResponse> {
    return this.#sendTo(method, new URL(path, await this.connect()), options);
  }

  async #sendTo(method: string, url: URL, { actions, headers, body, mountFrom }: SendOptions): Promise<HttpClientResponse> {
    const scopes = actions === '' ? [] : [`repository:${this.#path}:${actions}`, ...(mountFrom === undefined ? [] : [`repository:${mountFrom}:pull`])];
    let target = url;
    for (let hop = 0; ; hop++) {
      const sameHost = target.host === url.host;
      const authorization = sameHost ? await this.#authorization(scopes).catch((error: unknown) => rethrowFor(method, target, error)) : undefined;
      const response = await this.#options.transport.send({ method, url: target, headers: { ...headers, ...(authorization !== undefined && { authorization }) }, ...(body && { body }) });
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null || hop >= 10) return response;
      await response.text();
      target = new URL(location, target);
    }
  }

  async #authorization(scopes: readonly string[]): Promise<string | undefined> {
    const challenge = this.#challenge;
    const { auth } = this.#options;
    if (!challenge) return undefined;
    if (challenge.scheme === 'basic') {
      if (!auth?.username) throw new RegistryError(401, 'NO_CREDENTIALS', 'no basic auth credentials');
      return basic(auth.username, auth.password ?? '');
    }
    if (auth?.registrytoken) return `Bearer ${auth.registrytoken}`;
    const key = scopes.join(' ');
    let token = this.#tokens.get(key);
    if (token === undefined) {
      token = await this.#fetchToken(challenge.parameters, scopes);
      this.#tokens.set(key, token);
    }
    return `Bearer ${token}`;
  }

  async #fetchToken(parameters: Record<string, string>, scopes: readonly string[]): Promise<string> {
    const { auth, transport } = this.#options;
    const url = new URL(parameters.realm ?? '');
    if (auth?.username) url.searchParams.set('account', auth.username);
    if (scopes.length === 0) {
      url.searchParams.set('client_id', 'docker');
      url.searchParams.set('offline_token', 'true');
    }
    for (const scope of scopes) url.searchParams.append('scope', scope);
    if (parameters.service !== undefined) url.searchParams.set('service', parameters.service);
    const headers: Record<string, string> = auth?.username ? { authorization: basic(auth.username, auth.password ?? auth.identitytoken ?? '') } : {};
    const response = await transport.send({ method: 'GET', url, headers });
    const text = await response.text();
    if (response.status !== 200) throw registryErrorOf(response.status, response.statusText, text);
    const { token, access_token: accessToken } = JSON.parse(text) as { token?: string; access_token?: string };
    return token ?? accessToken ?? '';
  }
}

interface SendOptions {
  actions: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
  mountFrom?: string;
}

/** Throws again what went wrong on the way to a request's authorization, as Go's client says it. */
function rethrowFor(method: string, target: URL, error: unknown): never {
  const prefix = `${method[0]}${method.slice(1).toLowerCase()} "${target.href}": `;
  if (error instanceof RegistryError) throw new RegistryError(error.status, error.code, `${prefix}${error.message}`, [], error.message);
  if (error instanceof DialError) throw new DialError(error.reason, `${prefix}${error.message}`);
  throw error;
}

function basic(username: string, password: string): string {
  return `Basic ${btoa(String.fromCharCode(...encodeUtf8(`${username}:${password}`)))}`;
}

/** `Bearer realm="…",service="…"` */
function parseChallenge(header: string): { scheme: string; parameters: Record<string, string> } | undefined {
  const [, scheme = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(header) ?? [];
  if (scheme === '') return undefined;
  const parameters: Record<string, string> = {};
  for (const [, key = '', quoted, plain] of rest.matchAll(/([a-zA-Z_]+)=(?:"([^"]*)"|([^,\s]+))/g)) parameters[key.toLowerCase()] = quoted ?? plain ?? '';
  return { scheme: scheme.toLowerCase(), parameters };
}

/** Whether a registry's certificate does not count and it may be asked in clear: it is listed, by name or by a network that its address is in, or its address is a loopback one. */
async function isInsecure(host: string, insecureRegistries: readonly string[], lookup: (name: string) => Promise<readonly string[]>): Promise<boolean> {
  if (insecureRegistries.includes(host)) return true;
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  const networks = ['127.0.0.0/8', '::1/128', ...insecureRegistries.filter((entry) => entry.includes('/'))];
  const addresses = /^\d+\.\d+\.\d+\.\d+$|:/.test(name) ? [name] : await lookup(name);
  return addresses.some((address) => networks.some((network) => inNetwork(address, network)));
}

function inNetwork(address: string, network: string): boolean {
  const [base = '', length = ''] = network.split('/');
  const [a, b] = [parseIpv4(address), parseIpv4(base)];
  if (a === undefined || b === undefined) return Number(length) === 128 && address === base;
  const size = 2 ** (32 - Number(length));
  return Math.floor(a / size) === Math.floor(b / size);
}
