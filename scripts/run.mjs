// npm run -s sandbox|engine|registry|labs|bench …: `run.mjs cli NAME …` or `run.mjs FILE.ts …` on a Node that runs TypeScript.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { ensureInstalled } from './install/node-modules.mjs';
import { environment, nodePath } from './install/node.mjs';
import { root } from './install/root.mjs';
import { main } from './process/options.mjs';

await main(async () => {
  const [what = '', ...args] = process.argv.slice(2);
  const file = what === 'cli' ? join('src', 'cli', 'main.ts') : what;
  if (!file || !existsSync(join(root, file))) throw new Error(`run.mjs: there is no ${file || 'file named'} to run`);
  await ensureInstalled({ quiet: true });
  const child = spawn(nodePath(), ['--disable-warning=ExperimentalWarning', join(root, file), ...args], { stdio: 'inherit', env: environment() });
  // The terminal sends its signals to both; the child decides.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal === 'SIGINT' ? 'SIGTERM' : signal) : process.exit(code ?? 1)));
});
