import { isSystemError } from '../../../kernel/uapi/index.ts';
import { binaryOf, bytesOf, reason } from '../../program/index.ts';
import type { Authenticator } from './auth.ts';
import type { Connection, ConnectionPool } from './connection.ts';
import type { Deadline } from './deadline.ts';
import { Dialer, type Dialled, type HostCache } from './dialer.ts';
import { CurlError, isTlsError } from './error.ts';
import type { TransferFacts } from './facts.ts';
import { HttpReader } from './http-reader.ts';
import type { Proxy } from './proxy.ts';
import { hasOwnHeader } from './request.ts';
import type { Settings } from './settings.ts';
import { socksConnect } from './socks.ts';
import type { Trace } from './trace.ts';
import { type CurlUrl, portOf } from './url.ts';

/** What the transfers of one command have in common. */
export interface Session {
  pool: ConnectionPool;
  hosts: HostCache;
}

/** Gets connections: kept ones, or new ones through proxies and TLS. */
export class Connector {
  readonly #settings: Settings;
  readonly #session: Session;
  readonly #trace: Trace;
  readonly #facts: TransferFacts;
  readonly #proxyAuth: Authenticator;
  /** The head of a proxy's answer, for who shows headers. */
  readonly #onHeader: (line: Uint8Array) => Promise<void>;
  readonly #onWait: () => void;

  constructor(settings: Settings, session: Session, trace: Trace, facts: TransferFacts, proxyAuth: Authenticator, onHeader: (line: Uint8Array) => Promise<void>, onWait: () => void) {
    this.#settings = settings;
    this.#session = session;
    this.#trace = trace;
    this.#facts = facts;
    this.#proxyAuth = proxyAuth;
    this.#onHeader = onHeader;
    this.#onWait = onWait;
  }

