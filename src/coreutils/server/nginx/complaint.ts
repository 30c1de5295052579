import { type Exchange, header } from './exchange.ts';
import type { Level } from './log.ts';

/** Writes to the error log what went wrong with a request, and which it was. */
export async function complain(exchange: Exchange, level: Level, message: string): Promise<void> {
  const { connection, server, request, upstream } = exchange;
  const host = header(exchange, 'host');
  const parts = [`client: ${connection.client.address}`, `server: ${server.names[0] ?? ''}`, `request: "${request}"`, ...(upstream === undefined ? [] : [`upstream: "${upstream}"`]), ...(host === undefined ? [] : [`host: "${host}"`])];
  const referrer = header(exchange, 'referer');
  if (referrer !== undefined) parts.push(`referrer: "${referrer}"`);
  await exchange.log.error(level, `${message}, ${parts.join(', ')}`, connection.number);
}
