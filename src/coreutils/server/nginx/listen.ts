import type { SocketAddress } from '../../../kernel/uapi/index.ts';
import type { Directive } from './configuration.ts';
import { emergencyAt } from './emergency.ts';

/** Where a server listens. */
export interface Listen {
  address: string;
  port: number;
  /** As messages name it. */
  shown: string;
  socket: SocketAddress;
  isDefault: boolean;
  ssl: boolean;
  place: Directive;
}

/** The address of a `listen` directive. */
export function parseListen(directive: Directive): Listen {
  const [value = '', ...parameters] = directive.args;
  const refuse = (what: string): never => {
    throw emergencyAt(directive, `${what} in "${value}" of the "listen" directive`);
  };
  const rest = { isDefault: parameters.some((word) => /^default(_server)?$/.test(word)), ssl: parameters.includes('ssl'), place: directive };
  const unknown = parameters.find((word) => !/^(default(_server)?|ssl|http2|quic|proxy_protocol|deferred|bind|reuseport|((backlog|rcvbuf|sndbuf|fastopen|setfib|ipv6only|so_keepalive|accept_filter)=.*))$/.test(word));
  if (unknown !== undefined) throw emergencyAt(directive, `invalid parameter "${unknown}"`);
  if (value.startsWith('unix:')) return { ...rest, address: value, port: 0, shown: value, socket: { family: 'unix', path: value.slice(5) } };
  const [, six, host, port] = /^(?:\[([^\]]*)\]|([^:]*?))(?::?([^:]*))?$/.exec(/^\d+$/.test(value) ? `*:${value}` : value) ?? [];
  if (port !== undefined && port !== '' && (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535)) refuse('invalid port');
  const number = Number(port === undefined || port === '' ? 80 : port);
  const name = host === '*' || host === '' || host === undefined ? '0.0.0.0' : host === 'localhost' ? '127.0.0.1' : host;
  if (six === undefined && !/^\d+\.\d+\.\d+\.\d+$/.test(name)) refuse('host not found');
  const address = six ?? name;
  return { ...rest, address, port: number, shown: six === undefined ? `${address}:${number}` : `[${six}]:${number}`, socket: { family: 'inet', address, port: number } };
}
