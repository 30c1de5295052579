import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveStatic, type StaticServer } from '../../../src/server/static.ts';

/** A host of static files that sets no headers of the page's policy; some files are others than in `root`. */
export async function serveAsStaticHost(root: string, others: ReadonlyMap<string, string> = new Map()): Promise<Pick<StaticServer, 'url' | 'close'>> {
  const inner = await serveStatic({ root, port: 0 });
  const outer = createServer(({ url = '/', headers }, response) => {
    const other = others.get(url);
    if (other !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(other);
      return;
    }
    request(new URL(url, inner.url), { headers }, (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => !name.startsWith('cross-origin-'));
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
      answer.pipe(response);
    })
      .on('error', () => response.destroy())
      .end();
  });
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(outer.address() as AddressInfo).port}/`,
    async close() {
      await new Promise<void>((resolve) => {
        outer.close(() => resolve());
        outer.closeAllConnections();
      });
      await inner.close();
    },
  };
}
