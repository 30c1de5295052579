/** Something that was opened and must be closed. Calling `dispose` twice is safe. */
export interface Disposable {
  dispose(): void;
}

/** Makes a disposable of a function; the function runs at most once. */
export function toDisposable(close: () => void): Disposable {
  let open = true;
  return {
    dispose() {
      if (!open) return;
      open = false;
      close();
    },
  };
}

/** Owns disposables: disposing of it disposes of them, the last added first. One added afterwards is disposed of at once. */
export class DisposableStore implements Disposable {
  readonly #items: Disposable[] = [];
  #disposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    for (let item = this.#items.pop(); item; item = this.#items.pop()) item.dispose();
  }
}
