import { type Clock, type RandomBytes, systemClock, systemRandom } from '../base/index.ts';
import { Segment } from '../kernel/index.ts';
import { bootHost } from './boot-host.ts';
import type { Host, HostSnapshot } from './host.ts';
import { createInternet } from './internet/internet.ts';
import { activateSshd } from './sshd-socket.ts';

/** How the hosts of a lab are booted. */
export interface BootLabHostsOptions {
  /** Disks to boot from, by name: as after a power cut. A host without some gets freshly installed ones. */
  snapshots?: Readonly<Record<string, HostSnapshot>> | undefined;
  /** Default: the machine's. */
  clock?: Clock;
  /** Default: the machine's. */
  random?: RandomBytes;
}

/** The domain of a lab's hosts. */
const domain = 'test';
/** The network of a lab: hosts from .15 on, in the order of their names. */
const network = { prefix: '10.0.2', first: 15, prefixLength: 24, gateway: '10.0.2.2' };

/** What the installer of a host with neighbours and an address of its own writes: that address with its name, not 127.0.1.1, and the domain to search. */
function nameHost(host: Host, address: string): void {
  const { hostname, kernel: { init } } = host;
  const hosts = init.readTextFile('/etc/hosts').replace(/^127\.0\.1\.1\t.*$/m, `${address}\t${hostname}.${domain} ${hostname}`);
  init.writeFile('/etc/hosts', hosts);
  init.writeFile('/etc/resolv.conf', `search ${domain}\n${init.readTextFile('/etc/resolv.conf')}`);
}

/**
 * Boots the hosts of one lab, by name and in order. They are on one network: each reaches the others by address and, through the network's name server, as `NAME.test`
 * (several hosts: short names too). Dispose of every one.
 */
export async function bootLabHosts(names: readonly string[], options: BootLabHostsOptions = {}): Promise<Map<string, Host>> {
  const { snapshots, clock = systemClock, random = systemRandom } = options;
  const addressOf = (index: number): string => `${network.prefix}.${network.first + index}`;
  const internet = createInternet({ clock, random, hosts: names.map((name, index) => ({ name: `${name}.${domain}`, address: addressOf(index) })) });
  const segment = new Segment();
  const hosts = new Map<string, Host>();
  for (const [index, hostname] of names.entries()) {
    const snapshot = snapshots?.[hostname];
    const host = await bootHost({ hostname, clock, random, internet, network: { address: addressOf(index), prefixLength: network.prefixLength, gateway: network.gateway, segment }, ...(snapshot && { snapshot }) });
    if (!snapshot && names.length > 1) nameHost(host, addressOf(index));
    if (names.length > 1) activateSshd(host.kernel.init);
    hosts.set(hostname, host);
  }
  return hosts;
}
