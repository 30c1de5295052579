// npm run dev: the site with reload on edits.
import { join } from 'node:path';
import { ensureInstalled } from './install/node-modules.mjs';
import { nodePath } from './install/node.mjs';
import { root } from './install/root.mjs';
import { main } from './process/options.mjs';
import { run } from './process/run.mjs';

await main(async () => {
  await ensureInstalled();
  const { exitCode } = await run(nodePath(), [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'dev', ...process.argv.slice(2)], {
    stdout: 'inherit',
    stderr: 'inherit',
    stdin: 'inherit',
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  process.exitCode = exitCode;
});
