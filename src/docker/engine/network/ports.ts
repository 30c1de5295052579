import type { PortBinding } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';

/** A port of a container that is to be reached at a port of the host. */
export interface PublishedPort {
  containerPort: number;
  protocol: 'tcp' | 'udp';
  /** Empty: every address. */
  hostAddress: string;
  /** First and last port that will do; 0 asks for any. */
  hostPorts: [number, number];
}

/** Reads `80/tcp`. */
export function parsePortProtocol(text: string): { port: number; protocol: 'tcp' | 'udp' } {
  const [port = '', protocol = 'tcp'] = text.split('/');
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new EngineError('invalidParameter', `invalid port specification: ${JSON.stringify(text)}`);
  if (protocol !== 'tcp' && protocol !== 'udp') throw new EngineError('invalidParameter', `invalid proto: ${protocol}`);
  return { port: Number(port), protocol };
}

/** What `PortBindings` and `PublishAllPorts` ask for, in order of port. */
export function planPorts(bindings: Readonly<Record<string, PortBinding[] | null>> | null, exposed: Readonly<Record<string, unknown>> | null | undefined, publishAll: boolean): PublishedPort[] {
  const planned: PublishedPort[] = [];
  const asked = bindings ?? {};
  const keys = new Set([...Object.keys(asked), ...(publishAll ? Object.keys(exposed ?? {}) : [])]);
  for (const key of [...keys].sort(byPort)) {
    const { port, protocol } = parsePortProtocol(key);
    const wanted = asked[key] ?? [];
    const each = wanted.length === 0 ? [{ HostIp: '', HostPort: '' }] : wanted;
    if (wanted.length === 0 && !publishAll && !(key in asked)) continue;
    for (const { HostIp: hostAddress, HostPort: hostPort } of each) planned.push({ containerPort: port, protocol, hostAddress, hostPorts: hostRange(hostPort ?? '') });
  }
  return planned;
}

function hostRange(text: string): [number, number] {
  if (text === '') return [0, 0];
  const [, first = '', last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (first === '' || Number(first) > 65535 || Number(last ?? first) > 65535) throw new EngineError('invalidParameter', `invalid port specification: ${JSON.stringify(text)}`);
  return [Number(first), Number(last ?? first)];
}

/** Order of `80/tcp` and the like. */
export function byPort(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
