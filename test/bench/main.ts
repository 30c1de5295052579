// npm run bench [-- host shell hosts check remote page]: measures, prints, and ends with status 1 when a limit is missed or a subject could not be measured.
import { checkMeasurements } from './check.ts';
import { hostMeasurements } from './host.ts';
import type { Measurement } from './measurement.ts';
import { hostsMeasurements } from './hosts.ts';
import { pageMeasurements } from './page.ts';
import { remoteMeasurements } from './remote.ts';
import { shellMeasurements } from './shell.ts';
import { isKept, table } from './table.ts';

const subjects: Readonly<Record<string, () => Promise<Measurement[]>>> = { host: hostMeasurements, shell: shellMeasurements, hosts: hostsMeasurements, check: checkMeasurements, remote: remoteMeasurements, page: pageMeasurements };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !subjects[name]);
if (unknown !== undefined) {
  process.stderr.write(`There is no subject ${unknown}. There are: ${Object.keys(subjects).join(', ')}\n`);
  process.exit(2);
}

const measurements: Measurement[] = [];
let complete = true;
for (const [name, measure] of Object.entries(subjects)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    measurements.push(...(await measure()));
  } catch (error) {
    complete = false;
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.stdout.write(`${table(measurements)}\n`);
process.exitCode = complete && measurements.every(isKept) ? 0 : 1;
