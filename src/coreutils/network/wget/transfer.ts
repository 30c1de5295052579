import { HttpSyntaxError } from '../../../base/http/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { reason, UsageError } from '../../program/index.ts';
import { type Address, readAddress, UrlError } from './address.ts';
import { type Exchange, NoData, type Response } from './exchange.ts';
import { dispositionName, fileNameOf, keepsFolders, unusedName, withExtension } from './file-name.ts';
import { humanBytes } from './quantities.ts';
import { requestLines } from './request.ts';
import { save, type Saved } from './save.ts';
import { NoConnection, type Session, TimedOut, within } from './session.ts';
import { noClobber, period } from './settings.ts';

/** How a document came: the exit status, and what was loaded. */
export interface Outcome {
  status: number;
  bytes: number;
  seconds: number;
  files: number;
}

/** Where documents go, and how requests look. */
export interface Plan {
  body: Uint8Array | undefined;
  credentials: string | undefined;
  /** The descriptor and name that -O has for all documents. */
  document: { fd: number; name: string } | undefined;
}

const redirections = new Set([300, 301, 302, 303, 307, 308]);

const nothing = { bytes: 0, seconds: 0, files: 0 };

class WrongRange extends Error {
  override readonly name = 'WrongRange';
}

/** One document, with its redirections and new tries. */
export class Transfer {
  readonly #session: Session;
  readonly #plan: Plan;
  /** Whether the server has asked for a password. */
  #challenged = false;

  constructor(session: Session, plan: Plan) {
    this.#session = session;
    this.#plan = plan;
    this.#challenged = session.args.has('noChallenge');
  }

