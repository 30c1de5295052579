import { HttpConnection, HttpSyntaxError, type HttpClientResponse, requestHeaderLines } from '../../base/http/index.ts';
import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { isSystemError, LookupError } from '../../kernel/uapi/index.ts';
import { type Arguments, binaryOf, bytesOf, bytesOfBinary, defineProgram, readInput, reason, textOf, type Tool } from '../program/index.ts';
import { unescape } from '../system/printf-format.ts';
import { dial } from './connection.ts';

const options = {
  silent: '-s --silent  Silent mode', showError: '-S --show-error  Show error even when -s is used', output: '-o --output=  Write to file instead of stdout', remoteName: '-O --remote-name  Write output to file named as remote file', remoteAll: '--remote-name-all', dumpHeader: '-D --dump-header=  Write the received headers to <filename>', include: '-i --include --show-headers  Show response headers in output', head: '-I --head  Show document info only',
  header: '-H --header=  Pass custom header(s) to server', request: '-X --request=  Specify request method to use', data: '-d --data= --data-ascii=  HTTP POST data', dataRaw: '--data-raw=  HTTP POST data, \'@\' allowed', dataBinary: '--data-binary=  HTTP POST binary data', dataUrlencode: '--data-urlencode=  HTTP POST data URL encoded', json: '--json=  HTTP POST JSON', get: '-G --get  Put the post data in the URL and use GET', upload: '-T --upload-file=  Transfer local FILE to destination', form: '-F --form=', fail: '-f --fail  Fail fast with no output on HTTP errors', failBody: '--fail-with-body  Fail on HTTP errors but save the body', location: '-L --location  Follow redirects', maxRedirs: '--max-redirs=', insecure: '-k --insecure  Allow insecure server connections', verbose: '-v --verbose  Make the operation more talkative',
  unix: '--unix-socket=  Connect through this Unix domain socket', user: '-u --user=  Server user and password', agent: '-A --user-agent=', referer: '-e --referer=', cookie: '-b --cookie=', cookieJar: '-c --cookie-jar=', writeOut: '-w --write-out=  Output FORMAT after completion', maxTime: '-m --max-time=  Maximum time allowed for transfer', connectTimeout: '--connect-timeout=', retry: '--retry=', retryDelay: '--retry-delay=', retryConnrefused: '--retry-connrefused', retryAll: '--retry-all-errors', noProgress: '--no-progress-meter', progress: '-# --progress-bar', compressed: '--compressed', ipv4: '-4 --ipv4', ipv6: '-6 --ipv6', http10: '-0 --http1.0', http11: '--http1.1', http2: '--http2', noBuffer: '-N --no-buffer', url: '--url=', resolve: '--resolve=  Provide address for host + port', connectTo: '--connect-to=  Connect to host2 instead of host1', cacert: '--cacert=', cert: '-E --cert=', key: '--key=', createDirs: '--create-dirs', proxy: '-x --proxy=', noproxy: '--noproxy=', globoff: '-g --globoff', continueAt: '-C --continue-at=', range: '-r --range=', limitRate: '--limit-rate=', oauth: '--oauth2-bearer=', tlsv12: '--tlsv1.2', proto: '--proto=', sslReqd: '--ssl-reqd', pathAsIs: '--path-as-is', noKeepalive: '--no-keepalive', tcpNodelay: '--tcp-nodelay', outputDir: '--output-dir=', interface_: '--interface=',
};
type Args = Arguments<keyof typeof options>;

