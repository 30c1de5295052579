import type { ByteStream } from '../../../base/index.ts';
import { type Fd, isSystemError, LookupError, type Process, type SocketAddress } from '../../../kernel/uapi/index.ts';
import { reason } from '../../program/index.ts';
import { isAddress } from './address.ts';
import type { Deadline } from './deadline.ts';
import { CurlError } from './error.ts';
import type { Settings } from './settings.ts';
import type { Trace } from './trace.ts';
import { asciiHost } from './url.ts';

/** Where a socket leads. */
export interface Dialled {
  stream: ByteStream;
  fd: Fd;
  address: string;
  local: { address: string; port: number };
}

/** Names that were looked up, and those of --resolve; kept for the whole command. */
export class HostCache {
  readonly #entries = new Map<string, readonly string[]>();

  get(host: string, port: number): readonly string[] | undefined {
    return this.#entries.get(`${host.toLowerCase()}:${port}`) ?? this.#entries.get(`*:${port}`);
  }

  set(host: string, port: number, addresses: readonly string[]): void {
    this.#entries.set(`${host.toLowerCase()}:${port}`, addresses);
  }

  /** Takes --resolve's `[+]HOST:PORT:ADDRESS[,ADDRESS]` and `-HOST:PORT`. Throws CurlError. */
  addGiven(entry: string, trace: Trace): void {
    const removed = /^-([^:]+):(\d+)$/.exec(entry);
    if (removed) return void this.#entries.delete(`${removed[1]?.toLowerCase() ?? ''}:${removed[2] ?? ''}`);
    const [, plus = '', host = '', port = '', list] = /^(\+?)(\[[^\]]*\]|[^:]*):(\d+):(.+)$/.exec(entry) ?? [];
    const addresses = list?.split(',').map((one) => one.replace(/^\[(.*)\]$/, '$1')) ?? [];
    if (list === undefined || Number(port) > 65535 || addresses.some((one) => !isAddress(one))) throw new CurlError(49, `Couldn't parse CURLOPT_RESOLVE entry '${entry}'`);
    this.set(host, Number(port), addresses);
    trace.info(`Added ${host}:${port}:${list} to DNS cache${plus === '' ? '' : ' (non-permanent)'}`);
    if (host === '*') trace.info(`RESOLVE *:${port} using wildcard`);
  }
}

/** Milliseconds within which nothing was waited for. */
const turn = 20;

/** What to connect to; `shown` is how messages call it. */
export interface DialTarget {
  host: string;
  port: number;
  unix: string | undefined;
  proxy: boolean;
}

/** Connects a socket as libcurl does, and says so. Throws CurlError. */
export class Dialer {
  readonly #process: Process;
  readonly #settings: Settings;
  readonly #trace: Trace;
  readonly #cache: HostCache;

  constructor(settings: Settings, trace: Trace, cache: HostCache) {
    this.#process = settings.global.io.process;
    this.#settings = settings;
    this.#trace = trace;
    this.#cache = cache;
  }

