import type { Backend } from '../../../backend/index.ts';
import { type Disposable, DisposableStore, Emitter, type Event } from '../../../base/index.ts';
import type { EngineAnswers } from './engine-answers.ts';
import { allKinds, EventLines, type Kind, kindsOf } from './event-kinds.ts';
import { HostReader } from './host-reader.ts';

/** What is known of a host: its engine's answers, or that no engine answers. */
export type HostView = { kind: 'answers'; answers: EngineAnswers } | { kind: 'stopped'; why: string };

/** Events come in bursts: how long is waited for more of them, and how long for what has no event (untagged builds, files written). Milliseconds. */
const waits = { event: 40, write: 900 } as const;

/** Follows one host's engine: reads all once, then again what its events say has changed. Nothing is asked unless something happened. */
export class HostWatch implements Disposable {
  readonly #backend: Backend;
  readonly #host: string;
  readonly #reader: HostReader;
  readonly #views = new Emitter<HostView>();
  readonly #store = new DisposableStore();
  readonly #due = new Set<Kind>();
  #following: Disposable | undefined;
  #timer: { id: number; at: number } | undefined;
  #reading = false;
  #stopped = false;
  #closed = false;

  readonly onView: Event<HostView> = this.#views.event;

  constructor(backend: Backend, host: string) {
    this.#backend = backend;
    this.#host = host;
    this.#reader = new HostReader((path) => backend.engine({ host, method: 'GET', path }));
    this.#store.add(
      backend.onChange((change) => {
        if (change.host !== host || !change.engine) return;
        if (this.#stopped) void this.look();
        else this.#read(['containers', 'images', 'sizes'], waits.write);
      }),
    );
  }

  /** Asks the engine now, and follows it from now on. */
  async look(): Promise<void> {
    this.#following?.dispose();
    this.#stopped = false;
    const lines = new EventLines();
    try {
      const following = await this.#backend.followEngine(
        { host: this.#host, path: '/events' },
        (piece) => this.#read(lines.take(piece).flatMap(kindsOf), waits.event),
        () => this.#stop(''),
      );
      if (this.#closed) return following.dispose();
      this.#following = following;
      this.#read(allKinds, 0);
    } catch (error) {
      this.#stop(error instanceof Error ? error.message : String(error));
    }
  }

  dispose(): void {
    this.#closed = true;
    clearTimeout(this.#timer?.id);
    this.#following?.dispose();
    this.#store.dispose();
    this.#views.dispose();
  }

  #stop(why: string): void {
    this.#stopped = true;
    clearTimeout(this.#timer?.id);
    this.#timer = undefined;
    if (!this.#closed) this.#views.fire({ kind: 'stopped', why });
  }

  /** These kinds are read again, in `wait` at the latest. */
  #read(kinds: readonly Kind[], wait: number): void {
    if (kinds.length === 0 || this.#closed || this.#stopped) return;
    for (const kind of kinds) this.#due.add(kind);
    const at = performance.now() + wait;
    if (this.#timer && this.#timer.at <= at) return;
    clearTimeout(this.#timer?.id);
    this.#timer = { at, id: window.setTimeout(() => void this.#readDue(), wait) };
  }

  async #readDue(): Promise<void> {
    this.#timer = undefined;
    if (this.#reading) return;
    this.#reading = true;
    const kinds = new Set(this.#due);
    this.#due.clear();
    try {
      const answers = await this.#reader.read(kinds);
      if (!this.#closed && !this.#stopped) this.#views.fire({ kind: 'answers', answers });
    } catch (error) {
      this.#stop(error instanceof Error ? error.message : String(error));
    }
    this.#reading = false;
    if (this.#due.size > 0) this.#read([...this.#due], waits.event);
  }
}
