/** A value, or a promise of it where something had to be waited for. */
export type Pending<T> = T | Promise<T>;

/** Goes on with a value, at once where it is there. */
export function after<T, R>(value: Pending<T>, use: (value: T) => Pending<R>): Pending<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
