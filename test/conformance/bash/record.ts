/** Writes what the real bash does with every script of the topics (all, or those named): `node test/conformance/bash/record.ts [TOPIC…]`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, formatCases, readCases, topics } from './case.ts';
import { realBashVersion, runReal } from './real-bash.ts';

if (realBashVersion() !== '5.2') throw new Error('recordings are made with bash 5.2');
const wanted = process.argv.slice(2);
for (const topic of topics().filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const cases = readCases(topic).map((one) => ({ ...one, ...runReal(one) }));
  writeFileSync(join(folder, `${topic}.yaml`), formatCases(cases));
}
