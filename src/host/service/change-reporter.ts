import { type Disposable, DisposableStore, toDisposable } from '../../base/index.ts';
import type { HostChange } from '../../protocol/index.ts';
import type { Host } from '../host.ts';
import { findUser } from '../user.ts';

/** How many paths a change names before it only says: the home. */
const maxPaths = 100;

/** Tells a page what changed on a host: paths below the learner's home, and whether the engine's state did. */
export class ChangeReporter implements Disposable {
  readonly #opened = new DisposableStore();
  readonly #name: string;
  readonly #home: string;
  readonly #report: (change: HostChange) => void;

  constructor(host: Host, name: string, user: string, report: (change: HostChange) => void) {
    const { init } = host.kernel;
    this.#name = name;
    this.#home = findUser(init, user).home;
    this.#report = report;
    this.#opened.add(toDisposable(init.watch(this.#home, (paths) => this.#fire(paths, false))));
    this.#opened.add(host.onChange(({ engine }) => this.#fire([], engine)));
  }

  dispose(): void {
    this.#opened.dispose();
  }

  #fire(paths: readonly string[], engine: boolean): void {
    this.#report({ host: this.#name, paths: paths.length > maxPaths ? [this.#home] : paths, engine });
  }
}
