import type { ByteStream } from '../../../base/index.ts';
import { isSystemError, LookupError } from '../../../kernel/uapi/index.ts';
import { reason, type Tool } from '../../program/index.ts';
import { dial } from '../connection.ts';
import { portOf } from './address.ts';
import { Exchange } from './exchange.ts';
import type { Log } from './log.ts';
import type { WgetArguments } from './options.ts';

/** A wait that took longer than an option allows. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Connecting failed, and has been said; `status` is the exit status, or the work may be tried again. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
  readonly status: number | undefined;

  constructor(status?: number) {
    super('no connection');
    this.status = status;
  }
}

/** What one run of wget has: its words, its log, and the connection that it may use again. */
export class Session {
  readonly tool: Tool;
  readonly args: WgetArguments;
  readonly log: Log;
  #exchange: Exchange | undefined;

  constructor(tool: Tool, args: WgetArguments, log: Log) {
    this.tool = tool;
    this.args = args;
    this.log = log;
  }

  close(): void {
    this.#exchange?.close();
    this.#exchange = undefined;
  }

  /** A connection to a server: the one that is there, or a new one. Throws NoConnection. */
  async connect(url: URL, limit: number | undefined): Promise<Exchange> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const origin = `${url.protocol}//${host}:${portOf(url)}`;
    await this.tool.process.checkpoint();
    if (this.#exchange?.reusable && this.#exchange.origin === origin) {
      await this.log.verbose(`Reusing existing connection to ${url.hostname}:${portOf(url)}.\n`);
      return this.#exchange;
    }
    this.close();
    return (this.#exchange = new Exchange(await this.#dial(url, host, limit), origin));
  }

  async #dial(url: URL, host: string, limit: number | undefined): Promise<ByteStream> {
    const { process } = this.tool;
    const { log } = this;
    await this.#loadAuthority(url);
    const literal = /^[\d.]+$/.test(host) || host.includes(':');
    try {
      let addresses = [host];
      if (!literal) {
        await log.verbose(`Resolving ${host} (${host})... `);
        addresses = await process.lookup(host);
        await log.verbose(`${addresses.join(', ')}\n`);
      }
      for (const [number, address] of addresses.entries()) {
        const shown = address.includes(':') ? `[${address}]` : address;
        await log.verbose(`Connecting to ${literal ? shown : `${host} (${host})|${address}|`}:${portOf(url)}... `);
        try {
          const { stream, fd } = await within(process, limit, dial(process, { host: address, port: portOf(url) }));
          await log.verbose('connected.\n');
          return url.protocol === 'https:' ? await this.#secure(fd, host) : stream;
        } catch (error) {
          const late = error instanceof TimedOut || isSystemError(error, 'ETIMEDOUT');
          if (!late && !isSystemError(error)) throw error;
          await log.notable(`failed: ${late ? 'Connection timed out' : reason(error)}.\n`);
          if (number === addresses.length - 1) throw new NoConnection(late || (this.args.has('retryRefused') && isSystemError(error, 'ECONNREFUSED')) ? undefined : 4);
        }
      }
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      await log.verbose(`failed: ${error.message}.\n`);
      await log.notable(`${this.tool.name}: unable to resolve host address ${log.quote(host)}\n`);
    }
    throw new NoConnection(4);
  }

  async #loadAuthority(url: URL): Promise<void> {
    const authority = this.args.value('authority');
    if (url.protocol === 'https:' && authority !== undefined && this.tool.process.exists(authority)) await this.log.verbose(`Loaded CA certificate '${authority}'\n`);
  }

  /** Encrypts a connection; what is needed for it is loaded now. */
  async #secure(fd: number, host: string): Promise<ByteStream> {
    const { args, tool } = this;
    const { secureForWget } = await import('./tls.ts');
    tool.process.onSignal('SIGPIPE', 'ignore');
    let heard = '';
    const result = await secureForWget(tool.process, fd, host, { insecure: args.has('noCheck'), authority: args.value('authority'), certificate: args.value('certificate'), key: args.value('privateKey') }, (text) => (heard += text));
    if (heard !== '') await this.log.notable(heard);
    if (typeof result === 'number') throw new NoConnection(result);
    return result;
  }
}

/** A promise's value, unless it takes longer than `limit` milliseconds: then TimedOut. */
export async function within<Value>(process: Tool['process'], limit: number | undefined, promise: Promise<Value>): Promise<Value> {
  if (limit === undefined || limit === 0) return await promise;
  const late = process.sleep(limit).then(() => {
    throw new TimedOut();
  });
  promise.catch(() => undefined);
  return await Promise.race([promise, late]);
}