  async run(first: Address): Promise<Outcome> {
    const { args, log } = this.#session;
    let address = first;
    const most = Number(args.value('maxRedirect') ?? '20');
    let method = args.value('method')?.toUpperCase() ?? (this.#plan.body ? 'POST' : args.has('spider') ? 'HEAD' : 'GET');
    for (let hop = 0; ; hop++) {
      const found = await this.#tries(address, method);
      if (!('target' in found)) return found;
      if (hop >= most) {
        await log.notable(`${most} redirections exceeded.\n`);
        return { status: 8, ...nothing };
      }
      let next: string;
      try {
        next = new URL(found.target, address.url).href;
        address = readAddress(next);
      } catch (error) {
        await log.notable(`${found.target}: ${error instanceof UrlError ? error.message : 'Invalid host name'}.\n`);
        return { status: 1, ...nothing };
      }
      if (method === 'POST' && found.status !== 307 && found.status !== 308) method = 'GET';
    }
  }

  /** The same URL until it comes or there is no more hope; a redirection's target. */
  async #tries({ url, shown }: Address, method: string): Promise<Outcome | { target: string; status: number }> {
    const { args, log, tool } = this.#session;
    const { process } = tool;
    const most = args.value('tries') === 'inf' || args.value('tries') === '0' ? Infinity : Number(args.value('tries') ?? '20') || 20;
    const wait = period(args, log, 'waitRetry', 'waitretry') ?? 10_000;
    let name = this.#plan.document?.name ?? fileNameOf(args, url);
    if (noClobber(args) && !this.#plan.document && process.exists(name)) {
      await log.verbose(`File ${log.quote(name)} already there; not retrieving.\n\n`);
      return { status: 0, ...nothing };
    }
    let loaded = 0;
    for (let count = 1; ; count++) {
      if (count > 1) await process.sleep(Math.min((count - 1) * 1000, wait));
      if (args.has('spider')) await log.verbose('Spider mode enabled. Check if remote file exists.\n');
      await log.verbose(`--${log.now()}--  ${count > 1 ? `(try:${String(count).padStart(2)})  ` : ''}${shown}\n`);
      try {
        const from = loaded > 0 ? loaded : args.has('continue_') && !this.#plan.document && process.exists(name) ? process.stat(name).size : 0;
        const newerThan = args.has('timestamping') && !args.has('noIfModified') && !this.#plan.document && process.exists(name) ? process.stat(name).mtime : undefined;
        const answered = await this.#ask(url, method, { from, newerThan });
        const { response, exchange } = answered;
        // What the server sends must go on where the file ends.
        if (response.status === 206 && Number(/bytes (\d+)/.exec(response.headers.get('content-range') ?? '')?.[1] ?? '-1') !== from) throw new WrongRange();
        const early = await this.#withoutBody(url, answered, { name, from, newerThan });
        if (early) return early;
        const disposition = args.has('disposition') ? dispositionName(response.headers.get('content-disposition')) : undefined;
        if (disposition !== undefined && !this.#plan.document) name = fileNameOf(args, url, disposition);
        if (args.has('adjust') && !this.#plan.document) name = withExtension(name, response.headers.get('content-type') ?? '');
        const overwrites = this.#plan.document ?? (args.has('continue_') || args.has('timestamping') || keepsFolders(args) || noClobber(args) || loaded > 0);
        if (!overwrites) name = unusedName(process, name);
        const saved: Saved = await save(this.#session, { response, name, fd: this.#plan.document?.fd, shown, from: response.status === 206 ? from : 0 });
        if (saved.kind === 'failed') return { status: 3, ...nothing };
        if (saved.kind === 'whole') {
          if (response.status >= 400) return { status: 8, ...nothing };
          return { status: 0, bytes: saved.bytes, seconds: saved.seconds, files: 1 };
        }
        exchange.close();
        loaded = saved.bytes;
      } catch (error) {
        if (error instanceof NoConnection && error.status !== undefined) return { status: error.status, ...nothing };
        this.#session.close();
        const said = trouble(error);
        if (said === undefined) throw error;
        await log.notable(said);
      }
      if (count >= most) {
        await log.verbose('Giving up.\n\n');
        return { status: 4, ...nothing };
      }
      await log.verbose('Retrying.\n\n');
    }
  }

  /** Sends the request, with a password if the server wants one. */
  async #ask(url: URL, method: string, { from, newerThan }: { from: number; newerThan: number | undefined }): Promise<{ response: Response; exchange: Exchange; refused: boolean }> {
    const { args, log, tool } = this.#session;
    const limit = period(args, log, 'timeout', 'timeout');
    const credentials = url.username === '' ? this.#plan.credentials : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    for (let asked = 0; ; asked++) {
      const exchange = await this.#session.connect(url, period(args, log, 'connectTimeout', 'connect-timeout') ?? limit);
      await log.verbose('HTTP request sent, awaiting response... ');
      const sent = this.#challenged ? credentials : undefined;
      const body = method === 'GET' || method === 'HEAD' ? undefined : this.#plan.body;
      const lines = requestLines(args, url, { method, body, from, newerThan, credentials: sent });
      const response = await within(tool.process, period(args, log, 'readTimeout', 'read-timeout') ?? limit, exchange.ask(method, url.pathname + url.search, lines, body));
      await this.#sayHead(response);
      if (response.status !== 401) return { response, exchange, refused: false };
      const challenge = response.headers.get('www-authenticate') ?? '';
      const basic = /^basic\b/i.test(challenge);
      if (!basic && challenge !== '') await log.verbose('Unknown authentication scheme.\n');
      if (!basic || credentials === undefined || sent !== undefined || asked > 0) return { response, exchange, refused: true };
      await exchange.skip(response);
      await log.verbose(`Authentication selected: ${challenge}\n`);
      this.#challenged = true;
    }
  }

  async #sayHead({ statusLine, status, statusText, headerLines }: Response): Promise<void> {
    const { args, log } = this.#session;
    if (!args.has('server')) {
      await log.verbose(`${status} ${statusText === '' ? '(no description)' : statusText}\n`);
      return;
    }
    await log.verbose('\n');
    await log.always(`${[statusLine ?? '', ...headerLines.map(([name, value]) => `${name}: ${value}`)].map((line) => `  ${line}\n`).join('')}`);
  }

