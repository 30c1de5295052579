import { type HttpRequest, type HttpResponse, serveHttp } from '../../../base/http/index.ts';
import { isEndOfProcess, isSystemError, type Process, type Program } from '../../../kernel/uapi/index.ts';
import { rawProgram, reason } from '../../program/index.ts';
import { monsterPicture } from './picture.ts';
import { encodePng } from './png.ts';

const sizes = { least: 12, usual: 80, most: 512 } as const;

/** What a request gets: `/monster/NAME?size=80` a PNG, all else a sentence. */
export function answer({ method, url }: Pick<HttpRequest, 'method' | 'url'>): { status: number; type: string; body: Uint8Array | string } {
  const { pathname, searchParams } = new URL(url);
  const text = (status: number, body: string): ReturnType<typeof answer> => ({ status, type: 'text/plain', body: `${body}\n` });
  if (method !== 'GET' && method !== 'HEAD') return text(405, 'Only GET is answered.');
  if (pathname === '/') return text(200, 'Ask for /monster/NAME?size=80.');
  const name = /^\/monster\/([^/]+)$/.exec(pathname)?.[1];
  if (name === undefined) return text(404, 'There is only /monster/NAME.');
  const given = searchParams.get('size') ?? String(sizes.usual);
  const size = Number(given);
  if (!/^\d{1,4}$/.test(given) || size < sizes.least || size > sizes.most) return text(400, `size is a number from ${sizes.least} to ${sizes.most}.`);
  return { status: 200, type: 'image/png', body: encodePng(monsterPicture(name, size)) };
}

/** dnmonster: a web server that draws a monster for every name, the same one each time; what the image drydock/dnmonster runs. Listens on port 8080, or `-p PORT`. */
export const dnmonster: Program = rawProgram('dnmonster', async (tool, words) => {
  const { process } = tool;
  const port = words[0] === '-p' ? Number(words[1]) : 8080;
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    await tool.error('usage: dnmonster [-p PORT]');
    return 2;
  }
  let listener: number;
  try {
    listener = process.listen({ family: 'inet', address: '0.0.0.0', port });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`port ${port}: ${reason(error)}`);
    return 1;
  }
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.onSignal(signal, { restart: true, handle: () => resolve() });
  });
  await process.write(1, `dnmonster listens on port ${port}\n`);
  void accept(process, listener);
  await stopped;
  return 0;
});

async function accept(process: Process, listener: number): Promise<void> {
  try {
    for (;;) {
      const { fd } = await process.accept(listener);
      void serveHttp(process.stream(fd), (request) => served(process, request), { clock: process.clock });
    }
  } catch (error) {
    if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
  }
}

async function served(process: Process, request: HttpRequest): Promise<HttpResponse> {
  const { status, type, body } = answer(request);
  const { pathname, search } = new URL(request.url);
  await process.write(1, `${request.method} ${pathname}${search} ${status}\n`);
  return { status, headers: new Headers({ 'content-type': type }), body };
}
