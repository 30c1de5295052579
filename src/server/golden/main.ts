// node src/server/golden/main.ts: builds what lab hosts start from, where it is missing.
import { ensureGolden } from './golden.ts';

try {
  const { image, packages, images } = await ensureGolden();
  process.stdout.write(`${image}\n${packages}\n${images}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
