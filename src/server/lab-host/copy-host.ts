import { mustRun, runCommand } from '../child-process/index.ts';
import { owned } from './labels.ts';

/** A host's state, from which another can be started: the image of its root file system, and the volume with its engine's data. */
export interface HostCopy {
  readonly image: string;
  readonly volume: string;
}

/** Copies the state of a running host while it stands still. */
export async function copyHost(container: string, name: string, golden: string): Promise<HostCopy> {
  const copy: HostCopy = { image: `drydock/lab-host-copy:${name}`, volume: `${name}-engine` };
  const source = await mustRun('docker', ['inspect', '-f', '{{range .Mounts}}{{if eq .Destination "/var/lib/docker"}}{{.Name}}{{end}}{{end}}', container]);
  await mustRun('docker', ['volume', 'create', ...owned, copy.volume]);
  await mustRun('docker', ['pause', container]);
  try {
    // Overlay file systems keep what is deleted in attributes that only a privileged container may set.
    await mustRun('docker', [
      'run', '--rm', '--privileged', '--network', 'none', ...owned, '-v', `${source}:/from:ro`, '-v', `${copy.volume}:/to`, '--entrypoint', 'cp', golden, '-a', '/from/.', '/to/',
    ]);
    await mustRun('docker', ['commit', container, copy.image]);
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
