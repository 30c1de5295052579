import { expect, test } from 'vitest';
import { ProtocolError } from './errors.ts';
import { portTransport } from './port-transport.ts';
import { createRpcClient, type Handlers, serveRpc } from './rpc.ts';

function connect(handlers: Partial<Handlers>): { client: ReturnType<typeof createRpcClient>; send: ReturnType<typeof serveRpc>; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  const send = serveRpc(portTransport(port2), handlers as Handlers);
  const client = createRpcClient(portTransport(port1));
  return { client, send, close: () => (client.dispose(), port2.close()) };
}

test('answers find their requests, in any order; bytes arrive as bytes', async () => {
  const slow = Promise.withResolvers<void>();
  const { client, close } = connect({
    'files.read': async ({ path }) => {
      if (path === '/slow') await slow.promise;
      return new TextEncoder().encode(path);
    },
  });
  const first = client.request('files.read', { path: '/slow' });
  expect(new TextDecoder().decode(await client.request('files.read', { path: '/fast' }))).toBe('/fast');
  slow.resolve();
  expect(await first).toBeInstanceOf(Uint8Array);
  close();
});

test('an error keeps its code; an unknown method has one', async () => {
  const { client, close } = connect({
    'files.mkdir': () => {
      throw Object.assign(new Error('x: File exists'), { code: 'EEXIST' });
    },
  });
  await expect(client.request('files.mkdir', { path: 'x' })).rejects.toMatchObject({ name: 'ProtocolError', code: 'EEXIST', message: 'x: File exists' });
  await expect(client.request('save', {})).rejects.toMatchObject({ code: 'unknown-method' });
  close();
});

test('events reach those who listen for them, until they stop', async () => {
  const { client, send, close } = connect({ save: () => undefined });
  const seen: number[] = [];
  const subscription = client.on('terminal.exit', ({ exitCode }) => seen.push(exitCode));
  void send('terminal.exit', { terminal: 1, exitCode: 7 });
  void send('save.failed', { code: 'x', message: 'y' });
  await client.request('save', {});
  subscription.dispose();
  void send('terminal.exit', { terminal: 1, exitCode: 8 });
  await client.request('save', {});
  expect(seen).toEqual([7]);
  close();
});

test('what waits when the connection is closed is told so, and so is what comes after', async () => {
  const { client } = connect({ save: () => new Promise<void>(() => undefined) });
  const waiting = client.request('save', {});
  client.dispose();
  await expect(waiting).rejects.toBeInstanceOf(ProtocolError);
  await expect(client.request('save', {})).rejects.toMatchObject({ code: 'closed' });
});
