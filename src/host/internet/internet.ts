import { type ByteStream, type Clock, concatBytes, type RandomBytes } from '../../base/index.ts';
import { type HttpHandler, serveHttp } from '../../base/http/index.ts';
import { Internet } from '../../kernel/index.ts';
import type { NamedAddress } from './name-server.ts';

/** Where the host's resolv.conf finds the name server. */
const nameServer = '10.0.2.3';

/** A site of the simulated internet: names, an address, and who answers, loaded at the first connection. Addresses are of the blocks for documentation (RFC 5737). */
interface Site {
  names: readonly string[];
  address: string;
  /** The name of its certificate, when it answers with TLS on port 443 too. */
  certificate?: string;
  /** Whether it answers on port 80. Default: it does. */
  plain?: false;
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
  const alpine = once(async () => (await import('./archive-site.ts')).createAlpineSite());
  const python = once(async () => (await import('./python-site.ts')).createPythonSite());
  return [
    { names: ['registry-1.docker.io', 'index.docker.io', 'registry.hub.docker.com'], address: '198.51.100.10', certificate: 'registry-1.docker.io', plain: false, load: hub },
    { names: ['auth.docker.io'], address: '198.51.100.11', certificate: 'auth.docker.io', plain: false, load: hub },
    { names: ['deb.debian.org', 'security.debian.org', 'ftp.debian.org', 'httpredir.debian.org', 'archive.ubuntu.com', 'security.ubuntu.com'], address: '198.51.100.20', certificate: 'deb.debian.org', load: archive },
    { names: ['dl-cdn.alpinelinux.org'], address: '198.51.100.21', certificate: 'dl-cdn.alpinelinux.org', load: alpine },
    { names: ['pypi.org', 'files.pythonhosted.org'], address: '198.51.100.22', certificate: 'pypi.org', load: python },
  ];
}

/** What an internet is made with. */
export interface InternetOptions {
  clock: Clock;
  random: RandomBytes;
  /** The hosts of the lab, which the name server knows too. */
  hosts?: readonly NamedAddress[];
}

/** What a lab's hosts find beyond their network card: a name server, Docker Hub, the package archive. Nothing of it is loaded before somebody connects. */
export function createInternet({ clock, random, hosts = [] }: InternetOptions): Internet {
  const internet = new Internet();
  const all = sites(clock, random);
  const zone = once(async () => (await import('./name-server.ts')).createZone(all.flatMap(({ names, address }) => names.map((name) => ({ name, address }))), hosts));
  internet.serveDatagrams(nameServer, 53, async (query) => (await zone()).answer(query));
  internet.serve(nameServer, 53, (stream: ByteStream) => void answerOverTcp(stream, zone));
  for (const { address, certificate, plain = true, load } of all) {
    if (plain) internet.serve(address, 80, (stream: ByteStream) => void load().then((handler) => serveHttp(stream, handler, { clock })));
    if (certificate === undefined) continue;
    internet.serve(address, 443, (stream: ByteStream) => {
      void Promise.all([import('./secure-site.ts'), load()]).then(([{ serveSecurely }, handler]) => serveSecurely(certificate, stream, handler, { clock, random }));
    });
  }
  return internet;
}

/** Queries one after the other, each with its length before it. */
async function answerOverTcp(stream: ByteStream, zone: () => Promise<{ answer(query: Uint8Array, udp: boolean): Uint8Array | undefined }>): Promise<void> {
  let bytes: Uint8Array = new Uint8Array();
  for (;;) {
    const part = await stream.read();
    if (part.length === 0) break;
    bytes = concatBytes([bytes, part]);
    for (let length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0); bytes.length > 2 && bytes.length >= length + 2; length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) {
      const answer = (await zone()).answer(bytes.subarray(2, length + 2), false);
      bytes = bytes.subarray(length + 2);
      if (answer) await stream.write(concatBytes([Uint8Array.of(answer.length >> 8, answer.length & 255), answer]));
    }
  }
  stream.close();
}
