/** A number that is measured, and what it is held against. */
export interface Measurement {
  /** What is measured, in a few words. */
  what: string;
  value: number;
  unit: 'ms' | 'kB' | 'MB';
  /** The same on the real thing, where it is present. */
  real?: number;
  /** The same with just-bash, where it can do it. */
  justBash?: number;
  /** The most that is promised. */
  limit?: number;
  /** The most that is promised as a multiple of the real thing's. */
  timesReal?: number;
  /** How it was taken: number of runs, conditions. */
  how: string;
}

/** The middle one of numbers; of an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Runs `once` a number of times, one after the other; gives the median of what it gives. */
export async function medianOf(runs: number, once: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await once());
  return median(values);
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
