import { mustRun, runCommand } from '../child-process/index.ts';
import type { LabHost } from './lab-host.ts';
import { owned } from './labels.ts';

/** A host's state, from which another can be started: the image of its root file system, and the volume with its engine's data. */
export interface HostCopy {
  readonly image: string;
  readonly volume: string;
}

/**
 * Copies an engine's data from one volume to another. Layers of images never change, so their files are shared as hard links; all else is copied.
 * $0 and $1 are volumes below /volumes, which is one mount, since links do not lead from one mount to another.
 */
const copyEngine = `
set -e
from=/volumes/$0/_data to=/volumes/$1/_data
cd "$from"
for entry in *; do [ "$entry" = overlay2 ] || cp -a "$entry" "$to/"; done
mkdir -p "$to/overlay2" && chmod --reference=overlay2 "$to/overlay2"
declare -A layers
for file in image/overlay2/layerdb/sha256/*/cache-id; do [ ! -e "$file" ] || layers[$(< "$file")]=1; done
for entry in overlay2/*; do
  if [ -n "\${layers[\${entry#overlay2/}]-}" ]; then cp -al "$entry" "$to/overlay2/"; else cp -a "$entry" "$to/overlay2/"; fi
done`;

/** Succeeds where nothing runs but what a host starts by itself, and its addresses and names are as they were at its start. Docker keeps /etc/hosts and resolv.conf outside of the disk. */
const nothingElse = `
docker ps -q | grep -q . && exit 1
find /tmp -mindepth 1 | grep -q . && exit 1
[ /etc/hosts -nt /run/docker.pid ] || [ /etc/resolv.conf -nt /run/docker.pid ] && exit 1
[ $(ip -o -4 addr show scope global | grep -vcE ' (docker0|br-[0-9a-f]+) ') = 1 ] || exit 1
init=$(pgrep -xo lab-init)
! ps -eo sid=,ppid=,comm= | awk -v own="$(ps -o sid= -p $$)" -v init="$init" '$1 != own + 0 && !($2 == init && $3 == "sleep")' | grep -qvE ' (tini|lab-init|dockerd|containerd|sshd|sshd-session)$'
`;

/** Whether a copy of the host's disks is all of the host: nothing runs and nothing is set that a copy would lack. */
export async function isOnDiskOnly(host: LabHost): Promise<boolean> {
  return (await host.exec(nothingElse)).exitCode === 0;
}

/** Copies the state of a running host while it stands still. */
export async function copyHost(container: string, name: string, golden: string): Promise<HostCopy> {
  const copy: HostCopy = { image: `drydock/lab-host-copy:${name}`, volume: `${name}-engine` };
  const source = await mustRun('docker', ['inspect', '-f', '{{range .Mounts}}{{if eq .Destination "/var/lib/docker"}}{{.Name}}{{end}}{{end}}', container]);
  await mustRun('docker', ['volume', 'create', ...owned, copy.volume]);
  const place = await mustRun('docker', ['volume', 'inspect', '-f', '{{.Mountpoint}}', copy.volume]);
  const volumes = place.slice(0, -`/${copy.volume}/_data`.length);
  await mustRun('docker', ['pause', container]);
  try {
    await Promise.all([
      // Overlay file systems keep what is deleted in attributes that only a privileged container may set.
      mustRun('docker', [
        'run', '--rm', '--privileged', '--network', 'none', ...owned, '-v', `${volumes}:/volumes`, '--entrypoint', 'bash', golden, '-c', copyEngine, source, copy.volume,
      ]),
      mustRun('docker', ['commit', '--pause=false', container, copy.image]),
    ]);
    return copy;
  } catch (error) {
    await removeCopy(copy);
    throw error;
  } finally {
    await mustRun('docker', ['unpause', container]);
  }
}

/** Deletes a copy that no host uses any more. */
export async function removeCopy({ image, volume }: HostCopy): Promise<void> {
  await Promise.all([runCommand('docker', ['volume', 'rm', '-f', volume]), runCommand('docker', ['rmi', image])]);
}
