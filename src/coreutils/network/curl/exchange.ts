import { isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, reason } from '../../program/index.ts';
import { type BodyDecoder, chunkDecoder, lengthDecoder } from './body-decoder.ts';
import type { Connection } from './connection.ts';
import type { Deadline } from './deadline.ts';
import { CurlError, isTlsError } from './error.ts';
import type { TransferFacts } from './facts.ts';
import { type Framing, takeFraming } from './framing.ts';
import type { Meter } from './meter.ts';
import type { RequestBody, RequestHead } from './request.ts';
import { parseHeaderLine, parseStatusLine, responseStart, type StatusLine } from './response-head.ts';
import type { Settings } from './settings.ts';
import type { Trace } from './trace.ts';
import { bodyPieces } from './upload.ts';
import { type CurlUrl, urlText } from './url.ts';

/** What a transfer makes of a response. */
export interface ResponseSink {
  /** The version and the status, before the line is shown. */
  onStatus(line: StatusLine): void;
  /** A header, before it is shown. */
  onHeader(name: string, value: string, status: number): void;
  /** The end of a final head, before it is shown. The error it gives is thrown after. */
  onHead(framing: Framing): { error?: CurlError | undefined; ignore: boolean; abort: boolean };
  /** A line of the head as it came, to be shown or kept. */
  headLine(line: Uint8Array): Promise<void>;
  /** Bytes of the body. */
  body(bytes: Uint8Array): Promise<void>;
}

/** One request and its response over a connection. */
export class Exchange {
  readonly #settings: Settings;
  readonly #connection: Connection;
  readonly #trace: Trace;
  readonly #deadline: Deadline;
  readonly #meter: Meter;
  readonly #facts: TransferFacts;
  readonly #sink: ResponseSink;
  /** Whether anything came back. */
  answered = false;

  constructor(settings: Settings, connection: Connection, trace: Trace, deadline: Deadline, meter: Meter, facts: TransferFacts, sink: ResponseSink) {
    this.#settings = settings;
    this.#connection = connection;
    this.#trace = trace;
    this.#deadline = deadline;
    this.#meter = meter;
    this.#facts = facts;
    this.#sink = sink;
  }

  /** Asks and reads the answer; whether the connection can be used again. Throws CurlError. */
  async run(head: RequestHead, body: RequestBody | undefined, url: CurlUrl, method: string): Promise<boolean> {
    try {
      return this.#connection.http2 ? await this.#over2(head, body, url, method) : await this.#over1(head, body, method);
    } catch (error) {
      if (isTlsError(error)) throw (await import('./tls.ts')).curlReadFailure(error);
      if (isSystemError(error)) throw new CurlError(isSystemError(error, 'EPIPE') ? 55 : 56, `${isSystemError(error, 'EPIPE') ? 'Send' : 'Recv'} failure: ${reason(error)}`);
      throw error;
    }
  }

  #late = (): void => this.#connection.stream.close();

