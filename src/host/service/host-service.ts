import { type Clock, type Disposable, DisposableStore } from '../../base/index.ts';
import { type BootParams, type BootResult, type ConnectEngine, EngineService, type Handlers, type PortRequest, type PortResponse, ProtocolError, type SendEvent, sendPortRequest, serveRpc, TerminalService, type Transport } from '../../protocol/index.ts';
import type { Host, HostSnapshot } from '../host.ts';
import { bootLabHosts } from '../lab-hosts.ts';
import { Saver } from '../persistence/saver.ts';
import type { StateStore } from '../persistence/state-store.ts';
import { ChangeReporter } from './change-reporter.ts';
import { NetworkReporter } from './network-reporter.ts';

/** The hosts of one lab, served to a page: answers the protocol over a transport, keeps the state in a store. */
export class HostService implements Disposable {
  readonly #store: StateStore;
  readonly #clock: Clock;
  readonly #send: SendEvent;
  readonly #terminals: TerminalService;
  readonly #network: NetworkReporter;
  readonly #engine: EngineService;
  readonly #others: ReadonlyMap<string, (request: PortRequest) => Promise<PortResponse>>;
  #opened = new DisposableStore();
  #hosts: ReadonlyMap<string, Host> = new Map();
  #params: BootParams | undefined;
  #saver: Saver | undefined;

  /** `others`: machines that are no hosts of the lab and answer requests to their ports, by name. */
  constructor(transport: Transport, store: StateStore, clock: Clock, others: ReadonlyMap<string, (request: PortRequest) => Promise<PortResponse>> = new Map()) {
    this.#others = others;
    this.#store = store;
    this.#clock = clock;
    this.#send = serveRpc(transport, this.#handlers());
    this.#terminals = new TerminalService(this.#send);
    this.#network = new NetworkReporter(clock, (events) => void this.#send('network', events));
    this.#engine = new EngineService(this.#send);
  }

  /** Keeps what is not kept yet; rejects when that fails. */
  async save(): Promise<void> {
    await this.#saver?.flush();
  }

  dispose(): void {
    this.#terminals.dispose();
    this.#network.dispose();
    this.#engine.dispose();
    this.#opened.dispose();
    void this.#shutDown();
  }

