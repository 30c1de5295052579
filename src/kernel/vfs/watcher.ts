import type { Dentry, Location } from './mount.ts';

interface Watch {
  path: string;
  listener: (paths: readonly string[]) => void;
  changed: Set<string>;
  /** Whether the listener may still be called. */
  open: () => boolean;
}

/** Who watches which part of the tree. A change costs nothing while nobody watches. */
export class Watcher {
  readonly #watches = new Map<Dentry, Set<Watch>>();
  readonly #defer: (callback: () => void) => void;
  #scheduled = false;

  /** `defer` runs a callback after the current turn. */
  constructor(defer: (callback: () => void) => void) {
    this.#defer = defer;
  }

  /** Calls `listener`, at most once a turn, with the changed paths at or below `location`, which is named `path`. */
  watch(location: Location, path: string, listener: Watch['listener'], open: () => boolean): () => void {
    const { dentry } = location;
    const watch: Watch = { path: path.replace(/(?<=.)\/+$/, ''), listener, changed: new Set(), open };
    let watches = this.#watches.get(dentry);
    if (!watches) {
      watches = new Set();
      this.#watches.set(dentry, watches);
    }
    watches.add(watch);
    return () => {
      watches.delete(watch);
      watch.changed.clear();
      if (watches.size === 0) this.#watches.delete(dentry);
    };
  }

  /** Something changed at a place, or its entry `name`. */
  changed(location: Location, name: string | undefined): void {
    if (this.#watches.size === 0) return;
    this.#climb(location, name, false);
    // A bind mount shows a part of the tree that others watch at its own place.
    if (location.mount.root.parent) this.#climb(location, name, true);
  }

  #climb(location: Location, name: string | undefined, withinFs: boolean): void {
    const names = name === undefined ? [] : [name];
    let { mount, dentry } = location;
    for (;;) {
      for (const watch of this.#watches.get(dentry) ?? []) {
        const below = names.length === 0 ? '' : `/${names.toReversed().join('/')}`;
        watch.changed.add(watch.path === '/' ? below || '/' : watch.path + below);
        this.#schedule();
      }
      if (!withinFs && dentry === mount.root) {
        if (!mount.parent || !mount.mountpoint) return;
        dentry = mount.mountpoint;
        mount = mount.parent;
        continue;
      }
      if (!dentry.parent) return;
      names.push(dentry.name);
      dentry = dentry.parent;
    }
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // After the program's own turn, so that a burst of changes is told once.
    this.#defer(() => this.#tell());
  }

  #tell(): void {
    this.#scheduled = false;
    for (const watches of [...this.#watches.values()]) {
      for (const watch of [...watches]) {
        if (watch.changed.size === 0) continue;
        const paths = [...watch.changed];
        watch.changed.clear();
        if (watch.open()) watch.listener(paths);
      }
    }
  }

  dispose(): void {
    this.#watches.clear();
  }
}
