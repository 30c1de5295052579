// Runs in a container beside the lab hosts: node main.ts FOLDER, which holds `certificates`, `packages`, `images` and `modules` of `Golden`, and `zones`. Prints `ready` when all answer.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { join } from 'node:path';
import { systemClock, systemRandom } from '../../base/index.ts';
import { createPackageIndex, isSchema1 } from '../../catalogue/index.ts';
import { createHub } from '../../registry/index.ts';
import { serveArchive } from './archive.ts';
import { answerWithFetch } from './fetch-handler.ts';
import { layoutCatalogue } from './layout-catalogue.ts';
import { serveNames } from './name-server.ts';
import { labZones } from './lab-zones.ts';
import { moduleFolder } from './module-folder.ts';
import { pythonNames } from './names.ts';

const folder = process.argv[2] ?? '';
const hub = createHub({ catalogue: await layoutCatalogue(join(folder, 'images', 'images')), clock: systemClock, random: systemRandom, isSchema1 });
const tls = { cert: await readFile(join(folder, 'certificates', 'server.crt')), key: await readFile(join(folder, 'certificates', 'server.key')) };

/** A fault of ours is status 500, and its words are in this container's log. */
function safely(serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}

await serveNames(labZones(join(folder, 'zones')));
const index = createPackageIndex(moduleFolder(join(folder, 'modules')));
const isPython: ReadonlySet<string> = new Set(pythonNames);
const serveTls = safely((request, response) => answerWithFetch('https', (asked) => (isPython.has(new URL(asked.url).hostname) ? index : hub).fetch(asked), request, response));
// HTTP/2 for who can, as Docker Hub; Node gives its requests and responses the members of those of HTTP/1.1.
await new Promise<void>((resolve) => createSecureServer({ ...tls, allowHTTP1: true }, (request, response) => serveTls(request as unknown as IncomingMessage, response as unknown as ServerResponse)).listen(443, resolve));
await new Promise<void>((resolve) => createServer(safely((request, response) => serveArchive(join(folder, 'packages', 'archive'), request, response))).listen(80, resolve));
process.on('SIGTERM', () => process.exit(0));
process.stdout.write('ready\n');
