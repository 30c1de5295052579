import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath } from '../install/node.mjs';
import { root } from '../install/root.mjs';
import { run } from '../process/run.mjs';

/** Builds the site into dist; throws with the builder's words when it fails. */
export async function buildSite() {
  const { exitCode, output } = await run(nodePath(), [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  if (exitCode !== 0 || !existsSync(join(root, 'dist', 'index.html'))) {
    throw new Error(`${output.trimEnd()}\n\nThe site did not build (exit status ${exitCode}); the builder's words are above.`);
  }
  return output;
}
