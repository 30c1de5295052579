import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes, type Greeting, ProtocolError, type Reply, type SessionKey, toErrorData, type Waiting } from '../../protocol/index.ts';
import { type Session, SessionService, type Sessions } from '../session/index.ts';
import { isOwnPage } from './own-page.ts';
import { serverTransport } from './server-transport.ts';

/** Where the gateway is. */
export const gatewayPath = '/docker/socket';

const largestMessage = 32 * 2 ** 20;
const largestGreeting = 4096;
const mostConnections = 64;
/** Milliseconds that a page has for its greeting, between two signs of life, and for its part of the end. */
const patience = { greeting: 10_000, life: 30_000, goodbye: 1000 };

/** What a gateway hands out. */
export interface GatewayOptions {
  /** What only the server's own pages know. */
  token: string;
  /** The names that pages may come under, besides addresses. */
  hostnames: ReadonlySet<string>;
  /** The sessions, once they can be had; tells meanwhile what is made. Asked anew for each page, so that what failed may work later. Rejects with a `ServerRefusal` as the error's code. */
  sessions(waiting: (waiting: Waiting) => void): Promise<Sessions>;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseGreeting(text: string): Greeting | undefined {
  try {
    const { token, session } = JSON.parse(text) as Partial<Greeting>;
    if (typeof token !== 'string') return undefined;
    return typeof session?.id === 'string' && typeof session.token === 'string' ? { token, session } : { token };
  } catch {
    return undefined;
  }
}

/** Lets pages of this server have sessions over WebSockets. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  readonly #alive = new WeakSet<WebSocket>();
  /** The page that has a session. */
  readonly #pages = new Map<Session, WebSocket>();
  readonly #lives: NodeJS.Timeout;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#lives = setInterval(() => this.#checkLives(), patience.life).unref();
  }

  /** An HTTP connection asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Who asked may be gone before the answer.
    socket.on('error', () => socket.destroy());
    const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== gatewayPath) return refuse('404 Not Found');
    if (!isOwnPage(request.headers, this.#options.hostnames)) return refuse('403 Forbidden');
    if (this.#server.clients.size >= mostConnections) return refuse('503 Service Unavailable');
    this.#server.handleUpgrade(request, socket, head, (page) => {
      request.socket.setNoDelay(true);
      this.#alive.add(page);
      page.on('pong', () => this.#alive.add(page));
      // What follows an error is its close.
      page.on('error', () => undefined);
      this.#greet(page).catch((error: unknown) => {
        this.#reply(page, { kind: 'refused', error: toErrorData(error) });
        page.close(1000);
      });
    });
  }

  /** Closes all connections; sessions stay as they are. */
  dispose(): void {
    clearInterval(this.#lives);
    for (const page of this.#server.clients) {
      page.close(closeCodes.ending);
      // One that does not answer is not waited for.
      setTimeout(() => page.terminate(), patience.goodbye).unref();
    }
    this.#server.close();
  }

  async #greet(page: WebSocket): Promise<void> {
    const greeting = await this.#greeting(page);
    if (!greeting) return page.close(closeCodes.malformed);
    if (!isSame(greeting.token, this.#options.token)) throw new ProtocolError({ code: 'wrong-token', message: 'This page is not of this server, or of an earlier run of it.' });
    const sessions = await this.#options.sessions((waiting) => this.#reply(page, { kind: 'waiting', waiting }));
    const { session, key } = await sessions.open(greeting.session);
    await this.#serve(page, sessions, session, key);
  }

  #greeting(page: WebSocket): Promise<Greeting | undefined> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(undefined), patience.greeting);
      page.once('close', () => resolve(undefined));
      page.once('message', (data: Buffer, isBinary) => {
        clearTimeout(late);
        resolve(isBinary || data.length > largestGreeting ? undefined : parseGreeting(data.toString()));
      });
    });
  }

  async #serve(page: WebSocket, sessions: Sessions, session: Session, key: SessionKey): Promise<void> {
    const release = await sessions.hold(session);
    // One page at a time: two would type into the same shells.
    this.#pages.get(session)?.close(closeCodes.taken);
    this.#pages.set(session, page);
    const service = new SessionService(session, serverTransport(page));
    const lost = session.onLost(() => page.close(closeCodes.ending));
    const end = (): void => {
      lost.dispose();
      service.dispose();
      if (this.#pages.get(session) === page) this.#pages.delete(session);
      release();
    };
    if (page.readyState !== page.OPEN) return end();
    page.once('close', end);
    this.#reply(page, { kind: 'welcome', session: key });
  }

  #reply(page: WebSocket, reply: Reply): void {
    if (page.readyState === page.OPEN) page.send(JSON.stringify(reply));
  }

  /** A page whose machine sleeps or whose cable is cut is gone without a word. */
  #checkLives(): void {
    for (const page of this.#server.clients) {
      if (!this.#alive.delete(page)) page.terminate();
      else page.ping();
    }
  }
}