/** Fails a transfer with one of curl's exit codes. */
class CurlError extends Error {
  override readonly name = 'CurlError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const moreHelp = "curl: try 'curl --help' or 'curl --manual' for more information";

export const curl = defineProgram({ name: 'curl', usage: '[options...] <url>', hint: () => moreHelp, options, version: '8.14.1 (x86_64-pc-linux-gnu) libcurl/8.14.1 OpenSSL/3.5.9 zlib/1.3.1 brotli/1.1.0 zstd/1.5.7 libidn2/2.3.8 libpsl/0.21.2 libssh2/1.11.1 nghttp2/1.64.0 nghttp3/1.8.0 librtmp/2.3 OpenLDAP/2.6.10', usageStatus: 2, run });

async function run(tool: Tool, args: Args): Promise<number> {
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
        const retryable = error.code === 28 || (error.code === 7 && args.has('retryConnrefused')) || args.has('retryAll') || error.code === 6;
        if (attempt < Number(args.value('retry') ?? 0) && retryable) {
          const seconds = Number(args.value('retryDelay') ?? 2 ** attempt);
          if (!quiet) await tool.errorText(`Warning: Problem: ${error.code === 7 ? 'connection refused' : 'timeout'}. Will retry in ${seconds} second${seconds === 1 ? '' : 's'}. ${Number(args.value('retry')) - attempt} retr${Number(args.value('retry')) - attempt === 1 ? 'y' : 'ies'} left.\n`);
          await tool.process.sleep(seconds * 1000);
          continue;
        }
        if (!quiet && error.message) await tool.errorText(`curl: (${error.code}) ${error.message}\n`);
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
  readonly #args: Args;
  readonly #url: string;
  readonly #output: string | undefined;
  readonly #started: number;
  #facts: Record<string, string> = {};
  #received = 0;

  constructor(tool: Tool, args: Args, url: string, output: string | undefined) {
    this.#tool = tool;
    this.#args = args;
    this.#url = url;
    this.#output = output;
    this.#started = tool.process.clock.now();
  }

  async #trace(mark: string, text: string): Promise<void> {
    if (this.#args.has('verbose')) await this.#tool.errorText(`${mark} ${text}\n`);
  }

  async run(): Promise<void> {
    const args = this.#args;
    if (this.#output === '') throw new CurlError(23, 'Remote file name has no length');
    let url = parseUrl(this.#url);
    const body = await this.#body();
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
      await this.#trace('*', /\bclose\b/i.test(response.headers.get('connection') ?? '') ? 'shutting down connection #0' : `Connection #0 to host ${url.hostname} left intact`);
      if (response.status >= 400 && args.has('failBody')) throw new CurlError(22, `The requested URL returned error: ${response.status}`);
      return;
    }
  }

  async #body(): Promise<{ bytes: Uint8Array; type: string | undefined } | undefined> {
    const { process } = this.#tool;
    const parts: Uint8Array[] = [];
    let json = false;
    const load = async (name: string): Promise<Uint8Array> => {
      try {
        return await readInput(process, name);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        await this.#tool.errorText(`Warning: Couldn't read data from file "${name}", this makes an empty \nWarning: POST.\n`);
        return new Uint8Array();
      }
    };
    for (const { key, value = '' } of this.#args.ordered) {
      let bytes: Uint8Array | undefined;
      if (key === 'data' || key === 'dataBinary' || key === 'json') {
        bytes = value.startsWith('@') ? await load(value.slice(1)) : bytesOf(value);
        if (key === 'data' && value.startsWith('@')) bytes = bytesOfBinary(binaryOf(bytes).replace(/[\r\n\0]/g, ''));
        json ||= key === 'json';
      } else if (key === 'dataRaw') bytes = bytesOf(value);
      else if (key === 'dataUrlencode') {
        const [name = '', text] = value.includes('=') ? value.split(/=([^]*)/) : ['', value];
        bytes = bytesOf(`${name ? `${name}=` : ''}${urlEncode(text ?? '')}`);
      }
      if (!bytes) continue;
      if (parts.length && !json) parts.push(encodeUtf8('&'));
      parts.push(bytes);
    }
    const form = this.#args.values('form');
    if (form.length) {
      const boundary = '------------------------d74496d66958873e';
      const fields: Uint8Array[] = [];
      for (const field of form) {
        const [name = '', value = ''] = field.split(/=([^]*)/);
        const path = /^@([^;]*)/.exec(value)?.[1];
        const content = path === undefined ? bytesOf(value) : await load(path);
        fields.push(encodeUtf8(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${path === undefined ? '' : `; filename="${path.slice(path.lastIndexOf('/') + 1)}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`), content, encodeUtf8('\r\n'));
      }
      return { bytes: concatBytes([...fields, encodeUtf8(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` };
    }
    const upload = this.#args.value('upload');
    if (upload !== undefined) {
      try {
        return { bytes: await readInput(process, upload), type: undefined };
      } catch (error) {
        reason(error);
        await this.#tool.errorText(`curl: cannot open '${upload}'\n${moreHelp}\n`);
        throw new CurlError(26, `Failed to open/read local data from file/application`);
      }
    }
    if (parts.length === 0 && !['data', 'dataRaw', 'dataBinary', 'json'].some((key) => this.#args.has(key as 'data'))) return undefined;
    return { bytes: concatBytes([new Uint8Array(), ...parts]), type: json ? 'application/json' : 'application/x-www-form-urlencoded' };
  }

  async #request(url: URL, method: string, body: { bytes: Uint8Array; type: string | undefined } | undefined): Promise<HttpClientResponse> {
    const { process } = this.#tool;
    const args = this.#args;
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new CurlError(1, `Protocol "${url.protocol.slice(0, -1)}" not supported`);
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const headers = new Headers({ Host: url.host, 'User-Agent': args.value('agent') ?? 'curl/8.14.1', Accept: '*/*' });
    if (body?.type !== undefined) headers.set('Content-Type', body.type);
    if (args.has('json')) headers.set('Accept', 'application/json');
    const user = args.value('user') ?? (url.username ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` : undefined);
    if (user !== undefined) headers.set('Authorization', `Basic ${btoa(binaryOf(bytesOf(user)))}`);
    const bearer = args.value('oauth');
    if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
    if (args.has('referer')) headers.set('Referer', args.value('referer') ?? '');
    if (args.has('cookie')) headers.set('Cookie', args.value('cookie') ?? '');
    if (args.has('range')) headers.set('Range', `bytes=${args.value('range')}`);
    for (const header of args.values('header')) {
      const match = /^([^:;]+)[:;]\s*([^]*)$/.exec(header);
      if (!match) continue;
      const [, name = '', value = ''] = match;
      if (value === '' && !header.endsWith(';')) headers.delete(name);
      else headers.set(name, value);
    }
    const started = process.clock.now();
    let address = '';
    let connection: HttpConnection;
    const resolved = args.values('resolve').map((text) => /^\+?([^:]+):(\d+):(.+)$/.exec(text)).find((match) => match?.[1] === host && Number(match[2]) === port)?.[3];
    const where = args.value('unix');
    // HOST1:PORT1:HOST2:PORT2; an empty field stands for any, or for what it was.
    const [, , , otherHost, otherPort] = args.values('connectTo').map((text) => /^([^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(text)).find((match) => match && (match[1] === '' || match[1] === host) && (match[2] === '' || Number(match[2]) === port)) ?? [];
    try {
      const dialled = await this.#timed(dial(process, {
        unix: where, host: (otherHost || undefined) ?? resolved ?? host, port: Number(otherPort || port),
        onAddresses: async (addresses) => {
          if (resolved !== undefined || addresses.includes(host)) return;
          const list = (wanted: readonly string[]): string => wanted.join(', ') || '(none)';
          await this.#trace('*', `Host ${host}:${port} was resolved.`);
          await this.#trace('*', `IPv6: ${list(addresses.filter((one) => one.includes(':')))}`);
          await this.#trace('*', `IPv4: ${list(addresses.filter((one) => !one.includes(':')))}`);
        },
        onFailure: (one, error) => this.#trace('*', `connect to ${one} port ${port} from ${one} port 0 failed: ${isSystemError(error) ? reason(error) : String(error)}`),
        onAddress: (one) => {
          address = one;
          return where === undefined ? this.#trace('*', `  Trying ${one}:${port}...`) : this.#trace('*', `  Trying ${one}:0...`);
        },
      }), args.value('connectTimeout') ?? args.value('maxTime'), started);
      connection = new HttpConnection(dialled.stream);
    } catch (error) {
      if (error instanceof LookupError) throw await this.#noConnection(6, `Could not resolve host: ${host}`);
      if (!isSystemError(error)) throw error;
      const ms = Math.round(process.clock.now() - started);
      const why = isSystemError(error, 'ETIMEDOUT') ? 28 : 7;
      if (where !== undefined) throw new CurlError(7, `Failed to connect to ${host} port ${port} after ${ms} ms: Could not connect to server`);
      throw await this.#noConnection(why, why === 28 ? `Failed to connect to ${host} port ${port} after ${ms} ms: Connection timed out` : `Failed to connect to ${host} port ${port} after ${ms} ms: Could not connect to server`);
    }
    await this.#trace('*', where === undefined ? `Connected to ${host} (${address}) port ${port}` : `Connected to ${host} (${where}) port 0`);
    if (url.protocol === 'https:') {
      connection.close();
      throw new CurlError(35, `TLS connect error: error:00000000:lib(0)::reason(0)`);
    }
    this.#facts = { ...this.#facts, remote_ip: where === undefined ? address : '', remote_port: String(port), time_connect: ((process.clock.now() - started) / 1000).toFixed(6) };
    const path = `${url.pathname}${url.search}`;
    await this.#trace('*', 'using HTTP/1.x');
    await this.#trace('>', `${method} ${path} HTTP/1.1`);
    if (args.has('verbose')) {
      for (const [name, value] of requestHeaderLines(headers)) await this.#trace('>', `${name}: ${value}`);
      if (body) await this.#trace('>', `Content-Length: ${body.bytes.length}`);
      await this.#trace('>', '');
    }
    try {
      const response = await this.#timed(connection.request({ method, path, headers, ...(body ? { body: body.bytes } : {}), signal: process.signal }), args.value('maxTime'), started);
      await this.#trace('*', body ? `upload completely sent off: ${body.bytes.length} bytes` : 'Request completely sent off');
      await this.#trace('<', `HTTP/1.1 ${response.status} ${response.statusText}`);
      if (args.has('verbose')) {
        for (const [name, value] of response.headerLines) await this.#trace('<', `${name}: ${value}`);
        await this.#trace('<', '');
      }
      return response;
    } catch (error) {
      if (error instanceof HttpSyntaxError) throw /end of|without an answer/.test(error.message) ? new CurlError(52, 'Empty reply from server') : new CurlError(1, 'Received HTTP/0.9 when not allowed');
      if (isSystemError(error)) throw new CurlError(56, `Recv failure: ${reason(error)}`);
      throw error;
    }
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
    let text = `HTTP/1.1 ${response.status} ${response.statusText}\r\n`;
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
        if (fd !== 1 || !process.isatty(1)) await this.#trace('{', `[${part.length} bytes data]`);
        if (fd === 1) {
          out.write(part);
          if (process.isatty(1) || this.#args.has('noBuffer') || out.write('')) await out.flush();
          await out.flush();
        } else await process.write(fd, part);
      }
      if (fd !== 1 && !this.#args.has('silent') && !this.#args.has('noProgress')) await this.#meter();
    } catch (error) {
      if (error instanceof HttpSyntaxError) throw new CurlError(18, `end of response with ${Number(response.headers.get('content-length') ?? 0) - this.#received} bytes missing`);
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

  async finish(status: number): Promise<void> {
    const format = this.#args.value('writeOut');
    if (format === undefined) return;
    const seconds = ((this.#tool.process.clock.now() - this.#started) / 1000).toFixed(6);
    const facts: Record<string, string> = { http_code: '000', response_code: '000', url_effective: this.#url, content_type: '', num_redirects: '0', remote_ip: '', time_connect: '0.000000', ...this.#facts, time_total: seconds, size_download: String(this.#received), exitcode: String(status), errormsg: '', url: this.#url, time_starttransfer: seconds, time_namelookup: '0.000010', speed_download: '0', num_connects: '1', http_version: '1.1', ssl_verify_result: '0', filename_effective: this.#output ?? '' };
    this.#tool.out.write(unescape(format.replace(/%\{(\w+)\}|%%/g, (whole, name: string | undefined) => (name === undefined ? '%' : facts[name] ?? (whole === '%{json}' ? JSON.stringify(facts) : ''))), 'format').text);
    await this.#tool.out.flush();
  }
}

/** As --data-urlencode does: all but the unreserved characters, a space as `+`. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+');
}

function parseUrl(text: string): URL {
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new CurlError(3, 'URL rejected: Malformed input to a URL function');
  }
}
