import { type Fd, isSystemError, LookupError, type Process } from '../../../kernel/index.ts';
import { type Dial, DialError } from '../dial.ts';
import type { TlsDial } from './tls-dial.ts';

/** Connects from a process's network namespace. What TLS needs is loaded at the first connection with it. */
export function processDial(process: Process): Dial {
  let secured: Promise<TlsDial> | undefined;
  const dial = async ({ host, port, tls }: Parameters<Dial>[0]): ReturnType<Dial> => {
    const fd = await connectTo(process, host, port);
    if (!tls) return process.stream(fd);
    secured ??= import('./tls-dial.ts').then(({ tlsDial }) => tlsDial(process));
    return (await secured)(fd, host, tls);
  };
  return Object.assign(dial, {
    async lookup(host: string): Promise<readonly string[]> {
      try {
        return await process.lookup(host);
      } catch (error) {
        if (error instanceof LookupError) return [];
        throw error;
      }
    },
  });
}

async function connectTo(process: Process, host: string, port: number): Promise<Fd> {
  // IPv6 first, as RFC 6724 orders them; what failed first is told.
  const addresses = (await resolve(process, host)).toSorted((a, b) => Number(b.includes(':')) - Number(a.includes(':')));
  let failure: unknown;
  for (const address of addresses) {
    try {
      return await process.connect({ family: 'inet', address, port });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const peer = `${address.includes(':') ? `[${address}]` : address}:${port}`;
      failure ??= new DialError('connect', error.code === 'ETIMEDOUT' ? `dial tcp ${peer}: i/o timeout` : `dial tcp ${peer}: connect: ${reasonOf(error)}`);
    }
  }
  throw failure;
}

async function resolve(process: Process, host: string): Promise<string[]> {
  try {
    return await process.lookup(host);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    throw lookupFailure(process, host, error);
  }
}

/** A name that was not found, in Go's words. */
export function lookupFailure(process: Process, host: string, { code }: LookupError): DialError {
  const server = nameServer(process);
  return new DialError('lookup', `dial tcp: lookup ${host}${server === undefined ? '' : ` on ${server}:53`}: ${code === 'NOTFOUND' ? 'no such host' : 'server misbehaving'}`);
}

function nameServer(process: Process): string | undefined {
  if (!process.exists('/etc/resolv.conf')) return undefined;
  return /^nameserver\s+(\S+)/m.exec(process.readTextFile('/etc/resolv.conf'))?.[1];
}

/** A failed system call in Go's words. */
function reasonOf(error: Error): string {
  return error.message.slice(error.message.lastIndexOf(': ') + 1).trim().toLowerCase();
}