  /** `onWait` hears of each time it waits for the network. */
  async dial(target: DialTarget, deadline: Deadline, onWait: () => void): Promise<Dialled> {
    if (target.unix !== undefined) {
      onWait();
      return await this.#dialUnix(target.unix, target, deadline);
    }
    const addresses = await this.#resolve(target, deadline, onWait);
    onWait();
    const from = this.#from(addresses[0] ?? '');
    let failure: unknown;
    let waited = 0;
    for (const address of addresses) {
      const began = this.#process.clock.now();
      this.#trace.info(`  Trying ${address.includes(':') ? `[${address}]` : address}:${target.port}...`);
      await this.#settings.global.io.flush();
      try {
        const fd = await deadline.race(this.#process.connect({ family: 'inet', address, port: target.port }, { from }), 'connect');
        return { stream: this.#process.stream(fd), fd, address, local: localOf(this.#process.socketName(fd)) };
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (from && (isSystemError(error, 'EADDRINUSE') || isSystemError(error, 'EADDRNOTAVAIL'))) throw new CurlError(45, `bind failed with errno ${error.code === 'EADDRINUSE' ? 98 : 99}: ${reason(error)}`);
        failure = error;
        // A refusal takes no time that one could measure; what our own turns take is not the network's.
        const took = this.#process.clock.now() - began;
        if (took > turn) waited += took;
        // What connect(2) says at once, and what comes of trying.
        if (['ENETUNREACH', 'EADDRNOTAVAIL', 'EACCES'].includes(error.code)) this.#trace.info(`Immediate connect fail for ${address}: ${reason(error)}`);
        else this.#trace.info(`connect to ${address} port ${target.port} from ${this.#source(address)} port ${from?.family === 'inet' ? from.port : 32768 + ((this.#process.random(2)[0] ?? 0) << 6)} failed: ${reason(error)}`);
      }
    }
    throw this.#failed(target, waited, isSystemError(failure, 'ETIMEDOUT'));
  }

  #failed({ host, port }: DialTarget, waited: number, late: boolean): CurlError {
    return new CurlError(late ? 28 : 7, `Failed to connect to ${host.replace(/^\[(.*)\]$/, '$1')} port ${port} after ${Math.floor(waited)} ms: Could not connect to server`);
  }

  async #dialUnix(path: string, target: DialTarget, deadline: Deadline): Promise<Dialled> {
    this.#trace.info(`  Trying ${path}:0...`);
    try {
      const fd = await deadline.race(this.#process.connect({ family: 'unix', path }), 'connect');
      return { stream: this.#process.stream(fd), fd, address: path, local: { address: '', port: 0 } };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#trace.info(`Immediate connect fail for ${path}: ${reason(error)}`);
      throw this.#failed(target, 0, false);
    }
  }

  async #resolve({ host, port, proxy }: DialTarget, deadline: Deadline, onWait: () => void): Promise<readonly string[]> {
    const plain = host.replace(/^\[(.*)\]$/, '$1');
    const wanted = this.#settings.text('ip');
    const fits = (address: string): boolean => wanted === undefined || (wanted === 'ipv6') === address.includes(':');
    const missing = new CurlError(proxy ? 5 : 6, `Could not resolve ${proxy ? 'proxy' : 'host'}: ${plain}`);
    const cached = this.#cache.get(asciiHost(host), port);
    if (cached) {
      this.#trace.info(`Hostname ${host} was found in DNS cache`);
      return cached;
    }
    if (isAddress(plain)) {
      if (!fits(plain)) return [];
      this.#cache.set(host, port, [plain]);
      return [plain];
    }
    // libidn2 takes names as the locale has them.
    const { LC_ALL, LC_CTYPE, LANG } = this.#process.env;
    if (asciiHost(plain) !== plain && !/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')) throw new CurlError(3, 'URL using bad/illegal format or missing URL');
    if (/\.onion\.?$/i.test(plain)) throw new CurlError(6, 'Not resolving .onion address (RFC 7686)');
    let all: readonly string[];
    try {
      const local = localAddresses(plain);
      if (!local) onWait();
      all = (local ?? (await deadline.race(this.#process.lookup(asciiHost(plain)), 'resolve'))).filter(fits);
    } catch (error) {
      if (error instanceof LookupError) throw missing;
      throw error;
    }
    if (all.length === 0) throw missing;
    const addresses = [...all.filter((one) => one.includes(':')), ...all.filter((one) => !one.includes(':'))];
    this.#cache.set(asciiHost(host), port, addresses);
    const list = (v6: boolean): string => addresses.filter((one) => one.includes(':') === v6).join(', ') || '(none)';
    this.#trace.info(`Host ${host}:${port} was resolved.`);
    this.#trace.info(`IPv6: ${list(true)}`);
    this.#trace.info(`IPv4: ${list(false)}`);
    return addresses;
  }

  /** What --interface and --local-port say of our own end. */
  #from(towards: string): SocketAddress | undefined {
    const name = this.#settings.text('interface')?.replace(/^(?:if|host)!/, '');
    const port = Number(/^\d+/.exec(this.#settings.text('local-port') ?? '')?.[0] ?? 0);
    if (name === undefined) return port === 0 ? undefined : { family: 'inet', address: towards.includes(':') ? '::' : '0.0.0.0', port };
    if (isAddress(name)) return { family: 'inet', address: name, port };
    const device = this.#process.network.interfaces().find((one) => one.name === name);
    const address = device?.addresses.find((one) => one.address.includes(':') === towards.includes(':'))?.address;
    if (address === undefined) throw new CurlError(45, `Couldn't bind to '${name}' with errno 19: No such device`);
    return { family: 'inet', address, port };
  }

  #source(address: string): string {
    try {
      return this.#process.network.routeTo(address).source ?? address;
    } catch (error) {
      if (isSystemError(error)) return address;
      throw error;
    }
  }
}

/** localhost is the loopback of both families to libcurl, whatever /etc/hosts says. */
function localAddresses(host: string): readonly string[] | undefined {
  return /^(?:.*\.)?localhost\.?$/i.test(host) ? ['::1', '127.0.0.1'] : undefined;
}

function localOf(name: SocketAddress): { address: string; port: number } {
  return name.family === 'inet' ? name : { address: '', port: 0 };
}
