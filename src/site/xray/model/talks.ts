import type { NetworkEvents, TlsEvent } from '../../../protocol/index.ts';
import { type Connection, Connections } from '../../pictures/live/connection.ts';
import { HttpReader } from './http-reader.ts';
import { addBody, type Message, newMessage } from './message.ts';

/** What a TLS handshake brought to light. */
export interface Handshake {
  serverName: string | undefined;
  offered: { versions: readonly string[]; cipherSuites: readonly string[]; protocols: readonly string[] };
  agreed: { version: string; cipherSuite: string; group: string | undefined } | undefined;
  /** What is spoken inside, by ALPN. */
  protocol: string | undefined;
  /** The server's certificates as it sent them, DER. */
  certificates: readonly Uint8Array[];
  clientCertificates: readonly Uint8Array[];
  asked: boolean;
  verdict: { checked: boolean; problem: string | undefined; reason: string | undefined; host: string | undefined; chain: readonly Uint8Array[] } | undefined;
  alerts: readonly { sent: boolean; name: string }[];
  established: boolean;
}

/** A request and what came back. */
export interface Exchange {
  request: Message;
  response: Message | undefined;
}

/** A connection on which something was said that can be understood: TLS, HTTP. */
export interface Talk {
  key: string;
  /** Milliseconds since the epoch. */
  time: number;
  /** The program that opened it. */
  program: string;
  /** Whom it spoke to: `registry-1.docker.io:443`, `127.0.0.1:5000`. */
  server: string;
  tls: Handshake | undefined;
  exchanges: readonly Exchange[];
}

const kept = 60;

/** One end of a TLS connection, as it told its steps. */
class SecureTalk implements Talk {
  readonly key: string;
  readonly time: number;
  readonly program: string;
  readonly #address: string;
  readonly tls: Handshake = {
    serverName: undefined, offered: { versions: [], cipherSuites: [], protocols: [] }, agreed: undefined, protocol: undefined, certificates: [], clientCertificates: [], asked: false, verdict: undefined, alerts: [], established: false,
  };
  readonly #requests = new HttpReader();
  readonly #responses = new HttpReader((index) => this.#requests.messages[index]?.start.startsWith('HEAD ') ?? false);
  readonly #streams = new Map<number, Exchange>();

  constructor(key: string, { time, process, peer }: TlsEvent) {
    this.key = key;
    this.time = time;
    this.program = process.name;
    this.#address = `${peer.address.includes(':') ? `[${peer.address}]` : peer.address}:${peer.port}`;
  }

  get server(): string {
    return this.tls.serverName === undefined ? this.#address : `${this.tls.serverName}:${this.#address.slice(this.#address.lastIndexOf(':') + 1)}`;
  }

  get exchanges(): readonly Exchange[] {
    if (this.#streams.size > 0) return [...this.#streams.values()];
    return this.#requests.messages.map((request, index) => ({ request, response: this.#responses.messages[index] }));
  }

  take({ step }: TlsEvent): void {
    const { tls } = this;
    switch (step.kind) {
      case 'client-hello':
        tls.serverName = step.serverName;
        tls.offered = { versions: step.versions, cipherSuites: step.cipherSuites, protocols: step.alpn };
        break;
      case 'server-hello':
        tls.agreed = { version: step.version, cipherSuite: step.cipherSuite, group: step.group };
        break;
      case 'alpn':
        tls.protocol = step.protocol;
        break;
      case 'certificate-request':
        tls.asked = true;
        break;
      case 'certificate':
        if (step.from === 'server') tls.certificates = step.certificates;
        else tls.clientCertificates = step.certificates;
        break;
      case 'verify':
        tls.verdict = step;
        break;
      case 'established':
        tls.established = true;
        break;
      case 'alert':
        tls.alerts = [...tls.alerts, { sent: step.sent, name: step.alert.name }];
        break;
      case 'data':
        (step.sent ? this.#requests : this.#responses).push(step.data, step.length - step.data.length);
        break;
      case 'http2':
        this.#stream(step);
    }
  }

  #stream({ sent, stream, headers, data, length, end }: Extract<TlsEvent['step'], { kind: 'http2' }>): void {
    let exchange = this.#streams.get(stream);
    const field = (name: string): string => headers?.find(([each]) => each === name)?.[1] ?? '';
    const rest = (): Message['headers'] => (headers ?? []).filter(([name]) => !name.startsWith(':'));
    if (!exchange) {
      if (!sent || !headers) return;
      exchange = { request: newMessage(`${field(':method')} ${field(':path')} HTTP/2`, [['host', field(':authority')], ...rest()]), response: undefined };
      this.#streams.set(stream, exchange);
    } else if (!sent && headers && !exchange.response) exchange.response = newMessage(`HTTP/2 ${field(':status')}`, rest());
    const message = sent ? exchange.request : exchange.response;
    if (!message) return;
    if (length > 0) addBody(message, data, length - data.length);
    message.ended ||= end;
  }
}

/** The HTTP of a connection in the clear, as far as its packets show it; undefined when it is none. */
function plainTalk(connection: Connection): Talk | undefined {
  const first = connection.segments.find(({ from, event }) => from === 'client' && event.dataLength > 0)?.event.data;
  if (!first || !/^[A-Z]{3,7} \S+ HTTP\/1/.test(String.fromCharCode(...first.subarray(0, 400)).replace(/\r[^]*/, ''))) return undefined;
  const requests = new HttpReader();
  const responses = new HttpReader((index) => requests.messages[index]?.start.startsWith('HEAD ') ?? false);
  for (const { from, event, lost } of connection.segments) {
    if (event.dataLength === 0 || lost !== undefined || event.retransmissionOf !== undefined) continue;
    (from === 'client' ? requests : responses).push(event.data, event.dataLength - event.data.length);
  }
  if (connection.ended) responses.close();
  const exchanges = requests.messages.map((request, index) => ({ request, response: responses.messages[index] }));
  const time = connection.segments[0]?.event.time ?? 0;
  return { key: `${connection.client} ${connection.server} ${time}`, time, program: connection.program, server: connection.server, tls: undefined, exchanges };
}

/** What was said on a host's connections. Pure: it is told events and asked for talks. */
export class Talks {
  #secure = new Map<string, SecureTalk>();
  #connections = new Connections();
  #plain = new Map<string, Talk>();

  /** Takes events in; whether anything may have changed. */
  add({ events, tls }: NetworkEvents): boolean {
    let changed = false;
    for (const event of tls) changed = this.#takeTls(event) || changed;
    if (this.#connections.add(events)) {
      for (const connection of this.#connections.list) {
        const talk = plainTalk(connection);
        if (!talk) continue;
        this.#plain.set(talk.key, talk);
        changed = true;
      }
    }
    for (const map of [this.#secure, this.#plain]) for (const key of [...map.keys()].slice(0, Math.max(0, map.size - kept))) map.delete(key);
    return changed;
  }

  /** All that was said, the oldest first. */
  get list(): readonly Talk[] {
    return [...this.#secure.values(), ...this.#plain.values()].sort((a, b) => a.time - b.time);
  }

  clear(): void {
    this.#secure = new Map();
    this.#plain = new Map();
    this.#connections = new Connections();
  }

  /** Both ends inside the lab tell: the one that called is shown. */
  #takeTls(event: TlsEvent): boolean {
    const key = `tls ${event.socket}`;
    let talk = this.#secure.get(key);
    if (!talk) {
      if (event.step.kind !== 'client-hello' || !event.step.sent) return false;
      talk = new SecureTalk(key, event);
      this.#secure.set(key, talk);
    }
    talk.take(event);
    return true;
  }
}
