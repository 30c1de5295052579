import type { ByteStream } from '../../base/index.ts';
import { requestHttp } from '../../base/http/index.ts';
import type { HostChange } from '../../protocol/index.ts';
import type { LabHost } from '../lab-host/index.ts';
import { EngineChanges } from './engine-changes.ts';
import type { StartedHosts } from './host-pool.ts';

/** The hosts of a session while they run: watched, so that what changes there is told. */
export class RunningHosts {
  readonly #started: StartedHosts;
  readonly #told: (change: HostChange) => void;
  readonly #ready = new Map<LabHost, Promise<void>>();
  readonly #engines = new Map<LabHost, EngineChanges>();
  readonly #open = new Set<{ close(): void }>();
  #disposed = false;
  readonly #lost = Promise.withResolvers<void>();
  /** Resolves when one of them has ended by itself. */
  readonly lost: Promise<void> = this.#lost.promise;

  /** Resolves when changes are told: what is done to hosts from here waits for it, but no shell does. */
  readonly watched: Promise<void>;

  /** Watches the learner's home on each host, and its engine. */
  constructor(started: StartedHosts, user: string, told: (change: HostChange) => void) {
    this.#started = started;
    this.#told = told;
    const home = user === 'root' ? '/root' : `/home/${user}`;
    this.watched = Promise.all([...started.group.hosts].map(([name, host]) => this.#watch(name, host, home))).then(() => undefined, () => this.#lost.resolve());
  }

  get hosts(): ReadonlyMap<string, LabHost> {
    return this.#started.group.hosts;
  }

  get disks(): Readonly<Record<string, string>> {
    return this.#started.disks;
  }

  /** Resolves when the engine of a host has answered once since it was started, or has failed to. */
  ready(host: LabHost): Promise<void> {
    let ready = this.#ready.get(host);
    if (!ready) this.#ready.set(host, (ready = host.engineAnswers().catch(() => undefined)));
    return ready;
  }

  /** A check begins on a host: what it does is not told. Call the result when it has ended. */
  check(host: LabHost): () => void {
    return this.#engines.get(host)?.check() ?? (() => undefined);
  }

  connectEngine(host: LabHost): Promise<ByteStream> {
    return host.open(['socat', '-', 'UNIX-CONNECT:/run/docker.sock']);
  }

  /** Whether all of them still run. */
  async alive(): Promise<boolean> {
    const answers = await Promise.all([...this.hosts.values()].map((host) => host.exec('true')));
    return answers.every(({ exitCode }) => exitCode === 0);
  }

  /** Ends the hosts; their disks stay. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    for (const each of this.#open) each.close();
    await this.#started.group.dispose();
  }

  async #watch(name: string, host: LabHost, home: string): Promise<void> {
    const changes = new EngineChanges(() => this.#told({ host: name, paths: [], engine: true }));
    this.#engines.set(host, changes);
    let started = Promise.withResolvers<void>();
    const watch = async (): Promise<{ close(): void; readonly ended: Promise<void> }> => {
      const watching = await host.watch(home, {
        paths: (paths) => this.#told({ host: name, paths, engine: false }),
        engine: () => started.resolve(),
      });
      this.#open.add(watching);
      return watching;
    };
    const keepWatching = async (first: Awaited<ReturnType<typeof watch>>): Promise<void> => {
      for (let watching = first; ; watching = await watch()) {
        await watching.ended;
        this.#open.delete(watching);
        // The learner may have ended the watch alone.
        if (this.#disposed || (await host.exec('true')).exitCode !== 0) break;
      }
    };
    const followEngine = async (): Promise<void> => {
      await this.ready(host);
      for (; !this.#disposed; await started.promise) {
        started = Promise.withResolvers();
        await this.#followEvents(host, changes);
        this.#told({ host: name, paths: [], engine: true });
      }
    };
    // Either fails only when the host is gone.
    keepWatching(await watch()).catch(() => undefined).finally(() => this.#disposed || this.#lost.resolve());
    followEngine().catch(() => undefined);
  }

  /** Until the engine ends. */
  async #followEvents(host: LabHost, changes: EngineChanges): Promise<void> {
    const stream = await this.connectEngine(host);
    this.#open.add(stream);
    try {
      const { body } = await requestHttp(stream, { path: '/events', headers: { Host: 'docker' } });
      const decoder = new TextDecoder();
      for (let bytes = await body.read(); bytes.length > 0; bytes = await body.read()) changes.push(decoder.decode(bytes, { stream: true }));
    } catch {
      // The connection ended with the engine.
    } finally {
      this.#open.delete(stream);
      stream.close();
    }
  }
}
