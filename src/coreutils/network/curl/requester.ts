import type { Authenticator } from './auth.ts';
import type { Connection } from './connection.ts';
import { encodeForm } from './multipart.ts';
import { type RequestBody, type RequestHead, requestHead } from './request.ts';
import type { RequestKind } from './settings.ts';
import type { TransferParts } from './transfer-parts.ts';
import { type CurlUrl, portOf } from './url.ts';

/** What is asked, and how that changes from one request of a transfer to the next. */
export class Requester {
  readonly #parts: TransferParts;
  readonly #auth: Authenticator;
  readonly #proxyAuth: Authenticator;
  kind: RequestKind;
  /** Of the last request. */
  method = '';
  #body: RequestBody | undefined;
  #bodyType: string | undefined;
  /** The body of the last request. */
  sent: RequestBody | undefined;
  /** The last request was for a part. */
  ranged = false;
  referer: string | undefined;
  /** Where the transfer began: logins and headers of the command line are for that host. */
  first: CurlUrl | undefined;

  constructor(parts: TransferParts, auth: Authenticator, proxyAuth: Authenticator) {
    this.#parts = parts;
    this.#auth = auth;
    this.#proxyAuth = proxyAuth;
    this.kind = parts.upload ? 'PUT' : parts.kind ?? 'GET';
    this.referer = parts.settings.referer;
  }

  /** Whether the last request's answer has no body. */
  get headOnly(): boolean {
    return this.method === 'HEAD' || this.#parts.settings.on('head');
  }

  /** The head of the next request. */
  async request(url: CurlUrl, connection: Connection): Promise<RequestHead> {
    const { settings, session } = this.#parts;
    await this.prepare();
    this.method = settings.text('request') ?? (this.kind === 'MIME' ? 'POST' : this.kind);
    const path = `${url.path}${url.query === undefined ? '' : `?${url.query}`}`;
    const firstHost = this.sameHost(url) || settings.on('location-trusted');
    const own = settings.list('header').some((line) => /^authorization[:;]/i.test(line)) && firstHost;
    const viaProxy = connection.viaProxy === 'plain';
    const proxyAuthorization = viaProxy ? await this.#proxyAuth.header(this.method, path, false) : undefined;
    const asking = this.#auth.asking && this.#body !== undefined;
    const authorization = firstHost || url.user !== undefined ? await this.#auth.header(this.method, path, own) : undefined;
    const body = asking ? { kind: 'bytes' as const, bytes: new Uint8Array() } : this.#body;
    this.sent = body;
    const downloads = this.kind === 'GET' || this.kind === 'HEAD';
    const range = downloads && this.#parts.resume > 0 ? `bytes=${this.#parts.resume}-` : downloads && settings.range !== undefined ? `bytes=${settings.range}` : undefined;
    this.ranged = range !== undefined;
    const engine = this.cookieEngine;
    const host = this.cookieHost(url);
    return requestHead(settings, {
      method: this.method, url, version: connection.http2 ? '2' : settings.httpVersion === 'http1.0' ? '1.0' : '1.1', viaProxy, proxyAuthorization, authorization, range, contentRange: this.#contentRangeOf(), referer: this.referer,
      tag: this.#parts.tag, cookies: engine ? session.cookies.for(host, url.path, this.isSecure(url)) : undefined, body, bodyType: this.#bodyType, form: this.kind === 'MIME', firstHost: this.sameName(url) || settings.on('location-trusted'),
    });
  }

  /** Gets the body ready. Throws CurlError 26 where a form's file cannot be read. */
  async prepare(): Promise<void> {
    if (this.#body) return;
    const { settings, upload } = this.#parts;
    if (this.kind === 'PUT') this.#body = upload?.kind === 'bytes' && this.#parts.resume > 0 ? { kind: 'bytes', bytes: upload.bytes.subarray(this.#parts.resume) } : upload;
    else if (this.kind === 'POST') [this.#body, this.#bodyType] = [{ kind: 'bytes', bytes: settings.post ?? new Uint8Array() }, 'application/x-www-form-urlencoded'];
    else if (this.kind === 'MIME') {
      const { bytes, type } = await encodeForm(settings.global.io.process, settings.form ?? [], settings.on('form-escape'));
      // A type of -H gets the boundary.
      const own = settings.list('header').map((line) => /^content-type:\s*(\S[^]*)$/i.exec(line)?.[1]).find((one) => one !== undefined);
      [this.#body, this.#bodyType] = [{ kind: 'bytes', bytes }, own === undefined ? type : type.replace('multipart/form-data', () => own)];
    }
  }

  /** Which part of a file is sent: -T with -C. */
  #contentRangeOf(): string | undefined {
    const { upload, resume } = this.#parts;
    return this.kind === 'PUT' && resume > 0 && upload?.kind === 'bytes' ? `bytes ${resume}-${upload.bytes.length - 1}/${upload.bytes.length}` : undefined;
  }

  /** Whether cookies are kept. */
  get cookieEngine(): boolean {
    const { settings } = this.#parts;
    return settings.list('cookie-file').length > 0 || settings.text('cookie-jar') !== undefined;
  }

  /** A Host header of the command line counts for cookies. */
  cookieHost(url: CurlUrl): string {
    const own = this.sameName(url) ? /^host:\s*([^:\s]+|\[[^\]]*\])/i.exec(this.#parts.settings.list('header').find((line) => /^host:/i.test(line)) ?? '')?.[1] : undefined;
    return (own ?? url.host).replace(/^\[(.*)\]$/, '$1');
  }

  /** Whether secure cookies may go there. */
  isSecure(url: CurlUrl): boolean {
    return url.scheme === 'https' || ['localhost', '127.0.0.1', '[::1]'].includes(url.host.toLowerCase());
  }

  /** Whether it is the first host, whatever the port. */
  sameName(url: CurlUrl): boolean {
    return this.first === undefined || url.host.toLowerCase() === this.first.host.toLowerCase();
  }

  /** Whether it is where the transfer began. */
  sameHost(url: CurlUrl): boolean {
    return this.first === undefined || (this.sameName(url) && portOf(url) === portOf(this.first) && url.scheme === this.first.scheme);
  }

  /** 301, 302 and 303 turn a POST into a GET, unless told otherwise. */
  changeMethod(status: number): void {
    const { settings, trace } = this.#parts;
    const posts = this.kind === 'POST' || this.kind === 'MIME';
    const custom = settings.text('request');
    if ((status === 301 && posts && !settings.on('post301')) || (status === 302 && posts && !settings.on('post302')) || (status === 303 && this.kind !== 'GET' && this.kind !== 'HEAD' && !settings.on('post303'))) {
      if (custom !== undefined) trace.info(`Stick to ${custom} instead of GET`);
      this.kind = 'GET';
      this.#body = undefined;
      this.#bodyType = undefined;
    }
  }
}
