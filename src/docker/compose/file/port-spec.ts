import { parseIpv4, parseIpv6 } from '../../../base/ip/index.ts';
import { ComposeFileError } from './compose-error.ts';

/** One published port of the short form. */
export interface PortSpec {
  hostIp: string;
  target: number;
  /** A port or a range; empty: any. */
  published: string;
  protocol: string;
}

/** Reads `[[IP:]HOST:]CONTAINER[/PROTOCOL]` with ranges: one entry a container port, sorted as Go sorts `80/tcp`. Throws ComposeFileError. */
export function parsePorts(spec: string): PortSpec[] {
  const parts = spec.split(':');
  const last = parts.pop() ?? '';
  const host = parts.pop() ?? '';
  const address = parts.join(':');
  const [container = '', protocolWord = ''] = last.split('/');
  const protocol = container === '' ? '' : protocolWord || 'tcp';
  const ip = hostIpOf(address);
  if (container === '') throw new ComposeFileError('invalid', `No port specified: ${spec}<empty>`);
  const target = rangeOf(container);
  if (!target) throw new ComposeFileError('invalid', `Invalid containerPort: ${container}`);
  const published = host === '' ? undefined : rangeOf(host);
  if (host !== '' && !published) throw new ComposeFileError('invalid', `Invalid hostPort: ${host}`);
  const width = target.end - target.start;
  if (published && width !== published.end - published.start && width > 0) {
    throw new ComposeFileError('invalid', `Invalid ranges specified for container and host Ports: ${container} and ${host}`);
  }
  const name = protocol.toLowerCase();
  if (!['tcp', 'udp', 'sctp'].includes(name)) throw new ComposeFileError('invalid', `Invalid proto: ${protocol}`);
  const ports: PortSpec[] = [];
  for (let i = 0; i <= width; i++) {
    let at = published ? String(published.start + i) : '';
    if (width === 0 && published && published.start !== published.end) at += `-${published.end}`;
    ports.push({ hostIp: ip, target: target.start + i, published: at, protocol: name });
  }
  return ports.sort((a, b) => (`${a.target}/` < `${b.target}/` ? -1 : 1));
}

function hostIpOf(address: string): string {
  const bracketed = /^\[(.*)\]$/.exec(address);
  const ip = bracketed?.[1] ?? address;
  if (!bracketed && address.includes(':')) throw new ComposeFileError('invalid', `Invalid ip address ${address}: address ${address}:: too many colons in address`);
  if (ip !== '' && parseIpv4(ip) === undefined && parseIpv6(ip) === undefined) throw new ComposeFileError('invalid', `Invalid ip address: ${ip}`);
  return ip;
}

function rangeOf(text: string): { start: number; end: number } | undefined {
  const [, first = '', second = first] = /^(\d+)(?:-(\d+))?(?:-.*)?$/.exec(text) ?? [];
  if (first === '' || Number(first) > 65535 || Number(second) > 65535 || Number(second) < Number(first)) return undefined;
  return { start: Number(first), end: Number(second) };
}
