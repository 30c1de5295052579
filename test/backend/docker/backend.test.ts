import { afterAll, beforeAll } from 'vitest';
import { type DockerServer, removeOwnDisks, startDockerServer } from '../docker-server.ts';
import { hostsSuite } from '../hosts-suite.ts';
import { backendSuite } from '../suite.ts';

let server: DockerServer;
beforeAll(async () => {
  server = await startDockerServer();
  await server.server.ready();
}, 240_000);
afterAll(async () => {
  await server.close();
  removeOwnDisks();
}, 60_000);

backendSuite('real Docker behind a server', async () => (await server.open()).backend);

hostsSuite('real Docker behind a server', async (hosts) => {
  const { backend } = await server.open();
  await backend.boot({ hosts, user: 'learner' });
  return backend;
});
