import { isSystemError } from '../../../kernel/uapi/index.ts';
import { readInput, reason } from '../../program/index.ts';
import { ConnectionPool } from './connection.ts';
import { CookieJar } from './cookies.ts';
import { askPassword } from './credentials.ts';
import { HostCache } from './dialer.ts';
import { certificateHelp, CurlError } from './error.ts';
import { GlobError, type Globbed, globName, globUrls } from './glob.ts';
import { Meter } from './meter.ts';
import { ParallelMeter } from './parallel-meter.ts';
import { createFolders, OutputFile } from './output-file.ts';
import type { RequestBody } from './request.ts';
import { retryAfter } from './retry.ts';
import type { GlobalSettings, RequestKind, Settings, UrlNode } from './settings.ts';
import { Trace } from './trace.ts';
import { fullUrl, remoteName, Stop } from './task-names.ts';
import { Transfer } from './transfer.ts';
import { writeOut } from './write-out.ts';

/** A transfer that is to be done. */
interface Task {
  settings: Settings;
  node: UrlNode;
  url: Globbed;
  upload: string | undefined;
}

/** All transfers of a command, one after the other; -Z changes only what is shown of them. */
export class Operation {
  readonly #global: GlobalSettings;
  readonly #operations: readonly Settings[];
  readonly #session;
  readonly #trace: Trace;
  #headersOf: Settings | undefined;
  readonly #together: ParallelMeter;
  #warned = false;
  #count = 0;

  constructor(global: GlobalSettings, operations: readonly Settings[]) {
    this.#global = global;
    this.#operations = operations;
    this.#session = { pool: new ConnectionPool(), hosts: new HostCache(), cookies: new CookieJar(global.io) };
    this.#trace = new Trace(global);
    this.#together = new ParallelMeter(global);
  }

