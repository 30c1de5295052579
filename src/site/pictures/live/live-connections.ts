import { type Disposable, Emitter, type Event } from '../../../base/index.ts';
import type { HostState, LabHost } from '../../dock/lab-host.ts';
import { type Connection, Connections } from './connection.ts';

/** TCP connections of the learner's first host from when a picture first asked. Where packets cannot be watched there never are any. */
export class LiveConnections {
  readonly #changes = new Emitter<void>();
  #connections = new Connections();
  #watched: Promise<Disposable> | undefined;
  #watchers = 0;
  #available = false;
  readonly #host: LabHost;

  constructor(host: LabHost) {
    this.#host = host;
    host.onState((state) => this.#follow(state));
  }

  /** Whether the host at hand can be watched. */
  get available(): boolean {
    return this.#available;
  }

  /** The newest first. */
  get list(): readonly Connection[] {
    return this.#connections.list;
  }

  /** Tells when `available` or `list` have changed; the host is watched while somebody listens. */
  readonly onChange: Event<void> = (listener) => {
    const listening = this.#changes.event(listener);
    if (++this.#watchers === 1) this.#follow(this.#host.state);
    return {
      dispose: () => {
        listening.dispose();
        if (--this.#watchers === 0) this.#stop();
      },
    };
  };

  #follow(state: HostState): void {
    this.#stop();
    if (this.#watchers === 0) return;
    this.#available = state.kind === 'ready' && state.backend.capabilities.networkEvents === true;
    if (state.kind === 'ready' && this.#available) {
      const watched = state.backend.watchNetwork(({ events }) => {
        if (this.#connections.add(events)) this.#changes.fire();
      });
      watched.catch(() => undefined);
      this.#watched = watched;
    }
    this.#changes.fire();
  }

  #stop(): void {
    this.#watched?.then((watched) => watched.dispose()).catch(() => undefined);
    this.#watched = undefined;
    this.#available = false;
    this.#connections = new Connections();
  }
}
