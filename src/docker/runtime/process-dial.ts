import type { ByteStream } from '../../base/index.ts';
import { isSystemError, LookupError, type Process } from '../../kernel/index.ts';
import { type Dial, DialError } from '../engine/index.ts';
import { goErrno } from './look-path.ts';

/** Makes a TLS connection of a plain one; rejects with DialError (`tls`, `plain-http`). */
export type TlsConnect = (stream: ByteStream, host: string) => Promise<ByteStream>;

/** Where servers of the simulated internet stand in for ones with TLS. */
const securePort = 443;

/** Connects from a process's network namespace. Without `tls`, connections to port 443 carry their bytes in clear, and no other server is taken for one with TLS. */
export function processDial(process: Process, tls: TlsConnect | undefined): Dial {
  return async ({ host, port, tls: secure }) => {
    const stream = await connectTo(process, host, port);
    if (!secure) return stream;
    if (tls) return tls(stream, host);
    if (port === securePort) return stream;
    stream.close();
    throw new DialError('plain-http', 'http: server gave HTTP response to HTTPS client');
  };
}

async function connectTo(process: Process, host: string, port: number): Promise<ByteStream> {
  // IPv6 first, as RFC 6724 orders them; what failed first is told.
  const addresses = (await resolve(process, host)).toSorted((a, b) => Number(b.includes(':')) - Number(a.includes(':')));
  let failure: unknown;
  for (const address of addresses) {
    try {
      return process.stream(await process.connect({ family: 'inet', address, port }));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const peer = `${address.includes(':') ? `[${address}]` : address}:${port}`;
      failure ??= new DialError('connect', error.code === 'ETIMEDOUT' ? `dial tcp ${peer}: i/o timeout` : `dial tcp ${peer}: connect: ${goErrno(error)}`);
    }
  }
  throw failure;
}

async function resolve(process: Process, host: string): Promise<string[]> {
  try {
    return await process.lookup(host);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    const server = nameServer(process);
    throw new DialError('lookup', error.code === 'NOTFOUND' ? `dial tcp: lookup ${host}${server === undefined ? '' : ` on ${server}:53`}: no such host` : `dial tcp: lookup ${host}${server === undefined ? '' : ` on ${server}:53`}: server misbehaving`);
  }
}

function nameServer(process: Process): string | undefined {
  if (!process.exists('/etc/resolv.conf')) return undefined;
  return /^nameserver\s+(\S+)/m.exec(process.readTextFile('/etc/resolv.conf'))?.[1];
}
