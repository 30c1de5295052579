// node serve.ts FOLDER: serves FOLDER/site with real hosts, sessions in FOLDER/sessions, as `npm start -- --docker` does; prints its port when hosts can be had.
import { join } from 'node:path';
import { serveLabs } from '../../../src/server/index.ts';

const folder = process.argv[2] ?? '';
const server = await serveLabs({ root: join(folder, 'site'), port: 0, sessions: { folder: join(folder, 'sessions') } });
await server.ready();
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.stdout.write(`${server.port}\n`);
