// npm run conformance: plays every recording in the sandbox and writes the table that the page "How real is it?" shows.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { countCases, measure, tablePath, type Score } from './scores.ts';

const percent = ({ agree, of }: Pick<Score, 'agree' | 'of'>): string => `${agree} of ${of} (${((100 * agree) / of).toFixed(1)} %)`;

const scores: Score[] = [];
for (const topic of countCases()) {
  const score = await measure(topic);
  scores.push(score);
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
