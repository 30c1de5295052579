import { textOf } from '../../program/index.ts';
import { Authenticator } from './auth.ts';
import type { Connection } from './connection.ts';
import { Connector } from './connector.ts';
import { loginFor } from './credentials.ts';
import { Deadline } from './deadline.ts';
import { CurlError } from './error.ts';
import { Exchange } from './exchange.ts';
import { newFacts, type TransferFacts } from './facts.ts';
import { transferFile } from './file-transfer.ts';
import { HeaderOutput } from './header-output.ts';
import type { Meter } from './meter.ts';
import { otherProtocol } from './plain-protocols.ts';
import { login, type Proxy, proxyFor } from './proxy.ts';
import { Receiver } from './receiver.ts';
import { Requester } from './requester.ts';
import type { TransferParts } from './transfer-parts.ts';
import { checkProtocol, commandUrl, type CurlUrl, isProtocol, portOf, type UrlOptions, urlText } from './url.ts';
import { percentDecode } from './url-encoding.ts';

/** One URL fetched or sent to, over as many requests as redirects and authentication take: what libcurl does. */
export class Transfer {
  readonly #parts: TransferParts;
  readonly #headers: HeaderOutput;
  readonly #meter: Meter;
  readonly facts: TransferFacts;
  readonly #auth: Authenticator;
  readonly #proxyAuth: Authenticator;
  readonly #requester: Requester;
  readonly #receiver: Receiver;
  readonly #urlOptions: UrlOptions;
  #redirects = 0;

  constructor(parts: TransferParts, meter: Meter) {
    const { settings, trace, output } = parts;
    const { process } = settings.global.io;
    this.#parts = parts;
    this.#meter = meter;
    this.facts = newFacts(parts.url);
    this.#headers = new HeaderOutput(settings, output, parts.nameFromHeader);
    this.#urlOptions = { pathAsIs: settings.on('path-as-is'), defaultScheme: settings.text('proto-default'), disallowUser: settings.on('disallow-username-in-url') };
    this.#auth = new Authenticator(process, trace, false, settings.auth);
    this.#auth.bearer = settings.text('oauth2-bearer');
    this.#proxyAuth = new Authenticator(process, trace, true, settings.proxyAuth);
    this.#requester = new Requester(parts, this.#auth, this.#proxyAuth);
    this.#receiver = new Receiver({ parts, facts: this.facts, meter, headers: this.#headers, requester: this.#requester, auth: this.#auth, proxyAuth: this.#proxyAuth, urlOptions: this.#urlOptions });
  }

  /** Opens what -D names; `first` of those that write there. Throws CurlError. */
  open(first: boolean): void {
    this.#headers.open(first);
  }

  close(): void {
    this.#headers.close();
  }

