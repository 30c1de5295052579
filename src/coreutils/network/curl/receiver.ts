import type { Authenticator } from './auth.ts';
import { ContentDecoder } from './content-coding.ts';
import { parseCurlDate } from './date.ts';
import { CurlError } from './error.ts';
import type { ResponseSink } from './exchange.ts';
import type { TransferFacts } from './facts.ts';
import type { Framing } from './framing.ts';
import type { HeaderOutput } from './header-output.ts';
import type { Meter } from './meter.ts';
import type { Requester } from './requester.ts';
import type { StatusLine } from './response-head.ts';
import type { TransferParts } from './transfer-parts.ts';
import { type CurlUrl, resolveUrl, UrlError, type UrlOptions, urlText } from './url.ts';
import { percentEncode } from './url-encoding.ts';

/** What a receiver needs of its transfer. */
export interface ReceiverParts {
  parts: TransferParts;
  facts: TransferFacts;
  meter: Meter;
  headers: HeaderOutput;
  requester: Requester;
  auth: Authenticator;
  proxyAuth: Authenticator;
  urlOptions: UrlOptions;
}

/** Takes responses: what their heads mean, and where their bodies go. */
export class Receiver implements ResponseSink {
  readonly #parts: TransferParts;
  readonly #facts: TransferFacts;
  readonly #meter: Meter;
  readonly #headers: HeaderOutput;
  readonly #requester: Requester;
  readonly #auth: Authenticator;
  readonly #proxyAuth: Authenticator;
  readonly #urlOptions: UrlOptions;
  /** What is being asked for. */
  url: CurlUrl | undefined;
  #location: string | undefined;
  #contentRange = false;
  #decoder: ContentDecoder | undefined;
  /** What the last response wants to be asked next, and why. */
  next: { url: CurlUrl; reason: 'redirect' | 'auth' } | undefined;

  constructor({ parts, facts, meter, headers, requester, auth, proxyAuth, urlOptions }: ReceiverParts) {
    this.#parts = parts;
    this.#facts = facts;
    this.#meter = meter;
    this.#headers = headers;
    this.#requester = requester;
    this.#auth = auth;
    this.#proxyAuth = proxyAuth;
    this.#urlOptions = urlOptions;
  }

  onStatus({ version, status }: StatusLine): void {
    this.#facts.code = status;
    this.#facts.version = version === '1.0' ? '1' : version;
    this.#facts.headers = [];
    this.#facts.headerCount = 0;
    this.#location = undefined;
    this.next = undefined;
    this.#decoder = undefined;
    this.#facts.contentType = undefined;
    this.#contentRange = false;
  }

