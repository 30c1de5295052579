/** The addresses of the drawing; the sandbox's hosts have these. */
export const hostAddress = '10.0.2.15';
export const containerAddress = '172.17.0.2';
export const publishedPort = 8088;

/** Where the server runs and which address it listens on (the host's on port 8088, the container's on 80). */
export const servers = ['host-loopback', 'host-all', 'host-address', 'container-loopback', 'container-all'] as const;
export type Server = (typeof servers)[number];

/** How the container's port is published; of a server on the host always `none`. */
export const publications = ['none', 'all', 'loopback'] as const;
export type Publication = (typeof publications)[number];

/** Who asks. `same-container` is where the server is. */
export const clients = ['host', 'same-container', 'other-container', 'other-host'] as const;
export type Client = (typeof clients)[number];

/** The address asked for: 127.0.0.1, the host's, the container's. */
export const targets = ['loopback', 'host', 'container'] as const;
export type Target = (typeof targets)[number];

export interface Question {
  server: Server;
  publication: Publication;
  client: Client;
  target: Target;
}

export type Verdict = 'connected' | 'refused' | 'reset' | 'timeout';

/** Stations of a packet in the drawing. */
export type Station =
  | 'host' | 'same-container' | 'other-container' | 'other-host'
  | 'host-lo' | 'host-eth0' | 'web-lo' | 'web-eth0' | 'other-lo' | 'elsewhere-lo'
  | 'bridge-other' | 'bridge-web' | 'forward' | 'nowhere' | 'host-server' | 'web-server';

export interface Outcome {
  verdict: Verdict;
  why: 'listens' | 'forwarded' | 'otherAddress' | 'ownLoopback' | 'notPublished' | 'publishedLoopback' | 'shyForwarded' | 'shyProxy' | 'noRoute';
  /** From the client to where it ends. */
  path: Station[];
}

export const inContainer = (server: Server): boolean => server.startsWith('container');

/** What can be asked with this server: a container's address needs a container, and so does its neighbour inside. */
export function possible({ server, publication, client, target }: Question): boolean {
  return inContainer(server) || (publication === 'none' && client !== 'same-container' && target !== 'container');
}

/** The port that a client names. */
export function portOf({ server, client, target }: Question): number {
  return inContainer(server) && (target === 'container' || (client === 'same-container' && target === 'loopback')) ? 80 : publishedPort;
}

/** Who answers, by the rules of the kernel and of Docker's port publishing: whose address is it, does somebody listen on it there, is it forwarded. */
export function reach(question: Question): Outcome {
  const { server, publication, client, target } = question;
  const out: Station[] = client === 'other-container' ? [client, 'bridge-other'] : client === 'same-container' ? [client, 'web-eth0', 'bridge-web'] : [client];
  if (target === 'loopback' && client === 'other-container') return { verdict: 'refused', why: 'ownLoopback', path: [client, 'other-lo'] };
  if (target === 'loopback' && client === 'other-host') return { verdict: 'refused', why: 'ownLoopback', path: [client, 'elsewhere-lo'] };
  if (target === 'loopback' && client === 'same-container') return { verdict: 'connected', why: 'listens', path: [client, 'web-lo', 'web-server'] };
  if (target === 'container') {
    if (client === 'other-host') return { verdict: 'timeout', why: 'noRoute', path: [client, 'nowhere'] };
    const path: Station[] = client === 'same-container' ? [client, 'web-eth0'] : client === 'host' ? [client, 'bridge-web', 'web-eth0'] : [...out, 'bridge-web', 'web-eth0'];
    return server === 'container-all' ? { verdict: 'connected', why: 'listens', path: [...path, 'web-server'] } : { verdict: 'refused', why: 'otherAddress', path };
  }
  // The packet is for the host now, from itself, from a container through the bridge, or from outside.
  const door: Station = target === 'loopback' ? 'host-lo' : 'host-eth0';
  const path = [...out, door];
  if (!inContainer(server)) {
    const listens = server === 'host-all' || (server === 'host-loopback' ? target === 'loopback' : target === 'host');
    return listens ? { verdict: 'connected', why: 'listens', path: [...path, 'host-server'] } : { verdict: 'refused', why: 'otherAddress', path };
  }
  if (publication === 'none') return { verdict: 'refused', why: 'notPublished', path };
  if (publication === 'loopback' && target !== 'loopback') return { verdict: 'refused', why: 'publishedLoopback', path };
  const forwarded: Station[] = [...path, 'forward', 'bridge-web', 'web-eth0'];
  if (server === 'container-all') return { verdict: 'connected', why: 'forwarded', path: [...forwarded, 'web-server'] };
  // The firewall's rule passes packets on to where nobody listens. For 127.0.0.1 and for containers docker-proxy takes the call first, and drops it.
  const proxied = target === 'loopback' || client === 'same-container' || client === 'other-container';
  return proxied ? { verdict: 'reset', why: 'shyProxy', path: forwarded } : { verdict: 'refused', why: 'shyForwarded', path: forwarded };
}

const listen: Readonly<Record<Server, string>> = { 'host-loopback': `127.0.0.1:${publishedPort}`, 'host-all': `0.0.0.0:${publishedPort}`, 'host-address': `${hostAddress}:${publishedPort}`, 'container-loopback': '127.0.0.1:80', 'container-all': '0.0.0.0:80' };

/** The socket's address as `ss` shows it. */
export function listening(server: Server): string {
  return listen[server];
}

/** The command that starts such a server, as a container named `web`; one on the host shares the host's network. */
export function serverCommand({ server, publication }: Question): string {
  const published = publication === 'none' ? '' : publication === 'all' ? `-p ${publishedPort}:80 ` : `-p 127.0.0.1:${publishedPort}:80 `;
  return `docker run -d --name web ${inContainer(server) ? published : '--network host '}busybox httpd -f -p ${listen[server]} -h /etc`;
}

/** The command that asks, on the host (of `other-host`: there). A container's address is looked up. */
export function clientCommand(question: Question): string {
  const { client, target } = question;
  const address = { loopback: '127.0.0.1', host: hostAddress, container: '$web' }[target];
  const url = `http://${address}:${portOf(question)}/hostname`;
  const wget = `wget -T 3 -qO- ${url}`;
  const command = client === 'same-container' ? `docker exec web ${wget}` : client === 'other-container' ? `docker run --rm busybox ${wget}` : `curl -m 3 ${url}`;
  return target === 'container' && client !== 'other-host' ? `web=$(docker inspect -f '{{.NetworkSettings.IPAddress}}' web)\n${command}` : command.replace('$web', containerAddress);
}