  /** A connection for a URL. Throws CurlError, after saying why. */
  async connect(url: CurlUrl, proxy: Proxy | undefined, deadline: Deadline): Promise<Connection> {
    const settings = this.#settings;
    const trace = this.#trace;
    const port = portOf(url);
    const unix = settings.text('unix-socket') ?? (settings.text('abstract-unix-socket') === undefined ? undefined : `\0${settings.text('abstract-unix-socket') ?? ''}`);
    const other = this.#connectTo(url.host, port);
    const secure = ['https', 'wss', 'ftps', 'imaps', 'pop3s', 'smtps', 'ldaps', 'gophers', 'smbs'].includes(url.scheme);
    const direct = proxy && !proxy.tunnel && proxy.kind.startsWith('http');
    const key = [direct ? `proxy ${proxy.host}:${proxy.port}` : `${url.scheme} ${url.host.toLowerCase()}:${port} ${other.host ?? ''}:${other.port ?? ''}${proxy ? ` over ${proxy.kind} ${proxy.host}:${proxy.port}` : ''}`, unix ?? '', settings.text('cacert') ?? '', settings.text('cert') ?? '', String(settings.on('insecure')), settings.httpVersion ?? '', settings.text('interface') ?? ''].join('|');
    const kept = this.#session.pool.take(key);
    if (kept) {
      trace.info(`Re-using existing ${url.scheme}: connection with ${proxy ? 'proxy' : 'host'} ${kept.host.replace(/^\[(.*)\]$/, '$1')}`);
      trace.connection = kept.id;
      this.#noteConnection(kept);
      return kept;
    }
    const id = this.#session.pool.number();
    trace.connection = id;
    const began = deadline.spent;
    try {
      const target = proxy ? { host: proxy.host, port: proxy.port, unix: undefined, proxy: true } : { host: other.host ?? url.host, port: other.port ?? port, unix, proxy: false };
      const dialled = await new Dialer(settings, trace, this.#session.hosts).dial(target, deadline, () => {
        this.#facts.times.lookup = deadline.spent;
        this.#onWait();
      });
      this.#facts.times.connect = Math.max(deadline.spent, began);
      return await this.#finish(url, { proxy, unix, secure, key, id, dialled, deadline, tunnelHost: other.host ?? url.host, tunnelPort: other.port ?? port });
    } catch (error) {
      if (error instanceof CurlError && !error.told) {
        trace.info(error.message);
        error.told = true;
      }
      throw error;
    }
  }

  async #finish(url: CurlUrl, { proxy, unix, secure, key, id, dialled, deadline, tunnelHost, tunnelPort }: { proxy: Proxy | undefined; unix: string | undefined; secure: boolean; key: string; id: number; dialled: Dialled; deadline: Deadline; tunnelHost: string; tunnelPort: number }): Promise<Connection> {
    const trace = this.#trace;
    const host = url.host.replace(/^\[(.*)\]$/, '$1');
    let connectCode = 0;
    const shown = proxy ?? { host: tunnelHost, port: tunnelPort };
    const base = { id, key, host: shown.host, scheme: url.scheme, viaProxy: proxy ? (proxy.tunnel || !proxy.kind.startsWith('http') ? 'tunnel' : 'plain') : 'no' } as const;
    const whole = (stream: Connection['stream'], more: Partial<Connection>): Connection => ({
      ...base, stream, reader: new HttpReader(stream, this.#settings.limitRate), http2: undefined, secure, remoteIp: unix === undefined ? dialled.address : '', remotePort: unix === undefined ? shown.port : 0, localIp: dialled.local.address, localPort: dialled.local.port, verifyResult: 0, connectCode, ...more,
    });
    try {
      if (proxy?.kind.startsWith('socks')) await deadline.race(socksConnect(dialled.stream, proxy, tunnelHost, tunnelPort, trace, this.#session.hosts), 'connect', () => dialled.stream.close());
      else if (proxy?.tunnel) connectCode = await this.#tunnel(dialled, proxy, `${tunnelHost}:${tunnelPort}`, deadline);
      const tls = secure ? await this.#secure(dialled, host, deadline) : undefined;
      const connection = tls ? whole(tls.stream, { http2: tls.http2, verifyResult: tls.verifyResult }) : whole(dialled.stream, {});
      trace.info(unix === undefined ? `Connected to ${shown.host.replace(/^\[(.*)\]$/, '$1')} (${dialled.address}) port ${shown.port}` : `Connected to ${host} (${unix}) port 0`);
      if (/^(?:https?|wss?)$/.test(url.scheme)) trace.info(connection.http2 ? 'using HTTP/2' : 'using HTTP/1.x');
      this.#facts.connects++;
      this.#noteConnection(connection);
      return connection;
    } catch (error) {
      dialled.stream.close();
      throw error;
    }
  }

  #noteConnection(connection: Connection): void {
    Object.assign(this.#facts, {
      connection: connection.id, verifyResult: connection.verifyResult, connectCode: connection.connectCode, proxyUsed: connection.viaProxy !== 'no', local: { address: connection.localIp, port: connection.localPort }, remote: { address: connection.remoteIp, port: connection.remotePort },
    });
  }

  /** --connect-to HOST1:PORT1:HOST2:PORT2; an empty field stands for any, or for what it was. */
  #connectTo(host: string, port: number): { host: string | undefined; port: number | undefined } {
    for (const text of this.#settings.list('connect-to')) {
      const [, fromHost = '', fromPort = '', toHost = '', toPort = ''] = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(text) ?? [];
      if (!/^[^:[]*:|^\[/.test(text) || (fromHost !== '' && fromHost.toLowerCase() !== host.toLowerCase()) || (fromPort !== '' && Number(fromPort) !== port)) continue;
      if (toHost === '' && toPort === '') continue;
      if (toHost !== '') this.#trace.info(`Connecting to hostname: ${toHost}`);
      if (toPort !== '') this.#trace.info(`Connecting to port: ${toPort}`);
      return { host: toHost || undefined, port: toPort === '' ? undefined : Number(toPort) };
    }
    return { host: undefined, port: undefined };
  }

  /** CONNECT; the answer's status. */
  async #tunnel({ stream }: Dialled, proxy: Proxy, authority: string, deadline: Deadline): Promise<number> {
    const trace = this.#trace;
    const settings = this.#settings;
    trace.info('CONNECT tunnel: HTTP/1.1 negotiated');
    trace.info('allocate connect buffer');
    const custom = [...settings.list('proxy-header')].filter((line) => line.includes(':'));
    const authorization = await this.#proxyAuth.header('CONNECT', authority, false);
    trace.info(`Establish HTTP proxy tunnel to ${authority}`);
    const lines = [`CONNECT ${authority} HTTP/${proxy.old ? '1.0' : '1.1'}`, `Host: ${authority}`, ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]), ...(settings.userAgent && !hasOwnHeader(settings, 'User-Agent') ? [`User-Agent: ${settings.userAgent}`] : []), 'Proxy-Connection: Keep-Alive', ...custom];
    const head = bytesOf(`${lines.join('\r\n')}\r\n\r\n`);
    trace.header(true, head);
    const reader = new HttpReader(stream);
    try {
      await stream.write(head);
      for (;;) {
        const [code, challenges, length] = await this.#tunnelAnswer(reader, deadline, () => stream.close());
        if (code === 407 && challenges.length > 0) for (const one of challenges) this.#proxyAuth.challenge(one);
        if (code >= 200 && code < 300) {
          trace.info('CONNECT phase completed');
          trace.info(`CONNECT tunnel established, response ${code}`);
          return code;
        }
        if (code === 407 && length > 0) trace.info(`Ignore ${length} bytes of response-body`);
        throw new CurlError(56, `CONNECT tunnel failed, response ${code}`);
      }
    } catch (error) {
      if (isSystemError(error)) throw new CurlError(56, `Recv failure: ${reason(error)}`);
      throw error;
    }
  }

  async #tunnelAnswer(reader: HttpReader, deadline: Deadline, late: () => void): Promise<[code: number, challenges: string[], length: number]> {
    let code = 0;
    let length = 0;
    const challenges: string[] = [];
    for (;;) {
      const line = await deadline.race(reader.line(), 'connect', late);
      if (line === undefined) throw new CurlError(56, 'Proxy CONNECT aborted');
      this.#trace.header(false, line);
      if (!this.#settings.on('suppress-connect-headers')) await this.#onHeader(line);
      const text = binaryOf(line).trimEnd();
      if (code === 0) code = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0);
      const challenge = /^proxy-authenticate:\s*(.*)$/i.exec(text)?.[1];
      if (challenge !== undefined) challenges.push(challenge);
      length = Number(/^content-length:\s*(\d+)/i.exec(text)?.[1] ?? length);
      this.#facts.connectCode = code;
      if (text === '') return [code, challenges, length];
    }
  }

  /** Encrypts a connection; what is needed for it is loaded now. */
  async #secure({ stream, fd }: Dialled, host: string, deadline: Deadline): Promise<Pick<Connection, 'stream' | 'http2' | 'verifyResult'>> {
    const settings = this.#settings;
    const { process } = settings.global.io;
    const { secureForCurl, http2Over, verifyResultOf } = await import('./tls.ts');
    const trace = process.traceTls(fd);
    const version = settings.httpVersion;
    try {
      const tls = await deadline.race(secureForCurl(process, stream, host, {
        insecure: settings.on('insecure'), cacert: settings.text('cacert'), capath: settings.text('capath'), cert: settings.text('cert'), key: settings.text('key'), password: settings.text('pass'), min: settings.tlsMin, max: settings.text('tls-max'),
        ciphers: settings.text('ciphers'), tls13Ciphers: settings.text('tls13-ciphers'), pinned: settings.text('pinnedpubkey'), alpn: settings.off('alpn') ? [] : version === 'http1.0' ? ['http/1.0'] : version === 'http1.1' ? ['http/1.1'] : ['h2', 'http/1.1'],
      }, { text: (line) => this.#trace.info(line), data: (sent, length) => this.#trace.tls(sent, length) }, trace), 'connect', () => stream.close());
      this.#facts.times.tls = deadline.spent;
      return { stream: tls, http2: http2Over(tls, trace), verifyResult: verifyResultOf(tls, host) };
    } catch (error) {
      if (error instanceof CurlError) {
        this.#facts.verifyResult = error.verifyResult;
        // libcurl says this one twice.
        if (error.code === 77) this.#trace.info(error.message);
      }
      if (isTlsError(error)) throw new CurlError(35, error.message);
      throw error;
    }
  }
}