  /** The exit status: that of the last transfer. */
  async run(): Promise<number> {
    let status = 0;
    try {
      for (const settings of this.#operations) {
        if (settings.nodes[0]?.url === undefined) {
          this.#global.help('(2) no URL specified');
          return 2;
        }
        await askPassword(settings, 'user');
        await askPassword(settings, 'proxy-user');
        this.#chooseKind(settings);
        if (this.#global.parallel && settings === this.#operations[0]) await this.#beginTogether();
        for await (const task of this.#tasks(settings)) {
          const began = this.#global.io.process.clock.now();
          status = await this.#perform(task);
          if (status !== 0 && this.#global.failEarly) return status;
          const wait = this.#global.pace - (this.#global.io.process.clock.now() - began);
          if (this.#global.pace > 0 && wait > 0) await this.#global.io.process.sleep(wait);
        }
      }
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return error.status;
    } finally {
      this.#session.pool.close();
    }
    this.#together.end();
    return status;
  }

  async #beginTogether(): Promise<void> {
    let count = 0;
    try {
      for (const settings of this.#operations) for (const { url } of settings.nodes) if (url !== undefined) count += settings.on('globoff') ? 1 : [...globUrls(url)].length;
    } catch (error) {
      // It is said when its turn comes.
      if (error instanceof GlobError) return;
      throw error;
    }
    this.#together.begin(count);
    await this.#global.io.flush();
  }

  #chooseKind(settings: Settings): void {
    if (!settings.post) return;
    const kind: RequestKind = settings.on('get') ? (settings.on('head') ? 'HEAD' : 'GET') : 'POST';
    if (!settings.choose(kind)) throw new Stop(2);
  }

  async *#tasks(settings: Settings): AsyncGenerator<Task> {
    const glob = !settings.on('globoff');
    for (const node of settings.nodes) {
      if (node.url === undefined) {
        if (!this.#warned) this.#global.warn('Got more output options than URLs');
        this.#warned = true;
        continue;
      }
      try {
        const uploads = node.upload === undefined ? [undefined] : glob ? [...globUrls(node.upload)].map(({ text }) => text) : [node.upload];
        for (const upload of uploads) {
          const urls = glob && !node.noGlob ? globUrls(node.url) : [{ text: node.url, chosen: [] }];
          for (const url of urls) yield { settings, node, url, upload };
        }
      } catch (error) {
        if (!(error instanceof GlobError)) throw error;
        if (!this.#global.silent || this.#global.showError) this.#global.io.error(`curl: (3) ${error.message}\n`);
        throw new Stop(3);
      }
    }
    await this.#global.io.flush();
  }

  async #perform({ settings, node, url, upload }: Task): Promise<number> {
    const { io } = this.#global;
    this.#trace.transfer = this.#count++;
    this.#trace.connection = undefined;
    const { output, skip } = this.#output(settings, node, url);
    if (skip) return 0;
    const text = fullUrl(settings, url.text, upload);
    this.#trace.bodyOnTerminal = io.terminal && !output.isFile;
    const resume = this.#resume(settings, output);
    const kind = upload === undefined ? settings.kind : 'PUT';
    if (upload !== undefined && !settings.choose('PUT')) throw new Stop(2);
    this.#noteMethod(settings, kind);
    let delay = settings.retryDelay > 0 ? settings.retryDelay * 1000 : 1000;
    let left = settings.retry;
    let retries = 0;
    const began = io.process.clock.now();
    const meter = new Meter(this.#global, !this.#global.parallel && !this.#global.silent && !this.#global.noProgress && !(io.terminal && !output.isFile));
    const tag = this.#entityTag(settings);
    for (;;) {
      const body = upload === undefined ? undefined : await this.#uploadBody(upload);
      const transfer = new Transfer({ settings, session: this.#session, trace: this.#trace, url: text, output, nameFromHeader: settings.on('remote-header-name') && node.remoteName, upload: body === 'missing' ? undefined : body, kind, resume, tag }, meter);
      let error: CurlError | undefined;
      try {
        if (body === 'missing') throw new CurlError(26, 'Failed to open/read local data from file/application');
        transfer.open(this.#headersOf !== settings);
        this.#headersOf = settings;
        await transfer.perform();
        error = this.#afterwards(settings, transfer, output);
      } catch (thrown) {
        if (!(thrown instanceof CurlError)) throw thrown;
        error = thrown;
      } finally {
        transfer.close();
      }
      transfer.facts.error = error && { code: error.code, message: error.message };
      transfer.facts.retries = retries;
      if (error && error.message !== '' && (!this.#global.silent || this.#global.showError)) io.error(`curl: (${error.code}) ${error.message}\n${error.code === 60 ? certificateHelp : ''}`);
      await io.flushOut();
      if (!error && (output.failedLate || (!output.isFile && io.broken))) {
        this.#global.error('Failed writing body');
        error = new CurlError(23, 'Failed writing received data to disk/application');
      }
      const again = left > 0 && (settings.retryMaxTime === 0 || io.process.clock.now() - began < settings.retryMaxTime * 1000) ? retryAfter(settings, transfer.facts, error, delay, { left, spent: io.process.clock.now() - began }) : undefined;
      if (again !== undefined) {
        await io.flush();
        left--;
        retries++;
        if (settings.retryDelay === 0) delay = Math.min(delay * 2, 600_000);
        output.rewind();
        await io.process.sleep(again);
        continue;
      }
      meter.endBar();
      this.#together.add(meter);
      await this.#finish(settings, node, transfer, output, error);
      return error?.code ?? 0;
    }
  }

  /** A file that got nothing is made nevertheless; --fail-with-body. */
  #afterwards(settings: Settings, { facts }: Transfer, output: OutputFile): CurlError | undefined {
    if (settings.on('fail-with-body') && facts.code >= 400) return new CurlError(22, `The requested URL returned error: ${facts.code}`);
    if (output.isFile && !output.opened && !facts.unmet && !output.create()) return new CurlError(23, 'Failed writing received data to disk/application');
    return undefined;
  }

  async #finish(settings: Settings, node: UrlNode, { facts }: Transfer, output: OutputFile, error: CurlError | undefined): Promise<void> {
    const { io } = this.#global;
    const { process } = io;
    output.close();
    if (error && settings.on('remove-on-error') && output.path !== undefined && process.exists(output.path)) {
      process.unlink(output.path);
      this.#global.note(`Removed output file: ${output.path}`);
    }
    if (!error && settings.on('remote-time') && output.path !== undefined && facts.fileTime !== undefined) process.utimes(output.path, facts.fileTime * 1000, facts.fileTime * 1000);
    if (settings.writeOut !== undefined) await writeOut(settings, settings.writeOut, { transfer: facts, file: output.path, urlNumber: node.number });
    await this.#saveCookies(settings, facts);
    await io.flush();
  }

  async #saveCookies(settings: Settings, { effective }: Transfer['facts']): Promise<void> {
    const path = settings.text('cookie-jar');
    if (path === undefined || !effective) return;
    const { io } = this.#global;
    if (path === '-') return io.out(this.#session.cookies.text);
    try {
      io.process.writeFile(path, this.#session.cookies.text, { mode: 0o600 });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#trace.info(`WARNING: failed to save cookies in ${path}: Failed writing received data to disk/application`);
    }
    await io.flush();
  }

  #noteMethod(settings: Settings, kind: RequestKind | undefined): void {
    const method = settings.text('request');
    const inferred = kind === undefined ? 'GET' : kind === 'MIME' ? 'POST' : kind;
    if (method === undefined) return;
    if (method.toUpperCase() === inferred) this.#global.note(`Unnecessary use of -X or --request, ${inferred} is already inferred.`);
    else if (method.toUpperCase() === 'HEAD') this.#global.warn('Setting custom HTTP method to HEAD with -X/--request may not work the way you want. Consider using -I/--head instead.');
  }

  /** Where the body goes. */
  #output(settings: Settings, node: UrlNode, url: Globbed): { output: OutputFile; skip: boolean } {
    let path = node.output === '-' ? undefined : node.output === undefined ? undefined : globName(node.output, url.chosen);
    if (node.remoteName) path = remoteName(this.#global, url.text);
    if (path === '') {
      this.#global.warn('output glob produces empty string');
      throw new Stop(23);
    }
    const folder = settings.text('output-dir');
    if (path !== undefined && folder !== undefined) path = `${folder}/${path}`;
    if (path !== undefined && settings.on('create-dirs') && !createFolders(settings, path)) throw new Stop(23);
    const output = new OutputFile(settings, path);
    output.forced = node.output === '-';
    const skip = path !== undefined && settings.on('skip-existing') && this.#global.io.process.exists(path);
    if (skip) this.#global.note(`skips transfer, "${path ?? ''}" exists locally`);
    return { output, skip };
  }

  #resume(settings: Settings, output: OutputFile): number {
    if (settings.resume === undefined) return 0;
    const { process } = this.#global.io;
    const from = settings.resume !== 'auto' ? settings.resume : output.path !== undefined && process.exists(output.path) ? process.stat(output.path).size : 0;
    if (from > 0 && output.isFile && !output.append(from)) throw new Stop(23);
    return from;
  }

  /** What --etag-compare's file holds, for If-None-Match. */
  #entityTag(settings: Settings): string | undefined {
    const path = settings.text('etag-compare');
    if (path === undefined) return undefined;
    try {
      return this.#global.io.process.readTextFile(path).replaceAll(/[\r\n]/g, '') || '""';
    } catch (error) {
      this.#global.warn(`Failed to open ${path}: ${reason(error)}`);
      return '""';
    }
  }

  /** The file that -T names; `missing`, after saying so. */
  async #uploadBody(name: string): Promise<RequestBody | 'missing'> {
    const { process } = this.#global.io;
    if (name === '-' || name === '.') return { kind: 'stream', read: () => process.read(0) };
    try {
      return { kind: 'bytes', bytes: await readInput(process, name) };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // A folder can be opened, and gives nothing.
      if (error.code === 'EISDIR') return { kind: 'stream', read: () => Promise.resolve(new Uint8Array()) };
      this.#global.help(`cannot open '${name}'`);
      return 'missing';
    }
  }
}
