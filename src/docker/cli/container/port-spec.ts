import type { PortBinding } from '../../api/index.ts';
import { CliError } from '../command/status-error.ts';
import { cut } from '../flags/index.ts';
import { isIpAddress } from './validators.ts';

/** What `-p` asks for: ports to expose and where to bind them. */
export interface PublishedPorts {
  exposed: Record<string, Record<string, never>>;
  bindings: Record<string, PortBinding[]>;
}

/** Reads `-p [IP:][HOST[-END]:]PORT[-END][/PROTO]` and the long form `target=80,published=8080`. */
export function parsePublished(specs: readonly string[]): PublishedPorts {
  const ports: PublishedPorts = { exposed: {}, bindings: {} };
  for (const spec of specs) {
    for (const [port, binding] of parseSpec(spec.includes('=') ? shortForm(spec) : spec)) {
      ports.exposed[port] = {};
      (ports.bindings[port] ??= []).push(binding);
    }
  }
  return ports;
}

function shortForm(spec: string): string {
  const parts: Record<string, string> = { protocol: 'tcp' };
  for (const part of spec.split(',')) {
    const [key, value] = cut(part, '=');
    if (value === undefined || key === '') throw new CliError(`invalid publish opts format (should be name=value but got '${part}')`);
    parts[key] = value;
  }
  return `${parts['published'] ?? ''}:${parts['target'] ?? ''}/${parts['protocol']}`;
}

function parseSpec(spec: string): [string, PortBinding][] {
  const parts = spec.split(':');
  const [containerPart = ''] = parts.splice(-1);
  const hostPorts = parts.splice(-1)[0] ?? '';
  const given = parts.join(':');
  if (given.includes(':') && !given.startsWith('[')) throw new CliError(`Invalid ip address ${given}: address ${given}:: too many colons in address`);
  const address = given.replace(/^\[(.*)\]$/, '$1');
  const [containerPorts, protocol = 'tcp'] = cut(containerPart, '/');
  if (address !== '' && !isIpAddress(address)) throw new CliError(`Invalid ip address: ${address}`);
  if (containerPorts === '') throw new CliError(`No port specified: ${spec}<empty>`);
  const inside = parsePortRange(containerPorts);
  if (!inside) throw new CliError(`Invalid containerPort: ${containerPorts}`);
  const outside = hostPorts === '' ? undefined : parsePortRange(hostPorts);
  if (hostPorts !== '' && !outside) throw new CliError(`Invalid hostPort: ${hostPorts}`);
  const count = inside.end - inside.start;
  if (outside && outside.end - outside.start !== count && count > 0) throw new CliError(`Invalid ranges specified for container and host Ports: ${containerPorts} and ${hostPorts}`);
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) throw new CliError(`Invalid proto: ${protocol}`);

  return Array.from({ length: count + 1 }, (_, i): [string, PortBinding] => {
    let hostPort = outside ? String(outside.start + i) : '';
    if (outside && count === 0 && outside.start !== outside.end) hostPort += `-${outside.end}`;
    return [`${inside.start + i}/${protocol.toLowerCase()}`, { HostIp: address, HostPort: hostPort }];
  });
}

/** `80` or `8000-8010`; undefined when it is neither. */
export function parsePortRange(text: string): { start: number; end: number } | undefined {
  const [, start, last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (start === undefined) return undefined;
  const range = { start: Number(start), end: Number(last ?? start) };
  return range.start <= 65535 && range.end <= 65535 && range.start <= range.end ? range : undefined;
}

/** Adds the ports of `--expose`. */
export function addExposed(ports: PublishedPorts, specs: readonly string[]): void {
  for (const spec of specs) {
    if (spec.includes(':')) throw new CliError(`invalid port format for --expose: ${spec}`);
    const [text, protocol = 'tcp'] = cut(spec, '/');
    const range = parsePortRange(text);
    if (!range) throw new CliError(`invalid range format for --expose: ${spec}, error: ${rangeError(text)}`);
    for (let port = range.start; port <= range.end; port++) ports.exposed[`${port}/${protocol}`] = {};
  }
}

function rangeError(text: string): string {
  if (text === '') return 'Empty string specified for ports.';
  const bad = text.split('-').find((part) => !/^\d+$/.test(part) || Number(part) > 65535);
  if (bad === undefined) return `Invalid range specified for the Port: ${text}`;
  return `strconv.ParseUint: parsing ${JSON.stringify(bad)}: ${/^\d+$/.test(bad) ? 'value out of range' : 'invalid syntax'}`;
}
