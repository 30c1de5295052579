import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { ByteStream } from '../base/index.ts';
import { socketStream } from '../server/index.ts';
import { UsageError } from './usage-error.ts';

/** A place to listen: `HOST:PORT`, `tcp://HOST:PORT`, or `unix:PATH`. */
export type ListenAddress = { path: string } | { host: string; port: number };

/** Reads `--listen`. */
export function parseListenAddress(text: string): ListenAddress {
  const unix = /^unix:(?:\/\/)?(.+)$/.exec(text)?.[1];
  if (unix !== undefined) return { path: unix };
  const [, host, port] = /^(?:tcp:\/\/)?(\[[^\]]+\]|[^:/]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || port === undefined || Number(port) > 65535) throw new UsageError(`--listen takes HOST:PORT or unix:PATH, found ${text}`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/**
 * docker-py forgets what came together with the head of a stream that takes the connection over. A real engine's containers need longer than
 * this to say anything.
 */
const rawStreamPauseMs = 20;

function startsRawStream(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && /^HTTP\/1\.1 (?:101|200) [^]*application\/vnd\.docker\.(?:raw|multiplexed)-stream/.test(new TextDecoder().decode(bytes));
}

/** A socket of Node's as a ByteStream. */
export function socketByteStream(socket: Socket): ByteStream {
  const stream = socketStream(socket);
  let quiet: Promise<void> | undefined;
  return {
    ...stream,
    async write(bytes) {
      await quiet;
      quiet = startsRawStream(bytes) ? new Promise((resolve) => setTimeout(resolve, rawStreamPauseMs)) : undefined;
      await stream.write(bytes);
    },
  };
}

/** Serves each connection with `serve` until SIGINT or SIGTERM; says where it listens. */
export async function listenUntilSignal(text: string, what: string, serve: (stream: ByteStream) => void): Promise<void> {
  const address = parseListenAddress(text);
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socketByteStream(socket));
  });
  if ('path' in address) rmSync(address.path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new UsageError(`--listen ${text}: ${error.message}`)));
    server.listen(address, resolve);
  });
  // Port 0 is one that is free.
  const bound = server.address();
  process.stdout.write(`${what} on ${typeof bound === 'object' && bound !== null ? text.replace(/:0$/, `:${bound.port}`) : text}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  server.close();
  for (const socket of sockets) socket.destroy();
}
