import { mustRun, runCommand } from '../child-process/index.ts';
import type { LabDisk } from './lab-host.ts';
import { owned, ownedDisk } from './labels.ts';

/** Copies a disk to another volume; parts that were never written stay so, and where the file system can share what is equal it does. */
const copy = 'cp --sparse=always --reflink=auto /from/disk.img /to/disk.img.new && mv /to/disk.img.new /to/disk.img';

/** Makes the volume of a disk, unless there is one of that name. */
export async function makeDisk(name: string): Promise<void> {
  await mustRun('docker', ['volume', 'create', ...ownedDisk, name]);
}

/** Arguments of `docker run` for a host whose disk it is; `lab-init` does the rest. */
export function diskArguments({ name, size }: LabDisk): string[] {
  return ['-v', `${name}:/run/lab`, '-e', `DRYDOCK_DISK=${size}`];
}

/** Until `lab-init` has made the disk the root: what is written before is written beside it. The volume is not seen from there. */
const untilRoot = 'for _ in {1..1000}; do mountpoint -q /run/lab || exit 0; sleep 0.01; done; exit 1';

/** Waits until a host that was just started stands on its disk. */
export async function diskIsRoot(container: string): Promise<void> {
  const { exitCode } = await runCommand('docker', ['exec', container, 'bash', '-c', untilRoot]);
  if (exitCode === 0) return;
  const { stderr } = await runCommand('docker', ['logs', container]);
  throw new Error(`The disk of ${container} could not be mounted: ${stderr.trim() || 'no reason was given'}`);
}

/** Copies the disk of a running host to a new one, while the host stands still. */
export async function copyDisk(container: string, from: string, to: string, golden: string): Promise<void> {
  await makeDisk(to);
  await mustRun('docker', ['exec', container, 'sync']);
  await mustRun('docker', ['pause', container]);
  try {
    await mustRun('docker', ['run', '--rm', '--network', 'none', ...owned, '-v', `${from}:/from:ro`, '-v', `${to}:/to`, '--entrypoint', 'bash', golden, '-c', copy]);
  } catch (error) {
    await runCommand('docker', ['volume', 'rm', '-f', to]);
    throw error;
  } finally {
    await runCommand('docker', ['unpause', container]);
  }
}
