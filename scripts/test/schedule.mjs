import { availableParallelism } from 'node:os';
import { acquire } from './machine/resources.mjs';

/** @typedef {{ suite: import('./suites.mjs').Suite, verdict: 'passed' | 'failed' | 'skipped', seconds: number, words: string }} Result */

/**
 * Runs the suites in their order, as many at once as there are processors for them.
 * @param {import('./suites.mjs').Suite[]} suites
 * @param {(result: Result) => void} report called as each ends
 * @returns {Promise<Result[]>}
 */
export async function runSuites(suites, report) {
  const processors = availableParallelism();
  /** @type {Map<string, Result>} */
  const results = new Map();
  /** @type {Map<string, string | Error | true>} */
  const ready = new Map();
  const waiting = [...suites];
  let busy = 0;
  /** @type {Set<string>} */
  const taken = new Set();
  let changed = false;
  let resume = () => {};
  const wake = () => {
    changed = true;
    resume();
  };

  // What the machine lacks is fetched while suites that need nothing run.
  for (const suite of suites) {
    void Promise.all((suite.needs ?? []).map(acquire)).then(
      (reasons) => ready.set(suite.name, reasons.find(Boolean) ?? true),
      (error) => ready.set(suite.name, error),
    ).then(() => wake());
  }

  const finish = (suite, verdict, seconds, words) => {
    const result = { suite, verdict, seconds, words };
    results.set(suite.name, result);
    report(result);
    wake();
  };

  const start = (suite) => {
    const weight = Math.min(suite.processors, processors);
    busy += weight;
    if (suite.apart) taken.add(suite.apart);
    const began = performance.now();
    void suite.run(AbortSignal.timeout(suite.minutes * 60_000)).then(
      ({ exitCode, output }) => [exitCode === 0 ? 'passed' : 'failed', output],
      (error) => ['failed', error.message],
    ).then(([verdict, output]) => {
      busy -= weight;
      if (suite.apart) taken.delete(suite.apart);
      const seconds = (performance.now() - began) / 1000;
      const late = seconds >= suite.minutes * 60 ? `\nended after its time limit of ${suite.minutes} minutes` : '';
      finish(suite, verdict, seconds, output + late);
    });
  };

  while (results.size < suites.length) {
    changed = false;
    for (const suite of [...waiting]) {
      const before = (suite.after ?? []).map((name) => results.get(name));
      const failed = before.find((result) => result && result.verdict !== 'passed');
      const state = ready.get(suite.name);
      const fits = !taken.has(suite.apart) && busy + Math.min(suite.processors, processors) <= processors;
      const outcome = failed ? ['failed', `needs ${failed.suite.name}, which ${failed.verdict}`]
        : state instanceof Error ? ['failed', state.message]
          : typeof state === 'string' ? ['skipped', state]
            : undefined;
      if (!outcome && !(state && before.every(Boolean) && fits)) continue;
      waiting.splice(waiting.indexOf(suite), 1);
      if (outcome) finish(suite, outcome[0], 0, outcome[1]);
      else start(suite);
    }
    if (!changed && results.size < suites.length) await new Promise((resolve) => (resume = resolve));
  }
  return suites.map((suite) => results.get(suite.name));
}
