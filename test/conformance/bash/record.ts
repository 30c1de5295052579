/** Writes what the real bash does with every script of the topics (all, or those named): `node test/conformance/bash/record.ts [TOPIC…]`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, formatCases, readCases, shellOf, topics } from './case.ts';
import { hasReal, runReal } from './real-bash.ts';

const wanted = process.argv.slice(2);
for (const topic of topics().filter((name) => wanted.length === 0 || wanted.includes(name))) {
  if (!hasReal(shellOf(topic))) throw new Error('recordings are made with bash 5.2, dash 0.5.12 and busybox 1.37');
  const cases = readCases(topic).map((one) => ({ ...one, ...runReal(one, shellOf(topic)) }));
  writeFileSync(join(folder, `${topic}.yaml`), formatCases(cases));
}
