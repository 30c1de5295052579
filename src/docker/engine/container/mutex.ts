/** Lets one at a time do something that takes several turns. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` after all that were given before it have settled. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
