// npm run fuzz [-- --seed N] [--minutes M] [--trial N] [--failures N]: random scripts on sandbox hosts; status 1 when something went wrong.
import { parseArgs } from 'node:util';
import { describeFailure, fuzz } from './fuzz.ts';

function readOptions() {
  try {
    return parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string', default: '5' }, trial: { type: 'string' }, failures: { type: 'string', default: '1' }, show: { type: 'boolean' } } }).values;
  } catch (error) {
    return refuse(`${(error as Error).message}\n`);
  }
}

function refuse(why: string): never {
  process.stderr.write(`${why}usage: npm run fuzz -- [--seed N] [--minutes M] [--trial N] [--failures N] [--show]\n`);
  process.exit(2);
}

const values = readOptions();
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(seed) || !(minutes > 0)) refuse('');
process.stdout.write(`seed ${seed}, ${minutes} minutes\n`);
const began = performance.now();
const report = await fuzz({
  seed, ms: minutes * 60_000, failures: Number(values.failures), ...(values.trial !== undefined && { only: Number(values.trial) }),
  onProgress: (number, trial) => {
    if (values.show) process.stdout.write(`--- ${number}${trial.interactive ? ' (typed)' : ''}\n${trial.script}\n`);
    else if (number % 500 === 499) process.stdout.write(`${number + 1} scripts, ${Math.round((performance.now() - began) / 1000)} s\n`);
  },
  onFailure: (failure) => process.stdout.write(`\n${describeFailure(failure)}`),
});
process.stdout.write(`${report.trials} scripts in ${Math.round((performance.now() - began) / 1000)} s, ${report.failures.length === 0 ? 'clean' : `${report.failures.length} went wrong`}\n`);
process.exitCode = report.failures.length === 0 ? 0 : 1;
