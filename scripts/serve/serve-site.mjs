// node serve-site.mjs FOLDER HOST [PORT]: serves a folder until it is ended. Runs on the Node of `nodePath`, which reads TypeScript.
import { serveStatic } from '../../src/server/static.ts';
import { main } from '../process/options.mjs';

await main(async () => {
  const [root = '', host = '', asked] = process.argv.slice(2);
  const server = await serveStatic({ root, host, ...(asked !== undefined && { port: Number(asked) }) });
  // Another port may have been free, but one that was asked for is meant.
  if (asked !== undefined && asked !== '0' && server.port !== Number(asked)) throw new Error(`Port ${asked} is in use on ${host}. Choose another one: npm start -- --port NUMBER`);
  process.stdout.write(`\nDrydock is at ${server.url}\nCtrl-C ends it.\n`);
});
