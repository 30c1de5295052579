import { randomBytes } from 'node:crypto';
import type { DockerClient } from '../../docker/client/index.ts';
import { mustRun, runCommand } from '../child-process/index.ts';
import { connectEngine } from '../engine/index.ts';
import type { Golden } from '../golden/index.ts';
import { copyDisk, diskArguments, diskIsRoot, makeDisk } from './disk.ts';
import { type HostCopy, HostCopier, isOnDiskOnly } from './copy-host.ts';
import { DockerLabHost } from './docker-lab-host.ts';
import { createLabNetwork, type LabNetwork, type LabSegment } from './lab-network.ts';
import { listDisks, owned, reap } from './labels.ts';
import type { LabHost, LabHostDriver, LabHostGroup, LabHostGroupRequest, LabHostRequest } from './lab-host.ts';

/** Where a host starts: its network and, among hosts with names, its number. */
interface Place {
  segment: LabSegment;
  index: number;
}

class DockerLabHosts implements LabHostDriver {
  readonly #golden: Golden;
  readonly #copier: HostCopier;
  readonly #hosts = new Set<DockerLabHost>();
  #network: Promise<LabNetwork> | undefined;
  #engine: Promise<DockerClient> | undefined;
  #created = 0;

  constructor(golden: Golden) {
    this.#golden = golden;
    this.#copier = new HostCopier(() => this.#connected(), golden.image, `drydock-${process.pid}-copier-${randomBytes(2).toString('hex')}`);
  }

  async create(request: LabHostRequest = {}): Promise<LabHost> {
    const { shared } = await this.#networks();
    return this.#start(request, { segment: shared, index: 0 }, undefined);
  }

