// npm start: installs what is missing, builds the site, serves it and prints the address.
import { join } from 'node:path';
import { buildSite } from './serve/build-site.mjs';
import { ensureInstalled } from './install/node-modules.mjs';
import { nodePath } from './install/node.mjs';
import { root } from './install/root.mjs';
import { main, readOptions } from './process/options.mjs';
import { run } from './process/run.mjs';

const usage = `Usage: npm start -- [--port NUMBER] [--host ADDRESS] [--docker]
Serves the site on 127.0.0.1:4321, or the next free port. With --docker its pages can use real Docker hosts too, beside the sandbox: privileged containers of this
machine's Docker engine, which do not isolate. For your own machine.`;

await main(async () => {
  const { values } = readOptions(usage, { port: { type: 'string' }, host: { type: 'string' }, docker: { type: 'boolean' } });
  const port = values.port === undefined ? 4321 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port}: expected a number from 0 to 65535`);
  await ensureInstalled();
  const node = nodePath();
  process.stdout.write('Building the site …\n');
  await buildSite();
  const args = [join(root, 'scripts', 'serve', 'serve-site.mjs'), join(root, 'dist'), values.host ?? '127.0.0.1', ...(values.docker ? ['--docker'] : []), ...(values.port === undefined ? [] : [String(port)])];
  process.exitCode = (await run(node, ['--disable-warning=ExperimentalWarning', ...args], { stdout: 'inherit', stderr: 'inherit' })).exitCode;
});
