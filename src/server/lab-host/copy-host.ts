import type { DockerClient } from '../../docker/client/index.ts';
import { mustRun } from '../child-process/index.ts';
import { openExec } from './exec-stream.ts';
import type { LabHost } from './lab-host.ts';
import { owned, ownedLabels } from './labels.ts';

/** A host's state, from which others can be started: the image of its root file system, and a volume with its engine's data. It goes when whoever made it and every host that was started from it have let it go. */
export interface HostCopy {
  readonly image: string;
  readonly volume: string;
  /** How many hold it. */
  holders: number;
}

/**
 * Copies an engine's data from one volume to another. Layers of images never change, so their files are shared as hard links; all else is copied.
 * $0 and $1 are volumes below /volumes, which is one mount, since links do not lead from one mount to another.
 */
const copyEngine = `
set -e
from=/volumes/$0/_data to=/volumes/$1/_data
cd "$from"
rest=()
for entry in *; do [ "$entry" = overlay2 ] || rest+=("$entry"); done
cp -a -t "$to" "\${rest[@]}"
mkdir -p "$to/overlay2" && chmod --reference=overlay2 "$to/overlay2"
declare -A layers
for file in image/overlay2/layerdb/sha256/*/cache-id; do [ ! -e "$file" ] || layers[$(< "$file")]=1; done
shared=() own=()
for entry in overlay2/*; do
  if [ -n "\${layers[\${entry#overlay2/}]-}" ]; then shared+=("$entry"); else own+=("$entry"); fi
done
[ \${#shared[@]} = 0 ] || cp -al -t "$to/overlay2" "\${shared[@]}"
[ \${#own[@]} = 0 ] || cp -a -t "$to/overlay2" "\${own[@]}"`;

/**
 * Succeeds where nothing runs but what a host starts by itself, and its addresses and names are as they were at its start. Docker keeps /etc/hosts and resolv.conf outside of the disk.
 * Containers that are always restarted come back with the engine, as after a reboot, unless something of them is in memory alone: a tmpfs, a program that was started in them later.
 */
const nothingElse = `
for id in $(docker ps -q); do
  [ "$(docker inspect -f '{{.HostConfig.RestartPolicy.Name}} {{.State.Status}} {{len .HostConfig.Tmpfs}} {{len .ExecIDs}}' "$id")" = 'always running 0 0' ] || exit 1
done
find /tmp -mindepth 1 | grep -q . && exit 1
[ /etc/hosts -nt /run/docker.pid ] || [ /etc/resolv.conf -nt /run/docker.pid ] && exit 1
[ $(ip -o -4 addr show scope global | grep -vcE ' (docker0|br-[0-9a-f]+) ') = 1 ] || exit 1
init=$(pgrep -xo lab-init)
! ps -eo sid=,ppid=,pidns=,comm= | awk -v own="$(ps -o sid= -p $$)" -v init="$init" -v here="$(ps -o pidns= -p $$)" '$1 != own + 0 && $3 == here + 0 && !($2 == init && $4 == "sleep")' \
  | grep -qvE ' (tini|lab-init|lab-scripts|dockerd|containerd|containerd-shim|docker-proxy|sshd|sshd-session)$'
`;

/** Whether a copy of the host's disks is all of the host: nothing runs and nothing is set that a copy would lack. */
export async function isOnDiskOnly(host: LabHost): Promise<boolean> {
  return (await host.exec(nothingElse)).exitCode === 0;
}

/** Copies the states of a driver's hosts. One container does all the copying, from the first on; `dispose` ends it. */
export class HostCopier {
  readonly #engine: () => Promise<DockerClient>;
  readonly #golden: string;
  readonly #name: string;
  readonly #copies = new Set<HostCopy>();
  #helper: Promise<void> | undefined;

  /** `name` is for the container, `golden` the image that has its tools. */
  constructor(engine: () => Promise<DockerClient>, golden: string, name: string) {
    this.#engine = engine;
    this.#golden = golden;
    this.#name = name;
  }

  /** Copies the state of a running host while it stands still. The caller holds the copy. */
  async copy(container: string, name: string): Promise<HostCopy> {
    const engine = await this.#engine();
    const copy: HostCopy = { image: `drydock/lab-host-copy:${name}`, volume: `${name}-engine`, holders: 1 };
    const { Mounts } = await engine.containers.inspect(container);
    const source = Mounts.find(({ Destination }) => Destination === '/var/lib/docker')?.Name;
    if (source === undefined) throw new Error(`${container} has no volume for its engine`);
    this.#copies.add(copy);
    await this.#makeVolume(copy.volume);
    await engine.containers.pause(container);
    try {
      const [repo = '', tag = ''] = copy.image.split(':');
      await Promise.all([this.#copyVolume(source, copy.volume), engine.images.commit(container, { repo, tag, pause: false })]);
      return copy;
    } catch (error) {
      await this.release(copy);
      throw error;
    } finally {
      await engine.containers.unpause(container);
    }
  }

  /** A volume with the engine's data of a copy, for a host that starts from it; the host holds the copy from now on. */
  async volumeFor(copy: HostCopy, name: string): Promise<string> {
    copy.holders++;
    const volume = `${name}-engine`;
    await this.#makeVolume(volume);
    await this.#copyVolume(copy.volume, volume);
    return volume;
  }

  /** Deletes the volume of a host that is gone. */
  async removeVolume(volume: string): Promise<void> {
    await (await this.#engine()).volumes.remove(volume, { force: true }).catch(() => undefined);
  }

  /** Lets a copy go; the last holder deletes it. */
  async release(copy: HostCopy): Promise<void> {
    if (--copy.holders > 0) return;
    this.#copies.delete(copy);
    await Promise.all([this.removeVolume(copy.volume), (await this.#engine()).images.remove(copy.image).catch(() => undefined)]);
  }

  /** Deletes all copies, held or not. */
  async dispose(): Promise<void> {
    for (const copy of this.#copies) {
      copy.holders = 1;
      await this.release(copy);
    }
    const helper = this.#helper;
    this.#helper = undefined;
    if (!helper) return;
    await helper.catch(() => undefined);
    await (await this.#engine()).containers.remove(this.#name, { force: true, volumes: true }).catch(() => undefined);
  }

  async #makeVolume(name: string): Promise<void> {
    const { Mountpoint } = await (await this.#engine()).volumes.create({ Name: name, Labels: ownedLabels });
    this.#helper ??= this.#start(Mountpoint.slice(0, -`/${name}/_data`.length));
    await this.#helper;
  }

  /** Overlay file systems keep what is deleted in attributes that only a privileged container may set. */
  async #start(volumes: string): Promise<void> {
    await mustRun('docker', ['run', '-d', '--init', '--privileged', '--network', 'none', '--name', this.#name, ...owned, '-v', `${volumes}:/volumes`, '--entrypoint', 'sleep', this.#golden, 'infinity']);
  }

  async #copyVolume(from: string, to: string): Promise<void> {
    let failure: string | undefined;
    const stream = await openExec(await this.#engine(), this.#name, ['bash', '-c', copyEngine, from, to], (stderr, exitCode) => (failure = stderr || `status ${exitCode}`));
    stream.closeWrite();
    while ((await stream.read()).length > 0);
    if (failure !== undefined) throw new Error(`The engine's data of ${from} could not be copied: ${failure.trim()}`);
  }
}
