import { type Clock, type RandomBytes, systemClock, systemRandom } from '../base/index.ts';
import { type Internet, type KernelOptions, TmpFs } from '../kernel/index.ts';
import { baseTree } from './disk/base-tree.ts';
import { installedPrograms } from './disk/installed-programs.ts';
import { Host, type HostSnapshot } from './host.ts';
import { createInternet } from './internet/internet.ts';
import { type InterpreterPoolOptions, pythonPrograms } from '../python/index.ts';
import { hostPrograms } from './programs.ts';

/** How a host is booted. */
export interface BootHostOptions {
  /** Default `lab`. */
  hostname?: string;
  /** Disks to boot from, as `Host.snapshot` gave them: as after a power cut. Default: freshly installed ones. */
  snapshot?: HostSnapshot;
  /** Default: the machine's. */
  clock?: Clock;
  /** Default: the machine's. */
  random?: RandomBytes;
  /** What is beyond the host's network card; default: one of its own, with the Hub and the package archive. */
  internet?: Internet;
  /** Its place on a network that it shares with other hosts; default: a network of its own. */
  network?: KernelOptions['network'];
  /** Its Python: how many interpreters, how they wait. Default: three; one is kept ready in a page. */
  python?: InterpreterPoolOptions;
}

/** Space on /var/lib/docker, in bytes. */
const dockerDiskSize = 60 * 2 ** 30;

/** Boots a simulated Docker host. Hosts are independent and cheap (the first disk is shared until it is changed); end them with `dispose`. */
export async function bootHost(options: BootHostOptions = {}): Promise<Host> {
  const { hostname = 'lab', snapshot, network, clock = systemClock, random = systemRandom } = options;
  const disk = { type: 'ext4', now: () => clock.now() };
  return new Host({
    hostname,
    root: snapshot ? TmpFs.fromData(snapshot.root, disk) : baseTree(hostname, installedPrograms).clone(disk),
    docker: snapshot ? TmpFs.fromData(snapshot.docker, disk) : new TmpFs({ ...disk, mode: 0o710, sizeLimit: dockerDiskSize }),
    programs: new Map([...hostPrograms, ...Object.entries(pythonPrograms(options.python))]),
    internet: options.internet ?? createInternet({ clock, random }),
    ...(network && { network }),
    clock,
    random,
  });
}
