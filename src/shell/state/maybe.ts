/** A value now, or a promise when something had to be waited for. Most expansions never wait, and a loop is fast because of that. */
export type Maybe<T> = T | Promise<T>;

/** Goes on with `step` at once when the value is there. */
export function chain<T, U>(value: Maybe<T>, step: (value: T) => Maybe<U>): Maybe<U> {
  return value instanceof Promise ? value.then(step) : step(value);
}

/** Runs `step` for each item in order; waits only where it has to. */
export function forEachMaybe<T>(items: readonly T[], step: (item: T, index: number) => Maybe<void>, from = 0): Maybe<void> {
  for (let index = from; index < items.length; index++) {
    const result = step(items[index] as T, index);
    if (result instanceof Promise) return result.then(() => forEachMaybe(items, step, index + 1));
  }
  return undefined;
}
