import { type HttpClientRequest, HttpConnection, HttpSyntaxError, type HttpClientResponse, requestHeaderLines } from '../../base/http/index.ts';
import type { ByteStream } from '../../base/index.ts';
import { type Fd, isSystemError, LookupError } from '../../kernel/uapi/index.ts';
import { defineProgram, reason, textOf, type Tool } from '../program/index.ts';
import { unescape } from '../system/printf-format.ts';
import type { Http2Connection } from '../../base/http2/index.ts';
import type { TlsError } from '../../tls/index.ts';
import { dial } from './connection.ts';
import { type CurlBody, curlBody } from './curl-body.ts';
import { certificateHelp, CurlError, isTlsError } from './curl-error.ts';
import { curlHeaders } from './curl-headers.ts';
import { type CurlArguments, options } from './curl-options.ts';

const moreHelp = "curl: try 'curl --help' or 'curl --manual' for more information";

export const curl = defineProgram({ name: 'curl', usage: '[options...] <url>', hint: () => moreHelp, options, version: '8.14.1 (x86_64-pc-linux-gnu) libcurl/8.14.1 OpenSSL/3.5.9 zlib/1.3.1 brotli/1.1.0 zstd/1.5.7 libidn2/2.3.8 libpsl/0.21.2 libssh2/1.11.1 nghttp2/1.64.0 nghttp3/1.8.0 librtmp/2.3 OpenLDAP/2.6.10', usageStatus: 2, run });

async function run(tool: Tool, args: CurlArguments): Promise<number> {
  const urls = [...args.operands, ...args.values('url')];
  if (urls.length === 0) {
    await tool.errorText(`${moreHelp}\n`);
    return 2;
  }
  const quiet = args.has('silent') && !args.has('showError');
  const outputs = args.values('output');
  let status = 0;
  for (const [index, url] of urls.entries()) {
    const transfer = new Transfer(tool, args, url, args.has('remoteName') || args.has('remoteAll') ? remoteName(url) : outputs[index]);
    for (let attempt = 0; ; attempt++) {
      try {
        await transfer.run();
        status = 0;
        break;
      } catch (error) {
        if (!(error instanceof CurlError)) throw error;
        await tool.out.flush();
        status = error.code;
        transfer.failed(error);
        const retryable = error.code === 28 || (error.code === 7 && args.has('retryConnrefused')) || args.has('retryAll') || error.code === 6;
        if (attempt < Number(args.value('retry') ?? 0) && retryable) {
          const seconds = Number(args.value('retryDelay') ?? 2 ** attempt);
          if (!quiet) await tool.errorText(`Warning: Problem: ${error.code === 7 ? 'connection refused' : 'timeout'}. Will retry in ${seconds} second${seconds === 1 ? '' : 's'}. ${Number(args.value('retry')) - attempt} retr${Number(args.value('retry')) - attempt === 1 ? 'y' : 'ies'} left.\n`);
          await tool.process.sleep(seconds * 1000);
          continue;
        }
        if (!quiet && error.message) await tool.errorText(`curl: (${error.code}) ${error.message}\n${error.code === 60 ? certificateHelp : ''}`);
        break;
      }
    }
    await transfer.finish(status);
  }
  return status;
}

function remoteName(url: string): string | undefined {
  return /^(?:\w+:\/\/)?[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)/.exec(url)?.[1] ?? '';
}

class Transfer {
  readonly #tool: Tool;
  readonly #args: CurlArguments;
  readonly #url: string;
  readonly #output: string | undefined;
  readonly #started: number;
  #facts: Record<string, string> = {};
  #received = 0;

  constructor(tool: Tool, args: CurlArguments, url: string, output: string | undefined) {
    this.#tool = tool;
    this.#args = args;
    this.#url = url;
    this.#output = output;
    this.#started = tool.process.clock.now();
  }

