// node serve-site.mjs FOLDER HOST [--docker] [PORT]: serves a folder until it is ended; with real Docker hosts for its pages. Runs on the Node of `nodePath`, which reads TypeScript.
import { serveStatic } from '../../src/server/static.ts';
import { main } from '../process/options.mjs';
import { serveWithDocker } from './docker-hosts.mjs';

await main(async () => {
  const [root = '', host = '', ...rest] = process.argv.slice(2);
  const asked = rest.find((word) => word !== '--docker');
  const options = { root, host, ...(asked !== undefined && { port: Number(asked) }) };
  const docker = rest.includes('--docker');
  const server = docker ? await serveWithDocker(options) : await serveStatic(options);
  // Another port may have been free, but one that was asked for is meant.
  if (asked !== undefined && asked !== '0' && server.port !== Number(asked)) throw new Error(`Port ${asked} is in use on ${host}. Choose another one: npm start -- --port NUMBER`);
  process.stdout.write(`\nDrydock is at ${server.url}\nCtrl-C ends it.\n`);
});