  async #over1(head: RequestHead, body: RequestBody | undefined, method: string): Promise<boolean> {
    const { stream, secure } = this.#connection;
    const trace = this.#trace;
    if (secure) trace.tls(true, 5);
    trace.header(true, head.bytes);
    this.#facts.sizeRequest += head.bytes.length;
    await this.#settings.global.io.flush();
    let sent = 0;
    let failure: unknown;
    const send = async (): Promise<void> => {
      if (!body) return;
      for await (const wire of bodyPieces(body, head.chunked)) {
        trace.data(true, wire);
        await stream.write(wire);
        sent += wire.length;
        this.#facts.sizeUpload += wire.length;
        this.#meter.upload.now += wire.length;
        this.#meter.update();
        await this.#pace(this.#facts.sizeUpload);
        await this.#settings.global.io.flush();
      }
    };
    // A server may answer and go before it read everything: its answer matters more.
    const quietly = async (work: Promise<void>): Promise<void> => {
      try {
        await work;
      } catch (error) {
        if (!isSystemError(error) && !isTlsError(error)) throw error;
        failure = error;
      }
    };
    const { reader } = this.#connection;
    reader.fill().catch(() => undefined);
    await quietly(stream.write(head.bytes));
    // A server that speaks first has said it all when the request is out.
    const early = reader.buffered > 0;
    if (head.expects && !failure) await this.#awaitContinue();
    if (!this.#finalHead && !failure) await this.#deadline.race(quietly(send()), 'transfer', this.#late);
    if (sent > 0) trace.info(`upload completely sent off: ${sent} bytes`);
    else if (!secure && !early) trace.info('Request completely sent off');
    this.#facts.times.posttransfer = this.#deadline.spent;
    await this.#settings.global.io.flush();
    const framing = this.#finalHead ?? (await this.#head(method, failure));
    return framing === undefined || (await this.#body(framing));
  }

  /** The final head, when it came before the body was sent. */
  #finalHead: (Framing & { ignore: boolean; abort: boolean }) | undefined;

  /** Waits for leave to send the body, a second long. */
  async #awaitContinue(): Promise<void> {
    const { reader } = this.#connection;
    const { clock } = this.#settings.global.io.process;
    const wait = Number(this.#settings.text('expect100-timeout') ?? 1000);
    let timer: { dispose(): void } | undefined;
    const late = new Promise<'late'>((done) => {
      timer = clock.setTimeout(() => done('late'), wait);
    });
    const first = await this.#deadline.race(Promise.race([reader.peek(1), late]), 'transfer', this.#late);
    timer?.dispose();
    if (first === 'late') this.#trace.info('Done waiting for 100-continue');
    else if (first.length > 0) {
      const framing = await this.#head('PUT', undefined, true);
      if (framing) this.#finalHead = framing;
      if (framing && framing.status >= 400) this.#trace.info('HTTP error before end of send, stop sending');
    }
  }

  /** Reads a head, passing over interim ones (`interim`: one of those is enough). Undefined where the connection ended within it. */
  async #head(method: string, failure: unknown, interim = false): Promise<(Framing & { ignore: boolean; abort: boolean }) | undefined> {
    const { reader, secure } = this.#connection;
    const trace = this.#trace;
    const start = await this.#deadline.race(responseStart(reader), 'transfer', this.#late);
    if (start === 'nothing') {
      if (failure) throw failure;
      throw new CurlError(52, 'Empty reply from server');
    }
    this.answered = true;
    this.#facts.times.starttransfer ||= this.#deadline.spent;
    if (start === 'other') {
      if (!this.#settings.on('http0.9')) throw new CurlError(1, 'Received HTTP/0.9 when not allowed');
      return { status: 0, length: undefined, chunked: false, closes: true, ignore: false, abort: false };
    }
    if (secure) trace.tls(false, 5);
    for (;;) {
      const first = await this.#line();
      if (!first) return undefined;
      const line = parseStatusLine(String.fromCharCode(...first));
      if (!line) throw new CurlError(8, 'Invalid status line');
      this.#sink.onStatus(line);
      if (line.version === '1.0') trace.info('HTTP 1.0, assume close after body');
      await this.#show(first);
      const framing: Framing = { status: line.status, length: undefined, chunked: false, closes: line.version === '1.0' };
      for (;;) {
        const next = await this.#line();
        if (!next) return undefined;
        const header = parseHeaderLine(next);
        if (!header) {
          if (line.status >= 100 && line.status < 200) {
            await this.#show(next);
            if (interim) return undefined;
            break;
          }
          return await this.#endOfHead(next, framing, method);
        }
        takeFraming(framing, header.name.toLowerCase(), header.value, this.#settings, this.#trace);
        this.#sink.onHeader(header.name, header.value, line.status);
        await this.#show(next);
      }
    }
  }

  async #endOfHead(line: Uint8Array, framing: Framing, method: string): Promise<Framing & { ignore: boolean; abort: boolean }> {
    const bodyless = method === 'HEAD' || framing.status === 204 || framing.status === 304;
    framing.declared = framing.length;
    if (bodyless) framing.length = 0;
    else if (!framing.chunked && framing.length === undefined && !framing.closes && !this.#connection.http2) {
      this.#trace.info('no chunk, no close, no size. Assume close to signal end');
      framing.closes = true;
    }
    const { error, ...more } = this.#sink.onHead(framing);
    if (error) {
      this.#trace.info(error.message);
      error.told = true;
    }
    await this.#show(line);
    if (error) throw error;
    return { ...framing, ...(bodyless ? { chunked: false } : {}), ...more };
  }

  async #line(): Promise<Uint8Array | undefined> {
    return await this.#deadline.race(this.#connection.reader.line(), 'transfer', this.#late);
  }