  #host(name?: string): Host {
    const host = name === undefined ? this.#hosts.values().next().value : this.#hosts.get(name);
    if (!host) throw new ProtocolError({ code: 'no-such-host', message: `The lab has no host ${name ?? ''}.`, data: { host: name } });
    return host;
  }

  /** Connects to the host's engine as any client on it does. */
  #engineOf(name?: string): ConnectEngine {
    const { init } = this.#host(name).kernel;
    return async () => init.stream(await init.connect({ family: 'unix', path: '/var/run/docker.sock' }));
  }

  #requestPort(request: PortRequest): Promise<PortResponse> {
    const other = request.host === undefined || this.#hosts.has(request.host) ? undefined : this.#others.get(request.host);
    if (other) return other(request);
    const host = this.#host(request.host);
    return sendPortRequest(request, host.hostname, this.#clock, (timeoutMs) => host.kernel.connectFromOutside(request.port, timeoutMs));
  }

  get #user(): string {
    return this.#params?.user ?? 'root';
  }

  #handlers(): Handlers {
    return {
      boot: (params) => this.#boot(params),
      'terminal.open': ({ host, user, size, language }) => ({ terminal: this.#terminals.open(this.#host(host).openSession(user ?? this.#user, size, language)) }),
      'terminal.write': ({ terminal, data }) => this.#terminals.write(terminal, data),
      'terminal.resize': ({ terminal, size }) => this.#terminals.resize(terminal, size),
      'terminal.ack': ({ terminal, bytes }) => this.#terminals.acknowledge(terminal, bytes),
      'terminal.close': ({ terminal }) => this.#terminals.close(terminal),
      exec: ({ script, options: { host, sealed, ...options } }) => this.#host(host).exec(script, { ...options, ...(sealed !== undefined && { sealed }) }),
      'files.list': ({ host, path }) => this.#host(host).files.list(path),
      'files.read': ({ host, path }) => this.#host(host).files.read(path),
      'files.write': ({ host, path, data, mode, user }) => this.#host(host).files.write(path, data, { mode, user: user ?? this.#user }),
      'files.mkdir': ({ host, path }) => this.#host(host).files.mkdir(path, this.#user),
      'files.rename': ({ host, from, to }) => this.#host(host).files.rename(from, to),
      'files.remove': ({ host, path }) => this.#host(host).files.remove(path),
      engine: ({ host, method, path }) => this.#engine.request(this.#engineOf(host), method, path),
      'engine.follow': async ({ host, path }) => ({ follow: await this.#engine.follow(this.#engineOf(host), path) }),
      'engine.unfollow': ({ follow }) => this.#engine.close(follow),
      'http.request': (request) => this.#requestPort(request),
      'network.watch': ({ host, on }) => this.#network.watch(this.#host(host), on),
      save: () => this.save(),
      reset: () => this.#reset(),
    };
  }

  async #boot(params: BootParams): Promise<BootResult> {
    if (this.#params) throw new ProtocolError({ code: 'already-booted', message: 'The hosts of this lab run already.' });
    this.#params = params;
    const kept = params.stateKey === undefined ? undefined : await this.#load(params.stateKey);
    this.#hosts = await bootLabHosts(params.hosts, { snapshots: kept, clock: this.#clock });
    this.#observe();
    return { resumed: kept !== undefined };
  }

  /** What was kept, if it is complete; a state that can't be read counts as none. */
  async #load(key: string): Promise<Record<string, HostSnapshot> | undefined> {
    try {
      const kept = (await this.#store.load(key)) as { version?: unknown; hosts?: Record<string, HostSnapshot> } | undefined;
      if (kept?.version !== 1 || !kept.hosts) return undefined;
      const { hosts } = kept;
      return this.#params?.hosts.every((name) => hosts[name]?.version === 1) ? hosts : undefined;
    } catch (error) {
      this.#saveFailed(error);
      return undefined;
    }
  }

  #observe(): void {
    const { stateKey } = this.#params ?? {};
    const saver = new Saver({
      clock: this.#clock,
      save: async () => {
        if (stateKey === undefined) return;
        const hosts = Object.fromEntries([...this.#hosts].map(([name, host]) => [name, host.snapshot()]));
        await this.#store.save(stateKey, { version: 1, hosts });
      },
      failed: (error) => this.#saveFailed(error),
    });
    this.#saver = saver;
    this.#opened.add(saver);
    for (const [name, host] of this.#hosts) {
      const reporter = new ChangeReporter(host, name, this.#user, (change) => void this.#send('change', change));
      this.#opened.add(reporter);
      this.#opened.add(host.onChange(() => saver.changed()));
    }
  }

  #saveFailed(error: unknown): void {
    const { code = 'storage-refused', message = String(error) } = error as { code?: string; message?: string };
    void this.#send('save.failed', { code, message });
  }

  async #reset(): Promise<void> {
    const params = this.#params;
    if (!params) throw new ProtocolError({ code: 'not-booted', message: 'There is no host to reset yet.' });
    this.#terminals.closeAll();
    await this.#saver?.stop();
    this.#opened.dispose();
    this.#opened = new DisposableStore();
    await this.#shutDown();
    if (params.stateKey !== undefined) await this.#store.remove(params.stateKey);
    this.#hosts = await bootLabHosts(params.hosts, { clock: this.#clock });
    this.#observe();
  }

  async #shutDown(): Promise<void> {
    const hosts = [...this.#hosts.values()];
    this.#hosts = new Map();
    await Promise.all(hosts.map((host) => host.dispose()));
  }
}
