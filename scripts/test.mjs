// npm test [-- SUITE…]: everything, or the suites named.
import { ensureInstalled } from './install/node-modules.mjs';
import { nodePath } from './install/node.mjs';
import { main, readOptions } from './process/options.mjs';
import { runSuites } from './test/schedule.mjs';
import { chooseSuites, suites } from './test/suites.mjs';

const usage = `Usage: npm test [-- [--verbose] SUITE…]\nSuites:\n${suites.map((suite) => `  ${suite.name.padEnd(14)}${suite.about}`).join('\n')}`;
const signs = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

await main(async () => {
  const { values, positionals } = readOptions(usage, { verbose: { type: 'boolean' } }, true);
  const chosen = chooseSuites(positionals);
  await ensureInstalled();
  nodePath();
  const began = performance.now();
  const results = await runSuites(chosen, ({ suite, verdict, seconds, words }) => {
    const time = verdict === 'skipped' ? '' : `${seconds.toFixed(1)} s`;
    process.stdout.write(`${signs[verdict]}  ${suite.name.padEnd(14)}${time.padStart(8)}  ${verdict === 'skipped' ? words : suite.about}\n`);
    if (verdict === 'failed' || (values.verbose && verdict === 'passed')) process.stdout.write(`\n${words.trimEnd()}\n\n`);
  });
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  const failed = results.filter((result) => result.verdict === 'failed').map((result) => result.suite.name);
  process.stdout.write(`\nin ${((performance.now() - began) / 1000).toFixed(0)} s${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}\n`);
  process.stdout.write(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`);
  process.exit(failed.length > 0 ? 1 : 0);
});
