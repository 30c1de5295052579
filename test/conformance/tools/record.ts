/** Writes what Debian's tools do with every script of the topics (all, or those named): `node test/conformance/tools/record.ts [TOPIC…]`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCases } from '../bash/case.ts';
import { folder, readCases, topics } from './case.ts';
import { hasRealTools, runReal } from './real-tools.ts';

const wanted = process.argv.slice(2);
for (const topic of topics().filter((name) => wanted.length === 0 || wanted.includes(name))) {
  if (!hasRealTools(topic)) throw new Error(`recordings of ${topic} are made with the tools of Debian 13`);
  writeFileSync(join(folder, `${topic}.yaml`), formatCases(readCases(topic).map((one) => ({ ...one, ...runReal(one) }))));
}