  onHeader(name: string, value: string, status: number): void {
    const { settings, trace, session } = this.#parts;
    this.#facts.headers.push([name, value]);
    this.#facts.headerCount++;
    const { url } = this;
    const { sent } = this.#requester;
    switch (name.toLowerCase()) {
      case 'content-type':
        this.#facts.contentType ??= value;
        break;
      case 'content-encoding':
        if (settings.on('compressed')) this.#decoder = new ContentDecoder(value);
        break;
      case 'content-range':
        this.#contentRange = true;
        break;
      case 'last-modified':
        this.#facts.fileTime = parseCurlDate(value);
        break;
      case 'set-cookie':
        if (this.#requester.cookieEngine && url) session.cookies.take(value, this.#requester.cookieHost(url), url.path, this.#requester.isSecure(url), trace);
        break;
      case 'www-authenticate':
        if (status === 401) this.#auth.challenge(value);
        break;
      case 'proxy-authenticate':
        if (status === 407) this.#proxyAuth.challenge(value);
        break;
      case 'location':
        if (status < 300 || status > 399 || this.#location !== undefined || value === '') break;
        this.#location = value;
        if (settings.on('location') && sent && (sent.kind === 'stream' || sent.bytes.length > 0)) trace.info('Need to rewind upload for next request');
        break;
      default:
        break;
    }
  }

  onHead(framing: Framing): { error?: CurlError | undefined; ignore: boolean; abort: boolean } {
    const { settings, trace } = this.#parts;
    const { status } = framing;
    const { url } = this;
    const head = this.#requester.headOnly;
    const authAgain = (status === 401 && this.#auth.again()) || (status === 407 && this.#proxyAuth.again());
    if (status < 300 && this.#auth.asking) this.#auth.accepted();
    if (authAgain && url) this.next = { url, reason: 'auth' };
    else if (url && this.#location !== undefined) this.#takeLocation(url, this.#location);
    let error: CurlError | undefined;
    const resumedWhole = this.#parts.resume > 0 && status === 416;
    if (settings.on('fail') && status >= 400 && !authAgain && !resumedWhole) error = new CurlError(22, `The requested URL returned error: ${status}`);
    let abort = false;
    if (!error && this.next) {
      if (framing.closes) abort = true;
      else trace.info('Ignoring the response-body');
    }
    const ignore = this.next !== undefined || resumedWhole;
    if (!error && settings.maxFilesize > 0 && framing.length !== undefined && !head && framing.length > settings.maxFilesize) error = new CurlError(63, 'Maximum file size exceeded');
    if (ignore && framing.declared !== undefined && !framing.closes) trace.info('setting size while ignoring');
    if (!head && !error) this.#meter.download.total = framing.chunked ? undefined : framing.length;
    if (!error && !ignore) {
      if (this.#parts.resume > 0 && this.#requester.ranged && !this.#contentRange && this.#requester.kind === 'GET' && !resumedWhole && status < 300) {
        if (framing.length === this.#parts.resume) {
          trace.info('The entire document is already downloaded');
          abort = true;
        } else error = new CurlError(33, 'HTTP server does not seem to support byte ranges. Cannot resume.');
      }
      if (settings.time && status === 200 && !this.#meetsTime()) abort = true;
    }
    if (status === 304) this.#facts.unmet = true;
    return { error, ignore, abort };
  }

  /** Whether what the server has is as new (old) as -z wants it. */
  #meetsTime(): boolean {
    const { settings, trace } = this.#parts;
    const { fileTime } = this.#facts;
    const { time } = settings;
    if (!time || fileTime === undefined || fileTime <= 0) return true;
    const fits = time.kind === 'unmodified' ? fileTime < time.seconds : fileTime > time.seconds;
    if (fits) return true;
    trace.info(`The requested document is not ${time.kind === 'unmodified' ? 'old' : 'new'} enough`);
    trace.info('Simulate an HTTP 304 response');
    this.#facts.unmet = true;
    return false;
  }

  #takeLocation(url: CurlUrl, target: string): void {
    const { settings } = this.#parts;
    try {
      // The login of -u is part of what a relative target is added to.
      const { user, password } = this.#auth;
      const base = url.user !== undefined || user === undefined ? url : { ...url, user: percentEncode(user), password: percentEncode(password) };
      const next = resolveUrl(base, target.replaceAll(/[\r\n]/g, ''), this.#urlOptions);
      next.fragment ??= url.fragment;
      this.#facts.redirectUrl = urlText(next);
      if (settings.on('location')) this.next = { url: next, reason: 'redirect' };
    } catch (error) {
      if (!(error instanceof UrlError)) throw error;
      if (settings.on('location')) throw new CurlError(3, `The redirect target URL could not be parsed: ${error.message}`);
    }
  }

  async headLine(line: Uint8Array): Promise<void> {
    await this.#headers.line(line, this.#facts.code);
  }

  async body(bytes: Uint8Array): Promise<void> {
    const { settings } = this.#parts;
    const { maxFilesize } = settings;
    if (maxFilesize > 0 && this.#facts.sizeDownload > maxFilesize) {
      const before = this.#facts.sizeDownload - bytes.length;
      await this.#write(bytes.subarray(0, maxFilesize - before));
      throw new CurlError(63, `Exceeded the maximum allowed file size (${maxFilesize}) with ${maxFilesize} bytes`);
    }
    if (this.#decoder?.needed) this.#decoder.push(bytes);
    else await this.#write(bytes);
  }

  /** After a whole body: what was held back until then. */
  async finish(): Promise<void> {
    if (this.#decoder?.needed && !this.next) await this.#write(this.#decoder.finish());
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const { settings, output } = this.#parts;
    const { io } = settings.global;
    await this.#headers.release();
    if (!output.isFile && io.terminal && !output.forced && bytes.includes(0)) {
      settings.global.warn('Binary output can mess up your terminal. Use "--output -" to tell curl to output it to your terminal anyway, or consider "--output <FILE>" to save to a file.');
      throw new CurlError(23, '');
    }
    if (!(await output.write(bytes))) throw new CurlError(23, `client returned ERROR on write of ${bytes.length} bytes`);
    if (output.failed || (!output.isFile && io.broken)) throw new CurlError(23, `Failure writing output to destination, passed ${Math.min(bytes.length, 16_384)} returned ${bytes.length >= 4096 ? 4096 : 0}`);
  }
}
