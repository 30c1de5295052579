import { parseArgs } from 'node:util';
import { type ByteStream, copyBytes } from '../../base/index.ts';
import { bootHost } from '../../host/index.ts';
import { listenUntilSignal } from '../listen.ts';

/** Joins two streams until both sides have ended. */
async function join(a: ByteStream, b: ByteStream): Promise<void> {
  const forward = async (from: ByteStream, to: ByteStream): Promise<void> => {
    try {
      await copyBytes(from, to);
      to.closeWrite();
    } catch {
      // One side is gone: so is the connection.
      a.close();
      b.close();
    }
  };
  await Promise.all([forward(a, b), forward(b, a)]);
  a.close();
  b.close();
}

/** `engine [--listen HOST:PORT|unix:PATH]`: every connection goes to the engine's socket in a fresh sandbox host. */
export async function engine(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { listen: { type: 'string', default: '127.0.0.1:2375' } } });
  await using host = await bootHost();
  const { init } = host.kernel;
  await listenUntilSignal(values.listen, "A sandbox's Docker Engine API", (client) => {
    void init
      .connect({ family: 'unix', path: '/var/run/docker.sock' })
      .then((fd) => join(client, init.stream(fd)))
      .catch(() => client.close());
  });
  return 0;
}
