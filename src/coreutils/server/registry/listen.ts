import { type Fd, isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import type { Configuration } from './configuration.ts';
import { Fatal } from './stopping.ts';

/** A socket that is listened on, and how Go shows where. */
export interface Listener {
  fd: Fd;
  shown: string;
}

/** Listens at an address of the configuration. Throws Fatal in the words of Go's net package. */
export function listen(process: Process, configuration: Configuration, key: 'http.addr' | 'http.debug.addr' = 'http.addr'): Listener {
  const address = configuration.text(key);
  if (key === 'http.addr' && configuration.text('http.net') === 'unix') {
    return { fd: bind(`listen unix ${address}: bind`, () => process.listen({ family: 'unix', path: address })), shown: address };
  }
  const { host, port } = splitHostPort(address);
  const name = host === 'localhost' ? '127.0.0.1' : host;
  const any = name === '' || name === '0.0.0.0' || name === '::';
  if (!any && !/^[\d.]+$/.test(name) && !name.includes(':')) throw new Fatal(`listen tcp: lookup ${name}: no such host`);
  const fd = bind(`listen tcp ${any ? `${host.includes(':') ? `[${host}]` : host}` : name}:${port}: bind`, () => process.listen({ family: 'inet', address: any ? '::' : name, port }));
  const own = process.socketName(fd);
  const actual = own.family === 'inet' ? own.port : port;
  return { fd, shown: any ? `[::]:${actual}` : `${name.includes(':') ? `[${name}]` : name}:${actual}` };
}

function splitHostPort(address: string): { host: string; port: number } {
  if (address === '') return { host: '', port: 0 };
  const colon = address.lastIndexOf(':');
  const bracketed = /^\[([^\]]*)\]:(.*)$/.exec(address);
  const [host, port] = bracketed ? [bracketed[1] ?? '', bracketed[2] ?? ''] : [address.slice(0, Math.max(0, colon)), address.slice(colon + 1)];
  if (colon < 0) throw new Fatal(`listen tcp: address ${address}: missing port in address`);
  if (!bracketed && host.includes(':')) throw new Fatal(`listen tcp: address ${address}: too many colons in address`);
  const named: Record<string, number> = { http: 80, https: 443, '': 0 };
  const number = named[port] ?? (/^\d+$/.test(port) ? Number(port) : undefined);
  if (number === undefined) throw new Fatal(`listen tcp: lookup tcp/${port}: unknown port`);
  if (number > 65535) throw new Fatal(`listen tcp: address ${port}: invalid port`);
  return { host, port: number };
}

function bind(what: string, open: () => Fd): Fd {
  try {
    return open();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Fatal(`${what}: ${strerror(error.code).toLowerCase()}`);
  }
}
