import { type Disposable, DisposableStore, systemClock } from '../../base/index.ts';
import { type ConnectEngine, EngineService, type ExecOptions, type ExecResult, type Handlers, type PortRequest, type PortResponse, ProtocolError, sendPortRequest, type SendEvent, serveRpc, TerminalService, type Transport } from '../../protocol/index.ts';
import { hostFiles } from './host-files.ts';
import type { Session } from './session.ts';

/** A session, served to the page at the other end of a transport: answers the protocol as the sandbox's HostService does. */
export class SessionService implements Disposable {
  readonly #session: Session;
  readonly #send: SendEvent;
  readonly #terminals: TerminalService;
  readonly #engine: EngineService;
  readonly #opened = new DisposableStore();
  /** Shells that go with this page, by number. */
  readonly #passing = new Map<number, () => void>();
  readonly #names = new Map<number, { host: string | undefined; name: string }>();

  constructor(session: Session, transport: Transport) {
    this.#session = session;
    this.#send = serveRpc(transport, this.#handlers());
    this.#terminals = new TerminalService(this.#send);
    this.#engine = new EngineService(this.#send);
    this.#opened.add(session.onChange((change) => void this.#send('change', change)));
  }

  /** The page is gone. Its hosts stay, and so do shells with a name. */
  dispose(): void {
    this.#opened.dispose();
    this.#engine.dispose();
    this.#terminals.dispose();
    for (const close of this.#passing.values()) close();
    this.#passing.clear();
  }

  #handlers(): Handlers {
    const session = this.#session;
    return {
      boot: (params) => session.boot(params),
      'terminal.open': (options) => this.#open(options),
      'terminal.write': ({ terminal, data }) => this.#terminals.write(terminal, data),
      'terminal.resize': ({ terminal, size }) => this.#terminals.resize(terminal, size),
      'terminal.ack': ({ terminal, bytes }) => this.#terminals.acknowledge(terminal, bytes),
      'terminal.close': ({ terminal }) => this.#close(terminal),
      exec: ({ script, options }) => this.#exec(script, options),
      'files.list': async ({ host, path }) => hostFiles.list(await session.watchedHost(host), path),
      'files.read': async ({ host, path }) => hostFiles.read(await session.watchedHost(host), path),
      'files.write': async ({ host, path, data, mode, user }) => hostFiles.write(await session.watchedHost(host), path, data, user ?? session.user, mode),
      'files.mkdir': async ({ host, path }) => hostFiles.mkdir(await session.watchedHost(host), path, session.user),
      'files.rename': async ({ host, from, to }) => hostFiles.rename(await session.watchedHost(host), from, to),
      'files.remove': async ({ host, path }) => hostFiles.remove(await session.watchedHost(host), path),
      engine: async ({ host, method, path }) => this.#engine.request(await this.#engineOf(host), method, path),
      'engine.follow': async ({ host, path }) => ({ follow: await this.#engine.follow(await this.#engineOf(host), path) }),
      'engine.unfollow': ({ follow }) => this.#engine.close(follow),
      'http.request': (request) => this.#requestPort(request),
      'network.watch': () => {
        throw new ProtocolError({ code: 'unsupported', message: 'Packets can be watched in the sandbox only.' });
      },
      // A disk keeps what is written to it.
      save: () => undefined,
      reset: () => this.#reset(),
    };
  }

  async #open(options: Parameters<Session['openTerminal']>[0]): Promise<{ terminal: number; joined: boolean }> {
    const { session, joined, close } = await this.#session.openTerminal(options);
    const terminal = this.#terminals.open(session);
    if (close) this.#passing.set(terminal, close);
    if (options.name !== undefined) this.#names.set(terminal, { host: options.host, name: options.name });
    return { terminal, joined };
  }

  #close(terminal: number): void {
    this.#terminals.close(terminal);
    this.#passing.get(terminal)?.();
    this.#passing.delete(terminal);
    const named = this.#names.get(terminal);
    if (named) this.#session.closeTerminal(named.host, named.name);
    this.#names.delete(terminal);
  }

  async #exec(script: string, { host: name, sealed, ...options }: ExecOptions): Promise<ExecResult> {
    const host = await this.#session.watchedHost(name);
    const { running } = this.#session;
    // A lab's scripts find an engine, as on a machine that has been on for a while.
    await running.ready(host);
    const checked = sealed ? running.check(host) : undefined;
    try {
      return await host.exec(script, options);
    } finally {
      checked?.();
    }
  }

  async #engineOf(name: string | undefined): Promise<ConnectEngine> {
    const host = this.#session.host(name);
    const { running } = this.#session;
    await running.ready(host);
    return () => running.connectEngine(host);
  }

  #requestPort(request: PortRequest): Promise<PortResponse> {
    const host = this.#session.host(request.host);
    const name = request.host ?? this.#session.record.hosts[0] ?? 'lab';
    return sendPortRequest(request, name, systemClock, (timeoutMs) => host.connectPort(request.port, timeoutMs));
  }

  async #reset(): Promise<void> {
    this.#terminals.closeAll();
    this.#passing.clear();
    this.#names.clear();
    await this.#session.reset();
  }
}
