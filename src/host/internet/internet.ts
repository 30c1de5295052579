import type { ByteStream, Clock, RandomBytes } from '../../base/index.ts';
import { type HttpHandler, serveHttp } from '../../base/http/index.ts';
import { Internet } from '../../kernel/index.ts';

/** Where the host's resolv.conf finds the name server. */
const nameServer = '10.0.2.3';

/** A site of the simulated internet: names, an address, and who answers, loaded at the first connection. Addresses are of the blocks for documentation (RFC 5737). */
interface Site {
  names: readonly string[];
  address: string;
  /** 80, or 443: until TLS is simulated, bytes on port 443 travel in the clear. */
  port: 80 | 443;
  load(): Promise<HttpHandler>;
}

/** Loads once, at the first call. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

function sites(clock: Clock, random: RandomBytes): Site[] {
  const hub = once(async () => (await import('./hub-site.ts')).createHubSite(clock, random));
  const archive = once(async () => (await import('./archive-site.ts')).createArchiveSite());
  return [
    { names: ['registry-1.docker.io', 'index.docker.io', 'registry.hub.docker.com'], address: '198.51.100.10', port: 443, load: hub },
    { names: ['auth.docker.io'], address: '198.51.100.11', port: 443, load: hub },
    { names: ['deb.debian.org', 'security.debian.org', 'ftp.debian.org', 'httpredir.debian.org', 'archive.ubuntu.com', 'security.ubuntu.com'], address: '198.51.100.20', port: 80, load: archive },
  ];
}

/** What a lab's hosts find beyond their network card: a name server, Docker Hub, the package archive. Nothing of it is loaded before somebody connects. */
export function createInternet({ clock, random }: { clock: Clock; random: RandomBytes }): Internet {
  const internet = new Internet();
  internet.serveNames(nameServer);
  for (const { names, address, port, load } of sites(clock, random)) {
    for (const name of names) internet.addName(name, [address]);
    internet.serve(address, port, (stream: ByteStream) => {
      void load().then((handler) => serveHttp(stream, handler, { clock, scheme: port === 443 ? 'https' : 'http' }));
    });
  }
  return internet;
}
