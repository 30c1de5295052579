import type { ByteSource, ByteStream } from '../../../base/index.ts';
import type { ContainerSummary } from '../../api/index.ts';
import { StatusError } from '../../cli/index.ts';
import { isDockerError } from '../../client/index.ts';
import { startProject, stopProject } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { followContainers, LogScreen, readLines, type ContainerNews } from '../logs/index.ts';
import { byName, projectContainers, serviceOf, shortNameOf } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import { quietWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { killProject } from './kill.ts';

export interface AttachedOptions {
  /** Services that were named. */
  services: readonly string[];
  attachTo: readonly string[];
  /** Whether the end of one container stops all. */
  cascade: boolean;
  exitCodeFrom: string;
  timeout: number | undefined;
  color: boolean;
  prefix: boolean;
  timestamps: boolean;
}

/** Starts a project and shows its logs until its containers have ended. Ctrl-C stops it, a second one kills it. */
export async function runAttached(compose: Compose, project: Project, options: AttachedOptions): Promise<void> {
  const run = new AttachedRun(compose, project, options);
  try {
    await run.run();
  } finally {
    await run.end();
  }
}

class AttachedRun {
  readonly #compose: Compose;
  readonly #project: Project;
  readonly #options: AttachedOptions;
  readonly #screen: LogScreen;
  readonly #finished = new AbortController();
  /** Containers whose end is waited for; whether their logs are shown. */
  readonly #containers = new Map<string, boolean>();
  /** By container, when all that it wrote was read. */
  readonly #outputs = new Map<string, Promise<void>>();
  readonly #streams: ByteStream[] = [];
  #aborting = false;
  #exitCode = 0;

  constructor(compose: Compose, project: Project, options: AttachedOptions) {
    this.#compose = compose;
    this.#project = project;
    this.#options = options;
    this.#screen = new LogScreen(compose, options);
  }

  async run(): Promise<void> {
    const compose = this.#compose;
    const { attachTo, services } = this.#options;
    const since = compose.clock.now();
    const watched = [...new Set([...attachTo, ...services])];
    const containers = await projectContainers(compose.client, this.#project.name, { oneOff: 'exclude', all: true, services: watched });
    const attached = byName(containers.filter((container) => attachTo.includes(serviceOf(container))));
    if (attached.length > 0) await compose.out.print(`Attaching to ${attached.map((container) => shortNameOf(container, compose.separator)).join(', ')}\n`);
    for (const container of attached) await this.#attach(container);
    const interrupted = this.#handleInterrupts();
    const following = followContainers(compose, this.#project.name, containers, { since, services: watched, signal: this.#finished.signal }, (news) => this.#take(news));
    following.catch(() => undefined);
    const starting = startProject(compose, quietWriter, this.#project);
    starting.catch(() => undefined);
    // A stop while it still starts makes starting fail, which then is no news.
    await Promise.race([starting, interrupted.promise]);
    await Promise.race([following, interrupted.promise]);
    if (interrupted.stopping()) {
      await interrupted.promise;
      throw new ComposeError('canceled', 'canceled');
    }
    if (this.#exitCode !== 0) throw new StatusError(this.#exitCode);
  }

  async end(): Promise<void> {
    this.#finished.abort();
    for (const stream of this.#streams) stream.close();
    await this.#screen.flush();
    await this.#compose.flush();
  }

  async #attach(container: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>): Promise<void> {
    const { client, separator } = this.#compose;
    const name = shortNameOf(container, separator);
    this.#containers.set(container.Id, true);
    this.#screen.register(name);
    const { Config: config } = await client.containers.inspect(container.Id);
    const source = await this.#output(container.Id);
    const ended = readLines(source, config.Tty, (line, which) => {
      if (!this.#aborting) this.#screen.line(name, line, which);
    }).catch(() => undefined);
    this.#outputs.set(container.Id, ended);
  }

  /** The container's output from now on; of one that can't be attached to, such as one that restarts, its log. */
  async #output(id: string): Promise<ByteSource> {
    const { containers } = this.#compose.client;
    try {
      const { stream } = await containers.attach(id, { stream: true, stdin: true, stdout: true, stderr: true });
      this.#streams.push(stream);
      return stream;
    } catch (error) {
      if (!isDockerError(error)) throw error;
      return containers.logs(id, { stdout: true, stderr: true, follow: true, signal: this.#finished.signal });
    }
  }

  async #take(news: ContainerNews): Promise<void> {
    if (news.kind === 'replaces') return void this.#containers.set(news.id, true);
    if (news.kind === 'start') {
      if (this.#options.attachTo.includes(news.service)) await this.#attach(news.container);
      return;
    }
    const isShown = this.#containers.get(news.id) ?? false;
    // What a container wrote comes before the news of its end.
    await this.#outputs.get(news.id);
    if (!this.#aborting && isShown) {
      this.#screen.status(news.name, `exited with code ${news.exitCode}`);
      if (news.kind === 'recreated') this.#screen.status(news.name, 'has been recreated');
    }
    if (!news.restarting) this.#containers.delete(news.id);
    if (this.#options.cascade) await this.#cascade(news);
    if (this.#containers.size === 0) this.#finished.abort();
  }

  async #cascade(news: ContainerNews): Promise<void> {
    const from = this.#options.exitCodeFrom || (this.#aborting ? '' : news.service);
    if (news.kind === 'exit' && from === news.service) this.#exitCode = news.exitCode;
    if (this.#aborting) return;
    this.#aborting = true;
    await this.#screen.flush();
    await this.#compose.say('Aborting on container exit...\n');
    await this.#stop();
  }

  #stop(): Promise<void> {
    return this.#compose.progress((writer) => stopProject(this.#compose, writer, this.#project.name, this.#project, this.#options.services, this.#options.timeout), 'Stopping');
  }

  /** The promise resolves when an interrupted project has stopped, or was killed as well; never without an interrupt. */
  #handleInterrupts(): { promise: Promise<void>; stopping: () => boolean } {
    const work: Promise<void>[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => undefined);
    const begin = (what: Promise<void>): void => {
      work.push(what);
      const count = work.length;
      // What began later is waited for by itself.
      void Promise.all(work).then(() => count === work.length && resolve(), reject);
    };
    this.#compose.onInterrupt(() => {
      begin(work.length === 0 ? this.#stopGracefully() : killProject(this.#compose, this.#project, this.#options.services));
      return true;
    });
    return { promise, stopping: () => work.length > 0 };
  }

  async #stopGracefully(): Promise<void> {
    this.#aborting = true;
    await this.#screen.flush();
    await this.#compose.out.print('\x1b[2K');
    await this.#compose.say('Gracefully stopping... (press Ctrl+C again to force)\n');
    await this.#stop();
  }
}