  /** What is over without a document: redirections, refusals, files that are there already, and --spider. */
  async #withoutBody(url: URL, { response, exchange, refused }: { response: Response; exchange: Exchange; refused: boolean }, { name, from, newerThan }: { name: string; from: number; newerThan: number | undefined }): Promise<Outcome | { target: string; status: number } | undefined> {
    const { args, log } = this.#session;
    const { status, headers, statusText } = response;
    const none = { status: 0, ...nothing };
    const length = headers.get('content-length');
    if (refused) {
      await exchange.skip(response);
      await log.verbose('\n');
      await log.notable('Username/Password Authentication Failed.\n');
      return { ...none, status: 6 };
    }
    const target = headers.get('location');
    if (target !== null && redirections.has(status)) {
      await exchange.skip(response);
      await log.verbose(`Location: ${target} [following]\n`);
      return { target, status };
    }
    if (redirections.has(status)) {
      await exchange.skip(response);
      await log.verbose('Location: unspecified\n');
      await log.notable(`ERROR: Redirection (${status}) without location.\n`);
      return { ...none, status: 8 };
    }
    if (status === 204) {
      await log.verbose(`${log.now()} (0.00 B/s) - ${log.quote(name)} saved [0]\n\n`);
      return none;
    }
    if (status === 304 && newerThan !== undefined) {
      await log.verbose(`File ${log.quote(name)} not modified on server. Omitting download.\n\n`);
      return none;
    }
    if (status === 416 || (from > 0 && status === 200 && length !== null && from >= Number(length))) {
      await exchange.skip(response);
      await log.verbose('\n    The file is already fully retrieved; nothing to do.\n\n');
      return none;
    }
    const failed = status < 200 || status >= 300;
    if (failed && !(args.has('contentOnError') && status >= 400)) {
      await exchange.skip(response);
      if (log.loudness === 'terse') await log.notable(`${url.href}:\n`);
      await log.notable(args.has('spider') ? 'Remote file does not exist -- broken link!!!\n' : `${log.now()} ERROR ${status}: ${statusText}.\n`);
      await log.verbose('\n');
      return { ...none, status: 8 };
    }
    const modified = Date.parse(headers.get('last-modified') ?? '');
    if (newerThan !== undefined && modified <= newerThan && !failed) {
      exchange.close();
      await log.verbose(`Server ignored If-Modified-Since header for file ${log.quote(name)}.\nYou might want to add --no-if-modified-since option.\n\n`);
      return none;
    }
    const [type] = (headers.get('content-type') ?? '').split(';');
    if (!failed) await log.verbose(`Length: ${lengthOf(length, status === 206 ? from : 0)}${type ? ` [${type}]` : ''}\n`);
    if (!args.has('spider')) return undefined;
    exchange.close();
    if (log.loudness === 'terse') await log.notable(`${log.now()} URL: ${url.href} ${status} ${statusText}\n`);
    else await log.verbose(/^(?:text\/html|application\/xhtml\+xml)/i.test(type ?? '') ? 'Remote file exists and could contain further links,\nbut recursion is disabled -- not retrieving.\n\n' : 'Remote file exists.\n\n');
    return none;
  }
}

function lengthOf(length: string | null, from: number): string {
  if (length === null) return 'unspecified';
  const whole = Number(length) + from;
  const human = (bytes: number): string => (bytes >= 1024 ? ` (${humanBytes(bytes)})` : '');
  return `${whole}${human(whole)}${from > 0 ? `, ${length}${human(Number(length))} remaining` : ''}`;
}

/** What is said of an exchange that broke; undefined for errors of our own. */
function trouble(error: unknown): string | undefined {
  if (error instanceof NoConnection || error instanceof WrongRange) return '';
  if (error instanceof UsageError) return undefined;
  if (error instanceof TimedOut) return 'Read error (Connection timed out) in headers.\n';
  if (error instanceof NoData) return 'No data received.\n';
  if (error instanceof HttpSyntaxError) return 'Malformed status line.\n';
  if (isSystemError(error)) return `Read error (${reason(error)}) in headers.\n`;
  return error instanceof Error && error.name === 'TlsError' ? 'Read error (The TLS connection was non-properly terminated.) in headers.\n' : undefined;
}
