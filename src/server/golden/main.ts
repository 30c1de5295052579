// node src/server/golden/main.ts [--push]: makes what lab hosts start from, where it is missing; with --push puts it into the registry that DRYDOCK_REGISTRY names.
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { pushPart } from './golden-registry.ts';
import { ensureGolden } from './golden.ts';

try {
  const { push } = parseArgs({ options: { push: { type: 'boolean', default: false } } }).values;
  const { image, certificates, tree, packages, images } = await ensureGolden((part) => process.stderr.write(`${part} …\n`));
  process.stdout.write(`${image}\n${packages}\n${images}\n`);
  if (push) for (const folder of [certificates, tree, packages, images]) process.stdout.write(`${await pushPart(basename(folder), folder)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
