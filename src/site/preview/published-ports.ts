import type { Backend } from '../../backend/index.ts';

/** A TCP port of a host that a container publishes to other computers. */
export interface PublishedPort {
  port: number;
  /** Name of the container; of the machine, where there are none. */
  container: string;
}

interface Container {
  Names: string[];
  Ports: { IP?: string; PublicPort?: number; Type: string }[];
}

/** What the running containers of a host publish, by port; empty when the engine does not answer. Of a machine beside the hosts: what its programs listen on. */
export async function publishedPorts(backend: Backend, host: string): Promise<PublishedPort[]> {
  const { alongside } = backend;
  if (alongside?.name === host) return alongside.ports().map((port) => ({ port, container: alongside.name }));
  const answer = await backend.engine({ host, method: 'GET', path: '/containers/json' }).catch(() => undefined);
  if (answer?.status !== 200) return [];
  const found = new Map<number, PublishedPort>();
  for (const { Names: [name = ''], Ports } of JSON.parse(answer.body) as Container[]) {
    for (const { IP, PublicPort, Type } of Ports) {
      if (PublicPort !== undefined && Type === 'tcp' && !IP?.startsWith('127.')) found.set(PublicPort, { port: PublicPort, container: name.replace(/^\//, '') });
    }
  }
  return [...found.values()].sort((a, b) => a.port - b.port);
}