  createGroup({ hostnames, disks, ...request }: LabHostGroupRequest): Promise<LabHostGroup> {
    return this.#startGroup(hostnames, (hostname, place) => {
      const disk = disks?.[hostname];
      return this.#start({ ...request, hostname, ...(disk && { disk }) }, place, undefined);
    });
  }

  async prepare(): Promise<void> {
    await this.#networks();
  }

  listDisks(): Promise<{ name: string; ownerRuns: boolean }[]> {
    return listDisks();
  }

  async removeDisks(names: readonly string[]): Promise<void> {
    if (names.length > 0) await mustRun('docker', ['volume', 'rm', '-f', ...names]);
  }

  /** Hosts on a network of their own. When one fails to start, none stays. */
  async #startGroup(hostnames: readonly string[], start: (hostname: string, place: Place) => Promise<DockerLabHost>): Promise<LabHostGroup> {
    const networks = await this.#networks();
    const segment = await networks.addSegment(hostnames);
    const starting = await Promise.allSettled(hostnames.map((hostname, index) => start(hostname, { segment, index })));
    const hosts = new Map(starting.flatMap((each, index) => (each.status === 'fulfilled' ? [[hostnames[index] ?? '', each.value] as const] : [])));
    let kept: { copies: ReadonlyMap<string, HostCopy>; uses: number } | undefined;
    const forget = async (): Promise<void> => {
      const copies = kept?.copies;
      kept = undefined;
      await Promise.all([...(copies?.values() ?? [])].map((copy) => this.#copier.release(copy)));
    };
    const uses = (): number => [...hosts.values()].reduce((sum, host) => sum + host.uses, 0);
    const dispose = async (): Promise<void> => {
      await Promise.all([...hosts.values()].map((host) => host.dispose()));
      await Promise.all([segment.dispose(), forget()]);
    };
    const failed = starting.find((each) => each.status === 'rejected');
    if (failed) {
      await dispose();
      throw failed.reason;
    }
    return {
      hosts,
      // Several that start from the same state share its copy.
      fork: async () => {
        if (kept?.uses !== uses()) {
          await forget();
          const whole = await Promise.all([...hosts.values()].map(isOnDiskOnly));
          if (whole.includes(false)) return undefined;
          const copies = new Map(await Promise.all([...hosts].map(async ([name, host]) => [name, await this.#copy(host)] as const)));
          kept = { copies, uses: uses() };
        }
        const { copies } = kept;
        return this.#startGroup(hostnames, (hostname, place) => this.#start({ hostname }, place, copies.get(hostname)));
      },
      dispose,
    };
  }

  #networks(): Promise<LabNetwork> {
    return (this.#network ??= reap().then(() => createLabNetwork(this.#golden)));
  }

  #connected(): Promise<DockerClient> {
    return (this.#engine ??= connectEngine());
  }

  #copy(host: LabHost): Promise<HostCopy> {
    return this.#copier.copy(host.id, `${host.id}-copy-${this.#created++}`);
  }

  async #fork(host: DockerLabHost): Promise<LabHost> {
    const [copy, { shared }] = [await this.#copy(host), await this.#networks()];
    try {
      const { Config } = await (await this.#connected()).containers.inspect(host.id);
      return await this.#start({ hostname: Config.Hostname }, { segment: shared, index: 0 }, copy);
    } finally {
      await this.#copier.release(copy);
    }
  }

  async #start(request: LabHostRequest, { segment, index }: Place, copy: HostCopy | undefined): Promise<DockerLabHost> {
    const { domain, name: network, nameServer } = segment;
    const id = `${network}-host-${this.#created++}-${randomBytes(2).toString('hex')}`;
    const host = new DockerLabHost(id, {
      engine: () => this.#connected(),
      neighbour: async () => ({ container: segment.standIn, address: domain === undefined ? await mustRun('docker', ['inspect', '-f', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', id]) : segment.addressOf(index) }),
      snapshot: async (source, name) => {
        if (!request.disk) throw new Error(`${source.id} has no disk of its own`);
        await copyDisk(source.id, request.disk.name, name, this.#golden.image);
      },
      fork: (source) => this.#fork(source),
      disposed: async (gone) => {
        this.#hosts.delete(gone);
        if (!copy) return;
        if (volume !== undefined) await this.#copier.removeVolume(volume);
        await this.#copier.release(copy);
      },
    });
    this.#hosts.add(host);
    const { disk, cpus, pids } = request;
    let volume: string | undefined;
    try {
      if (copy) volume = await this.#copier.volumeFor(copy, id);
      if (disk) await makeDisk(disk.name);
      await mustRun('docker', [
        'run', '-d', '--privileged', '--cgroupns', 'private', '--network', network, '--name', id, '--hostname', request.hostname ?? 'lab', '--memory', request.memory ?? '3g', ...owned,
        ...(cpus === undefined ? [] : ['--cpus', String(cpus)]), ...(pids === undefined ? [] : ['--pids-limit', String(pids)]), ...(disk ? diskArguments(disk) : []),
        ...(domain === undefined ? [] : ['--ip', segment.addressOf(index), '-e', `DRYDOCK_SEARCH=${domain}`]), '-e', `DRYDOCK_NAME_SERVER=${nameServer}`,
        ...(volume === undefined ? [] : ['-v', `${volume}:/var/lib/docker`]), copy?.image ?? this.#golden.image,
      ]);
      if (disk) await diskIsRoot(id);
      if (request.awaitEngine !== false || request.images) await host.engineAnswers();
      for (const image of request.images ?? []) await mustRun('docker', ['exec', id, 'docker', 'pull', '-q', image]);
      return host;
    } catch (error) {
      await host.dispose();
      throw error;
    }
  }

  list(): readonly LabHost[] {
    return [...this.#hosts];
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#hosts].map((host) => host.dispose()));
    await this.#copier.dispose();
    const network = this.#network;
    this.#network = undefined;
    await (await network?.catch(() => undefined))?.dispose();
    (await this.#engine?.catch(() => undefined))?.close();
    this.#engine = undefined;
  }
}

/** The driver whose hosts are privileged containers of this machine's engine, each with an engine of its own. */
export function dockerLabHosts(golden: Golden): LabHostDriver {
  return new DockerLabHosts(golden);
}

/** Why there can be no such hosts here, in one sentence; undefined when there can. */
export async function whyNoDocker(): Promise<string | undefined> {
  const { exitCode, stderr } = await runCommand('docker', ['version', '--format', '{{.Server.Version}}']);
  return exitCode === 0 ? undefined : `no Docker engine answers: ${stderr.trim().split('\n')[0] ?? ''}`;
}
