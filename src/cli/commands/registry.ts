import { parseArgs } from 'node:util';
import { systemClock, systemRandom } from '../../base/index.ts';
import { serveHttp } from '../../base/http/index.ts';
import { createRegistry, memoryStorage } from '../../registry/index.ts';
import { listenUntilSignal } from '../listen.ts';

/** `registry [--listen HOST:PORT|unix:PATH]`: an empty registry that forgets everything at its end. */
export async function registry(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { listen: { type: 'string', default: '127.0.0.1:5001' } } });
  const server = createRegistry({ storage: memoryStorage(), random: systemRandom, allowDelete: true });
  await listenUntilSignal(values.listen, 'A registry', (stream) => {
    void serveHttp(stream, (request) => server.fetch(request), { clock: systemClock });
  });
  return 0;
}
