/** The fixture for the machine's curl; ends when standard input does. */
import { createServer, type Socket } from 'node:net';
import type { ByteStream } from '../../../../src/base/index.ts';
import { fixturePort, serveFixture } from './fixture.ts';

function streamOf(socket: Socket): ByteStream {
  const parts = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  return {
    read: async () => {
      const { value, done } = await parts.next();
      return done ? new Uint8Array() : value;
    },
    write: (bytes) => new Promise((done, failed) => socket.write(bytes, (error) => (error ? failed(error) : done()))),
    closeWrite: () => void socket.end(),
    close: () => void socket.end(),
  };
}

const seen = new Map<string, number>();
const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => undefined);
  void serveFixture(streamOf(socket), seen);
});
server.listen(fixturePort, '127.0.0.1', () => process.stdout.write('ready\n'));
process.stdin.on('end', () => process.exit(0)).resume();