  async #show(line: Uint8Array): Promise<void> {
    this.#trace.header(false, line);
    this.#facts.sizeHeader += line.length;
    await this.#settings.global.io.flush();
    await this.#sink.headLine(line);
  }

  async #body(framing: Framing & { ignore: boolean; abort: boolean }): Promise<boolean> {
    if (framing.abort) return false;
    const raws = this.#settings.on('raw');
    const decoder: BodyDecoder = framing.chunked ? chunkDecoder((line) => this.#trace.header(false, line), (text) => this.#trace.info(text)) : lengthDecoder(framing.length);
    const { reader, secure } = this.#connection;
    while (!decoder.done) {
      const raw = await this.#deadline.race(reader.read(), 'transfer', this.#late);
      if (raw.length === 0) {
        const { missing } = decoder;
        if (missing) throw missing;
        if (secure) {
          this.#trace.info('abort upload');
          this.#trace.data(false, raw);
        }
        break;
      }
      if (!framing.ignore) this.#trace.data(false, raw);
      await this.#settings.global.io.flush();
      const taken = decoder.take(raw);
      for (const bytes of raws ? [raw.subarray(0, raw.length - taken.rest.length)] : taken.bytes) {
        if (framing.ignore) this.#meter.download.now += bytes.length;
        else if (bytes.length > 0) await this.#deliver(bytes);
      }
      if (taken.error) {
        taken.error.told = true;
        throw taken.error;
      }
      if (taken.rest.length > 0) {
        if (framing.length !== undefined && !framing.ignore) this.#trace.info(`Excess found writing body: excess = ${taken.rest.length}, size = ${framing.length}, maxdownload = ${framing.length}, bytecount = ${framing.length}`);
        return false;
      }
    }
    return !framing.closes;
  }

  async #deliver(bytes: Uint8Array): Promise<void> {
    this.#facts.sizeDownload += bytes.length;
    await this.#sink.body(bytes);
    this.#meter.download.now += bytes.length;
    this.#meter.update();
    await this.#pace(this.#facts.sizeDownload);
    await this.#settings.global.io.flush();
  }

  /** --limit-rate. */
  async #pace(bytes: number): Promise<void> {
    const { limitRate } = this.#settings;
    if (limitRate === 0) return;
    const wait = (bytes * 1000) / limitRate - (this.#deadline.spent - this.#facts.times.connect);
    if (wait > 0) await this.#deadline.race(this.#settings.global.io.process.sleep(wait), 'transfer', this.#late);
  }

  async #over2(head: RequestHead, body: RequestBody | undefined, url: CurlUrl, method: string): Promise<boolean> {
    const { http2 } = this.#connection;
    const trace = this.#trace;
    const { io } = this.#settings.global;
    if (!http2) return false;
    const headers = new Headers();
    for (const line of head.lines) {
      const [, name = '', value = ''] = /^([^:]*):\s*([^]*?)\s*$/.exec(line) ?? [];
      headers.append(name, value);
    }
    const bytes = body?.kind === 'bytes' ? body.bytes : undefined;
    const source = body?.kind === 'stream' ? { read: () => body.read() } : undefined;
    const request = { method, path: head.target, headers, ...(body ? { body: bytes ?? source ?? new Uint8Array() } : {}), signal: io.process.signal };
    const mark = `[HTTP/2] [${http2.nextStream}]`;
    trace.info(`${mark} OPENED stream for ${urlText(url)}`);
    for (const [name, value] of http2.headerLines(request)) trace.info(`${mark} [${name}: ${value}]`);
    trace.tls(true, 5);
    trace.header(true, head.bytes);
    this.#facts.sizeRequest += head.bytes.length;
    if (bytes && bytes.length > 0) trace.data(true, bytes);
    await io.flush();
    const asking = http2.request(request);
    const response = await this.#deadline.race(asking, 'transfer', this.#late);
    this.answered = true;
    this.#facts.sizeUpload += bytes?.length ?? 0;
    trace.info(bytes && bytes.length > 0 ? `upload completely sent off: ${bytes.length} bytes` : 'Request completely sent off');
    trace.tls(false, 5);
    this.#facts.times.starttransfer = this.#deadline.spent;
    const line: StatusLine = { version: '2', status: response.status };
    this.#sink.onStatus(line);
    await this.#show(bytesOf(`HTTP/2 ${response.status} \r\n`));
    const framing: Framing = { status: response.status, length: undefined, chunked: false, closes: false };
    for (const [name, value] of response.headerLines) {
      takeFraming(framing, name.toLowerCase(), value, this.#settings, trace);
      this.#sink.onHeader(name, value, response.status);
      await this.#show(bytesOf(`${name}: ${value}\r\n`));
    }
    const whole = await this.#endOfHead(bytesOf('\r\n'), framing, method);
    trace.tls(true, 5);
    if (whole.abort || method === 'HEAD') {
      response.close();
      return true;
    }
    for (;;) {
      const part = await this.#deadline.race(response.body.read(), 'transfer', this.#late);
      if (part.length === 0) break;
      if (whole.ignore) continue;
      trace.data(false, part);
      await io.flush();
      await this.#deliver(part);
    }
    return true;
  }
}