  /** Does it. Throws CurlError. */
  async perform(): Promise<void> {
    const { settings, trace } = this.#parts;
    const deadline = new Deadline(settings.global.io.process.clock, settings.maxTime, settings.connectTimeout);
    deadline.received = () => ({ bytes: this.#meter.download.now, total: this.#meter.download.total });
    let connected = false;
    try {
      for (const entry of settings.list('resolve')) this.#parts.session.hosts.addGiven(entry, trace);
      for (const path of settings.list('cookie-file')) await this.#parts.session.cookies.load(path, settings.on('junk-session-cookies'), trace);
      await this.#requester.prepare();
      const url = this.#start();
      this.#meter.start(this.#parts.resume);
      if (url.scheme === 'file') {
        await transferFile(this.#parts, url, this.facts, this.#meter, this.#headers);
        connected = true;
      } else {
        let next: CurlUrl | undefined = url;
        while (next) next = await this.#hop(next, deadline, () => (connected = true));
      }
    } catch (error) {
      if (error instanceof CurlError) {
        if (!error.told) trace.info(error.message);
        if (!connected) trace.info('closing connection #-1');
      }
      throw error;
    } finally {
      this.facts.times.total = deadline.spent;
      this.#meter.stop(connected);
      await settings.global.io.flush();
    }
  }

  #start(): CurlUrl {
    const { settings } = this.#parts;
    const url = commandUrl(this.#parts.url, this.#urlOptions);
    this.facts.effective = url;
    this.facts.scheme = url.scheme;
    checkProtocol(url.scheme, settings.protocols, false);
    this.#requester.first = url;
    return url;
  }

  /** One request with its answer; the next URL, if there is one. */
  async #hop(url: CurlUrl, deadline: Deadline, onConnection: () => void): Promise<CurlUrl | undefined> {
    const { settings, trace, session } = this.#parts;
    this.#receiver.url = url;
    this.facts.effective = url;
    this.facts.scheme = url.scheme;
    const found = loginFor(settings, url, trace);
    if (this.#requester.sameHost(url) || settings.on('location-trusted')) {
      this.#auth.user = found?.user === undefined ? this.#auth.user : found.user;
      this.#auth.password = found?.user === undefined ? this.#auth.password : found.password ?? '';
    } else this.#auth.user = url.user === undefined ? undefined : textOf(percentDecode(url.user));
    const proxy = proxyFor(settings, url, trace);
    this.#proxyAuth.user = proxy?.user ?? login(settings.text('proxy-user'))?.[0];
    this.#proxyAuth.password = proxy?.password ?? '';
    await settings.global.io.flush();
    const connector = new Connector(settings, session, trace, this.facts, this.#proxyAuth, (line) => this.#headers.line(line), () => this.#meter.update());
    for (let tries = 1; ; tries++) {
      const before = this.facts.connects;
      onConnection();
      const connection = await this.#connect(connector, url, proxy, deadline, onConnection);
      this.#meter.update();
      if (!/^https?$/.test(url.scheme)) {
        await otherProtocol(this.#parts, url, connection, deadline, this.#receiver);
        return undefined;
      }
      const exchange = new Exchange(settings, connection, trace, deadline, this.#meter, this.facts, this.#receiver);
      try {
        await this.#exchange(exchange, connection, url);
        break;
      } catch (error) {
        const reused = this.facts.connects === before;
        if (reused && !exchange.answered && error instanceof CurlError && [52, 55, 56].includes(error.code) && tries < 5) {
          trace.info(`Connection died, retrying a fresh connect (retry count: ${tries})`);
          connection.stream.close();
          trace.info(`shutting down connection #${connection.id}`);
          trace.info(`Issue another request to this URL: '${urlText(url)}'`);
          continue;
        }
        if (error instanceof CurlError) {
          if (!error.told) trace.info(error.message);
          error.told = true;
          this.#meter.stop(true);
          trace.info(`${error.code === 52 ? 'shutting down' : 'closing'} connection #${connection.id}`);
          connection.stream.close();
        }
        throw error;
      }
    }
    return this.#follow();
  }

  /** Without a connection there is no end of the meter to show. */
  async #connect(connector: Connector, url: CurlUrl, proxy: Proxy | undefined, deadline: Deadline, onConnection: () => void): Promise<Connection> {
    try {
      return await connector.connect(url, proxy, deadline);
    } catch (error) {
      if (error instanceof CurlError) {
        const unresolved = error.code === 5 || error.code === 6;
        this.#meter.stop(!unresolved);
        this.#parts.trace.info(`${unresolved ? 'shutting down' : 'closing'} connection #${this.#parts.trace.connection ?? -1}`);
      }
      throw error;
    } finally {
      onConnection();
    }
  }

  async #exchange(exchange: Exchange, connection: Connection, url: CurlUrl): Promise<void> {
    const { trace, session } = this.#parts;
    const head = await this.#requester.request(url, connection);
    this.facts.method = this.#requester.method;
    this.facts.times.pretransfer ||= this.facts.times.connect;
    const body = this.#requester.sent;
    this.#meter.upload.total = body?.kind === 'bytes' ? body.bytes.length : undefined;
    const again = await exchange.run(head, body, url, this.#requester.headOnly ? 'HEAD' : this.#requester.method);
    await this.#receiver.finish();
    this.#meter.stop(true);
    trace.info(again ? `Connection #${connection.id} to host ${connection.host.replace(/^\[(.*)\]$/, '$1')} left intact` : `shutting down connection #${connection.id}`);
    if (again) session.pool.keep(connection);
    else connection.stream.close();
  }

  /** What comes after a whole response. */
  #follow(): CurlUrl | undefined {
    const { settings, trace } = this.#parts;
    const { next, url } = this.#receiver;
    if (!next || !url) return undefined;
    this.#meter.reset();
    if (next.reason === 'auth') {
      trace.info(`Issue another request to this URL: '${urlText(next.url)}'`);
      return next.url;
    }
    if (settings.maxRedirs >= 0 && this.#redirects >= settings.maxRedirs) throw new CurlError(47, `Maximum (${settings.maxRedirs}) redirects followed`);
    if (!isProtocol(next.url.scheme)) throw new CurlError(1, 'The redirect target URL could not be parsed: Unsupported URL scheme');
    this.#redirects++;
    this.facts.redirects = this.#redirects;
    this.facts.redirectUrl = undefined;
    if (settings.autoReferer) this.#requester.referer = urlText(url, { credentials: false, fragment: false });
    if (this.#auth.user !== undefined && !settings.on('location-trusted')) {
      if (portOf(next.url) !== portOf(url)) this.#clear(`port from ${portOf(url)} to ${portOf(next.url)}`);
      else if (next.url.scheme !== url.scheme) this.#clear(`scheme from ${url.scheme} to ${next.url.scheme}`);
    }
    trace.info(`Issue another request to this URL: '${urlText(next.url)}'`);
    this.#requester.changeMethod(this.facts.code);
    checkProtocol(next.url.scheme, settings.redirProtocols, true);
    this.facts.times.redirect = this.facts.times.starttransfer;
    return next.url;
  }

  #clear(why: string): void {
    this.#parts.trace.info(`Clear auth, redirects to ${why}`);
    this.#auth.user = undefined;
  }
}