  async #trace(mark: string, text: string): Promise<void> {
    this.#note(mark, text);
    await this.#flushNotes();
  }

  /** What -v has to say, until it is written. */
  #notes = '';
  #dataNoted = false;

  #note(mark: string, text: string): void {
    if (!this.#args.has('verbose')) return;
    // Headers are shown as they are on the wire, with their carriage return.
    this.#notes += `${mark} ${text}${mark === '*' ? '' : '\r'}\n`;
    this.#dataNoted = false;
  }

  /** Bytes that are not shown, where standard output is no terminal: once between two lines. */
  #noteData(sent: boolean, length: number, fd = 1): void {
    if (!this.#args.has('verbose') || this.#dataNoted || (fd === 1 && this.#tool.process.isatty(1))) return;
    this.#notes += `${sent ? '}' : '{'} [${length} bytes data]\n`;
    this.#dataNoted = true;
  }

  async #flushNotes(): Promise<void> {
    const text = this.#notes;
    this.#notes = '';
    if (text !== '') await this.#tool.errorText(text);
  }

  async run(): Promise<void> {
    const args = this.#args;
    if (this.#output === '') throw new CurlError(23, 'Remote file name has no length');
    let url = parseUrl(this.#url);
    const body = await curlBody(this.#tool, args);
    if (args.has('get') && body) url.search += `${url.search ? '&' : '?'}${textOf(body.bytes)}`;
    let method = args.value('request') ?? (args.has('head') ? 'HEAD' : args.has('upload') ? 'PUT' : body && !args.has('get') ? 'POST' : 'GET');
    let sent = args.has('get') ? undefined : body;
    for (let hop = 0; ; hop++) {
      const response = await this.#request(url, method, sent);
      const target = response.headers.get('location');
      if (args.has('location') && target !== null && response.status >= 300 && response.status < 400 && response.status !== 304) {
        if (hop >= Number(args.value('maxRedirs') ?? 50)) throw new CurlError(47, `Maximum (${args.value('maxRedirs') ?? 50}) redirects followed`);
        await this.#headers(response);
        response.close();
        await this.#trace('*', `Issue another request to this URL: '${new URL(target, url).href}'`);
        url = new URL(target, url);
        if (!args.has('request') && (response.status === 303 || ((response.status === 301 || response.status === 302) && method === 'POST'))) {
          method = args.has('head') ? 'HEAD' : 'GET';
          sent = undefined;
        }
        continue;
      }
      this.#facts = { ...this.#facts, http_code: String(response.status).padStart(3, '0'), response_code: String(response.status).padStart(3, '0'), url_effective: url.href, content_type: response.headers.get('content-type') ?? '', num_redirects: String(hop), redirect_url: target === null ? '' : new URL(target, url).href, scheme: url.protocol.slice(0, -1), method };
      if (response.status >= 400 && args.has('fail')) {
        response.close();
        throw new CurlError(22, `The requested URL returned error: ${response.status}`);
      }
      await this.#headers(response);
      await this.#save(response, method);
      await this.#tool.out.flush();
      const ends = response.version === '1.0';
      if (ends) {
        this.#note('*', 'abort upload');
        this.#noteData(false, 0);
      }
      await this.#trace('*', ends || /\bclose\b/i.test(response.headers.get('connection') ?? '') ? 'shutting down connection #0' : `Connection #0 to host ${url.hostname} left intact`);
      if (response.status >= 400 && args.has('failBody')) throw new CurlError(22, `The requested URL returned error: ${response.status}`);
      return;
    }
  }

  async #request(url: URL, method: string, body: CurlBody | undefined): Promise<HttpClientResponse> {
    const { process } = this.#tool;
    const args = this.#args;
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new CurlError(1, `Protocol "${url.protocol.slice(0, -1)}" not supported`);
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const headers = curlHeaders(args, url, body?.type);
    const started = process.clock.now();
    let address = '';
    let connection: HttpConnection | Http2Connection;
    const resolved = args.values('resolve').map((text) => /^\+?([^:]+):(\d+):(.+)$/.exec(text)).find((match) => match?.[1]?.toLowerCase() === host && Number(match[2]) === port)?.[3];
    const where = args.value('unix');
    // HOST1:PORT1:HOST2:PORT2; an empty field stands for any, or for what it was.
    const [, , , otherHost, otherPort] = args.values('connectTo').map((text) => /^([^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(text)).find((match) => match && (match[1] === '' || match[1]?.toLowerCase() === host) && (match[2] === '' || Number(match[2]) === port)) ?? [];
    if (otherHost) this.#note('*', `Connecting to hostname: ${otherHost}`);
    if (otherPort) this.#note('*', `Connecting to port: ${otherPort}`);
    for (const entry of resolved === undefined ? [] : args.values('resolve')) this.#note('*', `Added ${entry.replace(/^\+/, '')} to DNS cache`);
    if (resolved !== undefined) this.#note('*', `Hostname ${host} was found in DNS cache`);
    await this.#flushNotes();
    try {
      const dialled = await this.#timed(dial(process, {
        unix: where, host: (otherHost || undefined) ?? resolved ?? host, port: Number(otherPort || port),
        onAddresses: async (addresses) => {
          if (resolved !== undefined || otherHost || addresses.includes(host)) return;
          const list = (wanted: readonly string[]): string => wanted.join(', ') || '(none)';
          await this.#trace('*', `Host ${host}:${port} was resolved.`);
          await this.#trace('*', `IPv6: ${list(addresses.filter((one) => one.includes(':')))}`);
          await this.#trace('*', `IPv4: ${list(addresses.filter((one) => !one.includes(':')))}`);
        },
        onFailure: (one, error) => this.#trace('*', `connect to ${one} port ${port} from ${one} port 0 failed: ${isSystemError(error) ? reason(error) : String(error)}`),
        onAddress: (one) => {
          address = one;
          return where === undefined ? this.#trace('*', `  Trying ${one}:${otherPort || port}...`) : this.#trace('*', `  Trying ${one}:0...`);
        },
      }), args.value('connectTimeout') ?? args.value('maxTime'), started);
      connection = url.protocol === 'https:' ? await this.#timed(this.#secure(dialled, host), args.value('connectTimeout') ?? args.value('maxTime'), started) : new HttpConnection(dialled.stream);
    } catch (error) {
      if (error instanceof LookupError) throw await this.#noConnection(6, `Could not resolve host: ${host}`);
      if (!isSystemError(error)) throw error;
      const ms = Math.round(process.clock.now() - started);
      const why = isSystemError(error, 'ETIMEDOUT') ? 28 : 7;
      if (where !== undefined) throw new CurlError(7, `Failed to connect to ${host} port ${port} after ${ms} ms: Could not connect to server`);
      throw await this.#noConnection(why, why === 28 ? `Failed to connect to ${host} port ${port} after ${ms} ms: Connection timed out` : `Failed to connect to ${host} port ${port} after ${ms} ms: Could not connect to server`);
    }
    await this.#trace('*', where === undefined ? `Connected to ${host} (${address}) port ${port}` : `Connected to ${host} (${where}) port 0`);
    this.#facts = { ...this.#facts, remote_ip: where === undefined ? address : '', remote_port: String(port), time_connect: ((process.clock.now() - started) / 1000).toFixed(6) };
    const path = `${url.pathname}${url.search}`;
    const secure = url.protocol === 'https:';
    this.#version = connection instanceof HttpConnection ? 'HTTP/1.1' : 'HTTP/2';
    this.#note('*', connection instanceof HttpConnection ? 'using HTTP/1.x' : 'using HTTP/2');
    const request = { method, path, headers, ...(body ? { body: body.bytes } : {}), signal: process.signal };
    if (!(connection instanceof HttpConnection)) this.#noteStream(connection, request, url, body?.bytes.length);
    if (secure) this.#noteData(true, 5);
    await this.#trace('>', `${method} ${path} ${this.#version}`);
    if (args.has('verbose')) {
      for (const [name, value] of requestHeaderLines(headers)) await this.#trace('>', `${name}: ${value}`);
      if (body) await this.#trace('>', `Content-Length: ${body.bytes.length}`);
      await this.#trace('>', '');
    }
    try {
      if (body) this.#noteData(true, body.bytes.length);
      const asking = connection.request(request);
      asking.catch(() => undefined);
      const response = await this.#timed(asking, args.value('maxTime'), started);
      if (body || !secure || this.#version === 'HTTP/2') await this.#trace('*', body ? `upload completely sent off: ${body.bytes.length} bytes` : 'Request completely sent off');
      if (secure) this.#noteData(false, 5);
      if (response.version === '1.0') this.#note('*', 'HTTP 1.0, assume close after body');
      this.#facts.http_version = response.version === '1.0' ? '1' : response.version;
      await this.#trace('<', this.#statusLine(response));
      if (args.has('verbose')) {
        for (const [name, value] of response.headerLines) await this.#trace('<', `${name}: ${value}`);
        await this.#trace('<', '');
        if (this.#version === 'HTTP/2') this.#noteData(true, 5);
      }
      return response;
    } catch (error) {
      if (isTlsError(error)) throw await this.#broken(error);
      if (error instanceof HttpSyntaxError) throw /end of|without an answer/.test(error.message) ? new CurlError(52, 'Empty reply from server') : new CurlError(1, 'Received HTTP/0.9 when not allowed');
      if (isSystemError(error)) throw new CurlError(56, `Recv failure: ${reason(error)}`);
      throw error;
    }
  }

  /** Encrypts a connection; what is needed for it is loaded now. */
  async #secure({ stream, fd }: { stream: ByteStream; fd: Fd }, host: string): Promise<HttpConnection | Http2Connection> {
    const { process } = this.#tool;
    const args = this.#args;
    const { secureForCurl, httpOver, verifyResultOf } = await import('./curl-tls.ts');
    const trace = process.traceTls(fd);
    process.onSignal('SIGPIPE', 'ignore');
    const one = (...keys: ('tlsv13' | 'tlsv12')[]): string | undefined => keys.map((key) => (args.has(key) ? key.replace('tlsv1', '1.') : undefined)).find((version) => version !== undefined);
    try {
      const tls = await secureForCurl(process, stream, host, {
        insecure: args.has('insecure'), cacert: args.value('cacert'), capath: args.value('capath'), cert: args.value('cert'), key: args.value('key'), min: one('tlsv13', 'tlsv12'), max: args.value('tlsMax'),
        ciphers: args.value('ciphers'), tls13Ciphers: args.value('tls13Ciphers'), pinned: args.value('pinned'), alpn: args.has('noAlpn') ? [] : args.has('http10') ? ['http/1.0'] : args.has('http11') ? ['http/1.1'] : ['h2', 'http/1.1'],
      }, { text: (line) => this.#note('*', line), data: (sent, length) => this.#noteData(sent, length) }, trace);
      this.#facts.ssl_verify_result = String(verifyResultOf(tls, host));
      return httpOver(tls, trace);
    } catch (error) {
      stream.close();
      if (error instanceof CurlError) {
        this.#facts.ssl_verify_result = String(error.verifyResult);
        this.#note('*', error.message);
        // libcurl says this one twice.
        if (error.code === 77) this.#note('*', error.message);
        this.#note('*', 'closing connection #0');
      }
      throw error;
    } finally {
      await this.#flushNotes();
    }
  }

  #version = 'HTTP/1.1';

  #statusLine({ status, statusText, version }: HttpClientResponse): string {
    return version === '2' ? `HTTP/2 ${status} ` : `HTTP/${version} ${status} ${statusText}`;
  }

  #noteStream(connection: Http2Connection, request: HttpClientRequest, url: URL, length: number | undefined): void {
    const mark = `[HTTP/2] [${connection.nextStream}]`;
    this.#note('*', `${mark} OPENED stream for ${url.href}`);
    const headers = new Headers(request.headers);
    if (length !== undefined) headers.set('content-length', String(length));
    for (const [name, value] of connection.headerLines({ ...request, headers })) this.#note('*', `${mark} [${name}: ${value}]`);
  }

  /** A TLS connection that broke while it was used. */
  async #broken(error: TlsError): Promise<CurlError> {
    const { curlReadFailure } = await import('./curl-tls.ts');
    const failure = curlReadFailure(error);
    this.#note('*', failure.message);
    this.#note('*', 'closing connection #0');
    await this.#flushNotes();
    return failure;
  }

  async #noConnection(code: number, message: string): Promise<CurlError> {
    await this.#trace('*', message);
    await this.#trace('*', `${code === 6 ? 'shutting down' : 'closing'} connection #0`);
    return new CurlError(code, message);
  }

  async #timed<T>(work: Promise<T>, seconds: string | undefined, started: number): Promise<T> {
    if (seconds === undefined) return await work;
    const { clock } = this.#tool.process;
    let timer: { dispose(): void } | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = clock.setTimeout(() => reject(new CurlError(28, `Operation timed out after ${Math.round(clock.now() - started)} milliseconds with 0 bytes received`)), Math.max(0, Number(seconds) * 1000 - (clock.now() - started)));
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      timer?.dispose();
    }
  }

  async #headers(response: HttpClientResponse): Promise<void> {
    const args = this.#args;
    const dump = args.value('dumpHeader');
    if (!args.has('include') && !args.has('head') && dump === undefined) return;
    let text = `${this.#statusLine(response)}\r\n`;
    for (const [name, value] of response.headerLines) text += `${name}: ${value}\r\n`;
    text += '\r\n';
    if (dump === '-' || ((args.has('include') || args.has('head')) && this.#output === undefined)) this.#tool.out.write(text);
    if ((args.has('include') || args.has('head')) && this.#output !== undefined) this.#prefix = text;
    if (dump !== undefined && dump !== '-') this.#tool.process.writeFile(dump, text);
    await this.#tool.out.flush();
  }

  #prefix = '';

  async #save(response: HttpClientResponse, method: string): Promise<void> {
    const { process, out } = this.#tool;
    if (method === 'HEAD') {
      response.close();
      return;
    }
    let fd = 1;
    const folder = this.#args.value('outputDir');
    if (this.#output !== undefined && this.#output !== '-') {
      const path = folder === undefined ? this.#output : `${folder}/${this.#output}`;
      try {
        if (this.#args.has('createDirs')) {
          const parts = path.split('/').slice(0, -1);
          parts.forEach((_, index) => {
            const at = parts.slice(0, index + 1).join('/');
            if (at && !process.exists(at)) process.mkdir(at);
          });
        }
        fd = process.open(path, 'w', 0o666);
      } catch (error) {
        if (!this.#args.has('silent')) await this.#tool.errorText(`Warning: Failed to open the file ${path}: ${reason(error)}\n`);
        const first = await response.body.read();
        response.close();
        throw new CurlError(23, `client returned ERROR on write of ${first.length} bytes`);
      }
    }
    try {
      if (this.#prefix) await process.write(fd, this.#prefix);
      for (;;) {
        const part = await response.body.read();
        if (part.length === 0) break;
        this.#received += part.length;
        this.#noteData(false, part.length, fd);
        await this.#flushNotes();
        if (fd === 1) {
          out.write(part);
          if (process.isatty(1) || this.#args.has('noBuffer') || out.write('')) await out.flush();
          await out.flush();
        } else await process.write(fd, part);
      }
      if (fd !== 1 && !this.#args.has('silent') && !this.#args.has('noProgress')) await this.#meter();
    } catch (error) {
      if (error instanceof HttpSyntaxError) throw new CurlError(18, `end of response with ${Number(response.headers.get('content-length') ?? 0) - this.#received} bytes missing`);
      if (isTlsError(error)) throw await this.#broken(error);
      if (isSystemError(error, 'ECONNRESET')) throw new CurlError(56, `Recv failure: ${reason(error)}`);
      throw error;
    } finally {
      if (fd !== 1) process.close(fd);
    }
  }

  async #meter(): Promise<void> {
    const size = String(this.#received).padStart(5);
    await this.#tool.errorText(`  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100 ${size}  100 ${size}    0     0  ${String(Math.round(this.#received / Math.max(0.001, (this.#tool.process.clock.now() - this.#started) / 1000))).padStart(5)}      0 --:--:-- --:--:-- --:--:-- ${size}\n`);
  }

  /** For %{errormsg}. */
  failed(error: CurlError): void {
    this.#facts.errormsg = error.message;
    this.#facts.scheme ??= this.#url.startsWith('https:') ? 'https' : 'http';
  }

  async finish(status: number): Promise<void> {
    const format = this.#args.value('writeOut');
    if (format === undefined) return;
    const seconds = ((this.#tool.process.clock.now() - this.#started) / 1000).toFixed(6);
    const facts: Record<string, string> = { http_code: '000', response_code: '000', url_effective: this.#url, content_type: '', num_redirects: '0', remote_ip: '', time_connect: '0.000000', http_version: '0', ssl_verify_result: '0', errormsg: '', ...this.#facts, time_total: seconds, size_download: String(this.#received), exitcode: String(status), url: this.#url, time_starttransfer: seconds, time_namelookup: '0.000010', speed_download: '0', num_connects: '1', filename_effective: this.#output ?? '' };
    this.#tool.out.write(unescape(format.replace(/%\{(\w+)\}|%%/g, (whole, name: string | undefined) => (name === undefined ? '%' : facts[name] ?? (whole === '%{json}' ? JSON.stringify(facts) : ''))), 'format').text);
    await this.#tool.out.flush();
  }
}

function parseUrl(text: string): URL {
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new CurlError(3, 'URL rejected: Malformed input to a URL function');
  }
}
