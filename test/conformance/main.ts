// npm run conformance [-- --changed]: plays every recording in the sandbox and writes the table that the page "How real is it?" shows.
// --changed: only topics that have another number of cases than the table says.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { countCases, measure, readTable, tablePath, type Score } from './scores.ts';

const percent = ({ agree, of }: Pick<Score, 'agree' | 'of'>): string => `${agree} of ${of} (${((100 * agree) / of).toFixed(1)} %)`;

const words = process.argv.slice(2);
if (words.some((word) => word !== '--changed')) {
  process.stderr.write(`Usage: npm run conformance [-- --changed]; found ${words.join(' ')}\n`);
  process.exit(2);
}
const known = words.length > 0 ? readTable().scores : [];
const scores: Score[] = [];
for (const topic of countCases()) {
  const before = known.find((one) => one.suite === topic.suite && one.topic === topic.topic && one.of === topic.of);
  const score = before ?? (await measure(topic));
  scores.push(score);
  if (before) continue;
  process.stdout.write(`${score.suite.padEnd(8)}${score.topic.padEnd(28)}${percent(score)}\n`);
}
for (const suite of ['docker', 'compose', 'bash', 'tools'] as const) {
  const own = scores.filter((score) => score.suite === suite);
  process.stdout.write(`${suite.padEnd(8)}${'all'.padEnd(28)}${percent({ agree: sum(own, 'agree'), of: sum(own, 'of') })}\n`);
}
const table = { date: new Date().toISOString().slice(0, 10), commit: commit(), scores };
writeFileSync(tablePath, `# Written by npm run conformance\n${stringify(table, { collectionStyle: 'any', lineWidth: 0 })}`);
process.exit(0);

function sum(own: readonly Score[], field: 'agree' | 'of'): number {
  return own.reduce((total, score) => total + score[field], 0);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
