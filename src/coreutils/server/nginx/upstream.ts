import type { Process } from '../../../kernel/uapi/index.ts';
import { LookupError } from '../../../kernel/uapi/index.ts';
import type { Directive } from './configuration.ts';
import { emergencyAt } from './emergency.ts';

/** A server that requests are passed to. */
export interface Peer {
  address: string;
  port: number;
}

/** A group of servers, taken in turn. */
export interface Upstream {
  peers: Peer[];
  next: number;
}

/** The parts of a URL of proxy_pass; undefined when it has no scheme that is known. */
export function splitUpstream(url: string): { authority: string; host: string; port: number; path: string | undefined } | undefined {
  const [, authority = '', path] = /^http:\/\/([^/?]*)([/?].*)?$/i.exec(url) ?? [];
  if (authority === '') return undefined;
  const [, host = '', port = '80'] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  return { authority, host, port: Number(port), path };
}

/** Looks up all names that the configuration passes requests to. A name that nobody knows stops nginx from starting. */
export async function resolveUpstreams(process: Process, directives: Iterable<Directive>): Promise<Map<string, Upstream>> {
  const upstreams = new Map<string, Upstream>();
  const passes: Directive[] = [];
  for (const directive of directives) {
    if (directive.name === 'upstream') upstreams.set(directive.args[0] ?? '', await groupOf(process, directive));
    if (directive.name === 'proxy_pass') passes.push(directive);
  }
  for (const directive of passes) {
    const [url = ''] = directive.args;
    if (url.includes('$')) continue;
    if (/^https:\/\//i.test(url)) throw emergencyAt(directive, 'https protocol in "proxy_pass" is not simulated here');
    const parts = splitUpstream(url);
    if (!parts) throw emergencyAt(directive, 'invalid URL prefix');
    if (upstreams.has(parts.authority)) continue;
    upstreams.set(parts.authority, { peers: await lookup(process, parts.host, parts.port, directive), next: 0 });
  }
  return upstreams;
}

async function groupOf(process: Process, directive: Directive): Promise<Upstream> {
  const peers: Peer[] = [];
  for (const server of directive.block) {
    if (server.name !== 'server' || server.args.includes('down') || server.args.includes('backup')) continue;
    const [, host = '', port = '80'] = /^(.*?)(?::(\d+))?$/.exec(server.args[0] ?? '') ?? [];
    const weight = Number(/^weight=(\d+)$/.exec(server.args.find((word) => word.startsWith('weight=')) ?? '')?.[1] ?? 1);
    const found = await lookup(process, host, Number(port), server);
    for (let turn = 0; turn < weight; turn++) peers.push(...found);
  }
  return { peers, next: 0 };
}

async function lookup(process: Process, host: string, port: number, directive: Directive): Promise<Peer[]> {
  try {
    return (await process.lookup(host)).map((address) => ({ address, port }));
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    throw emergencyAt(directive, `host not found in upstream "${directive.name === 'server' ? directive.args[0] : host}"`);
  }
}

/** The servers of a group in the order in which a request tries them. */
export function turnOf(upstream: Upstream): Peer[] {
  const start = upstream.next++ % Math.max(1, upstream.peers.length);
  const order = [...upstream.peers.slice(start), ...upstream.peers.slice(0, start)];
  return order.filter((peer, index) => order.findIndex((other) => other.address === peer.address && other.port === peer.port) === index);
}
