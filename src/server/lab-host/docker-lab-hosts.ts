import { mustRun, runCommand } from '../child-process/index.ts';
import type { Golden } from '../golden/index.ts';
import { copyHost, type HostCopy, removeCopy } from './copy-host.ts';
import { DockerLabHost } from './docker-lab-host.ts';
import { createLabNetwork, type LabNetwork } from './lab-network.ts';
import { owned, reap } from './labels.ts';
import type { LabHost, LabHostDriver, LabHostRequest } from './lab-host.ts';

/** Runs until the engine of a host answers; its log is what explains a failure. */
const engineAnswers = 'for _ in $(seq 400); do curl -sf --unix-socket /run/docker.sock http://docker/_ping > /dev/null 2>&1 && exit; sleep 0.05; done; tail -n 5 /var/log/docker.log >&2; exit 1';

class DockerLabHosts implements LabHostDriver {
  readonly #golden: Golden;
  readonly #hosts = new Set<DockerLabHost>();
  #network: Promise<LabNetwork> | undefined;
  #created = 0;

  constructor(golden: Golden) {
    this.#golden = golden;
  }

  create(request: LabHostRequest = {}): Promise<LabHost> {
    return this.#start(request, undefined);
  }

  async #fork(host: DockerLabHost): Promise<LabHost> {
    const copy = await copyHost(host.id, `${host.id}-copy-${this.#created}`, this.#golden.image);
    const hostname = await mustRun('docker', ['inspect', '-f', '{{.Config.Hostname}}', host.id]);
    return this.#start({ hostname }, copy);
  }

  async #start(request: LabHostRequest, copy: HostCopy | undefined): Promise<LabHost> {
    this.#network ??= reap().then(() => createLabNetwork(this.#golden));
    const network = await this.#network;
    const id = `${network.name}-host-${this.#created++}`;
    const host = new DockerLabHost(id, {
      fork: (source) => this.#fork(source),
      disposed: async (gone) => {
        this.#hosts.delete(gone);
        if (copy) await removeCopy(copy);
      },
    });
    this.#hosts.add(host);
    try {
      await mustRun('docker', [
        'run', '-d', '--privileged', '--cgroupns', 'private', '--network', network.name, '--name', id, '--hostname', request.hostname ?? 'lab', '--memory', request.memory ?? '3g',
        ...owned, '-e', `DRYDOCK_NAME_SERVER=${network.nameServer}`, ...(copy ? ['-v', `${copy.volume}:/var/lib/docker`] : []), copy?.image ?? this.#golden.image,
      ]);
      await mustRun('docker', ['exec', id, 'bash', '-c', engineAnswers]);
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
    const network = this.#network;
    this.#network = undefined;
    await (await network?.catch(() => undefined))?.dispose();
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
