import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createRemoteBackend, type RemoteOptions } from '../../src/backend/index.ts';
import { gatewayPath } from '../../src/server/index.ts';
import type { LabHostDriver } from '../../src/server/index.ts';
import { type DockerServer, socketTo, startDockerServer } from './docker-server.ts';

/** A driver that is ready and has no hosts: for what is decided before there are any. */
function noHosts(): LabHostDriver {
  const none = (): never => {
    throw new Error('there are no hosts here');
  };
  return { create: none, createGroup: none, prepare: async () => undefined, listDisks: async () => [], removeDisks: async () => undefined, list: () => [], dispose: async () => undefined };
}

/** How a server answers the wish to become a WebSocket. */
function upgradeStatus(port: number, headers: Record<string, string>, path = gatewayPath): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==', ...headers } });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject).end();
  });
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

describe('who may have hosts', () => {
  let server: DockerServer;
  beforeAll(async () => {
    server = await startDockerServer({ driver: async () => noHosts() });
  });
  afterAll(() => server.close());

  test('only pages of this server, under a name that is its own', async () => {
    const { port } = server.server;
    const host = `127.0.0.1:${port}`;
    expect(await upgradeStatus(port, { origin: `http://${host}`, host })).toBe(101);
    expect(await upgradeStatus(port, { origin: `http://localhost:${port}`, host: `localhost:${port}` })).toBe(101);
    expect(await upgradeStatus(port, { host })).toBe(403);
    expect(await upgradeStatus(port, { origin: 'null', host })).toBe(403);
    expect(await upgradeStatus(port, { origin: 'http://evil.test', host })).toBe(403);
    expect(await upgradeStatus(port, { origin: `http://127.0.0.1:${port + 1}`, host })).toBe(403);
    // A name of somebody else's that leads here.
    expect(await upgradeStatus(port, { origin: `http://evil.test:${port}`, host: `evil.test:${port}` })).toBe(403);
    expect(await upgradeStatus(port, { origin: `http://${host}`, host }, '/other')).toBe(404);
  });

  test('the token is in pages under a name of its own, and in no other', async () => {
    expect(await server.token()).toMatch(/^[0-9a-f]{48}$/);
    const page = await new Promise<string>((resolve, reject) => {
      request({ port: server.server.port, path: '/', headers: { host: 'evil.test' } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve(text));
      }).on('error', reject).end();
    });
    expect(page).toBe('<head></head>');
  });

  test('a wrong token is refused; what is no greeting, or too long a one, ends the connection', async () => {
    await expect(server.open({ token: 'x'.repeat(48) })).rejects.toMatchObject({ code: 'wrong-token' });
    for (const words of ['hello', '{"token":5}', JSON.stringify({ token: 'x'.repeat(5000) }), Buffer.from('{"token":""}')]) {
      const socket = socketTo(server.server);
      await once(socket, 'open');
      socket.send(words);
      expect(await closeCode(socket)).toBe(4002);
    }
  });

  test('a greeting gets a session whose key opens it again; a wrong key gets another one', async () => {
    const first = await server.open();
    const again = await server.open({ session: first.key });
    expect(again.key).toEqual(first.key);
    const other = await server.open({ session: { ...first.key, token: '0'.repeat(48) } });
    expect(other.key.id).not.toBe(first.key.id);
    const strange = await server.open({ session: { id: '../../etc/passwd', token: 'x' } });
    expect(strange.key.id).toMatch(/^[0-9a-f]{16}$/);
    for (const { backend } of [again, other, strange]) backend.dispose();
  });

  test('one page at a time: the newer one has the session, the older one hears why', async () => {
    const first = await server.open();
    const lost = new Promise((resolve) => first.backend.onClose(resolve));
    const second = await server.open({ session: first.key });
    expect(await lost).toMatchObject({ code: 'connection-taken' });
    second.backend.dispose();
  });

  test('what is no frame of the protocol ends the connection, and so does a message that is too large', async () => {
    const first = await server.open();
    first.socket.send('{"kind":"nonsense"}');
    expect(await closeCode(first.socket)).toBe(4002);
    const second = await server.open();
    second.socket.send(Buffer.alloc(33 * 2 ** 20));
    expect(await closeCode(second.socket)).toBe(1009);
  });

  test('an error of the host keeps its kind over the wire', async () => {
    const { backend } = await server.open();
    await expect(backend.exec('true')).rejects.toMatchObject({ code: 'not-booted' });
    await expect(backend.boot({ hosts: ['lab'], user: 'learner' })).rejects.toMatchObject({ code: 'internal', message: 'there are no hosts here' });
    await expect(backend.watchNetwork(() => undefined)).rejects.toMatchObject({ code: 'unsupported' });
    backend.dispose();
  });
});

describe('before there are hosts', () => {
  test('pages hear what is being made, also those that come late; then they have them', async () => {
    const made = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<void>();
    const terminal: string[] = [];
    const server = await startDockerServer({
      driver: async (building) => {
        building('packages');
        await made.promise;
        return noHosts();
      },
      onWaiting: ({ part }) => terminal.push(part),
    });
    const waiting: string[] = [];
    const hear: Partial<RemoteOptions> = {
      onWaiting: ({ part, done, all }) => {
        waiting.push(`${part} ${done}/${all}`);
        if (waiting.length === 2) heard.resolve();
      },
    };
    const pages = [server.open(hear), server.open(hear)];
    await heard.promise;
    expect(waiting).toEqual(['packages 1/5', 'packages 1/5']);
    made.resolve();
    for (const { backend } of await Promise.all(pages)) backend.dispose();
    expect(terminal).toEqual(['packages', 'start']);
    await server.close();
  });

  test('why there are none is told; the next page asks again', async () => {
    let tries = 0;
    const told: string[] = [];
    const server = await startDockerServer({
      driver: async () => {
        if (tries++ === 0) throw Object.assign(new Error('no engine'), { code: 'docker-not-running' });
        return noHosts();
      },
      onRefusal: (code) => told.push(code),
    });
    await expect(server.open()).rejects.toMatchObject({ code: 'docker-not-running' });
    expect(told).toEqual(['docker-not-running']);
    const { backend } = await server.open();
    backend.dispose();
    await server.close();
  });

  test('no server at all', async () => {
    const server = await startDockerServer({ driver: async () => noHosts() });
    const { port } = server.server;
    await server.close();
    const socket = socketTo({ port });
    await expect(createRemoteBackend({ socket: socket as unknown as RemoteOptions['socket'], token: '', onSession: () => undefined })).rejects.toMatchObject({ code: 'connection-lost' });
  });
});
