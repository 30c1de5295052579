import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock, systemRandom } from '../../base/index.ts';
import { serveHttp } from '../../base/http/index.ts';
import { createRegistry, fileStorage, memoryStorage } from '../../registry/index.ts';
import { listenUntilSignal } from '../listen.ts';
import { nodeFiles } from '../node-files.ts';

/** `registry [--listen HOST:PORT|unix:PATH] [--storage DIR]`: a registry that keeps its content below a folder, or forgets everything at its end. */
export async function registry(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { listen: { type: 'string', default: '127.0.0.1:5001' }, storage: { type: 'string' } } });
  const storage = values.storage === undefined ? memoryStorage() : fileStorage(nodeFiles, resolve(values.storage), systemClock);
  const server = createRegistry({ storage, random: systemRandom, clock: systemClock });
  await listenUntilSignal(values.listen, 'A registry', (stream) => {
    void serveHttp(stream, (request) => server.fetch(request), { clock: systemClock });
  });
  return 0;
}
