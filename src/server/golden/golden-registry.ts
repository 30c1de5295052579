import { mustRun, runCommand } from '../child-process/index.ts';

/** Where the files of a part lie in its image. */
const inside = 'golden';

/** The image of a part, `NAME-HASH`, in the registry that `DRYDOCK_REGISTRY` names (`HOST[:PORT][/PATH]`); undefined where none is named. */
function imageOf(part: string): string | undefined {
  const registry = process.env['DRYDOCK_REGISTRY']?.replace(/\/+$/, '');
  return registry ? `${registry}/drydock-golden:${part}` : undefined;
}

/**
 * Fills a folder with a part as the registry has it. False where no registry is named, where it does not answer and where it has not got the part (told on the standard error): then it has to be
 * made. Docker fetches it, with its logins and certificates. Throws CommandError when what came cannot be unpacked.
 */
export async function fetchPart(part: string, folder: string): Promise<boolean> {
  const image = imageOf(part);
  if (image === undefined) return false;
  const { exitCode, stderr } = await runCommand('docker', ['pull', '-q', image]);
  if (exitCode !== 0) {
    process.stderr.write(`DRYDOCK_REGISTRY: no ${image}, so it is made here: ${stderr.trim()}\n`);
    return false;
  }
  const container = await mustRun('docker', ['create', image, 'none']);
  try {
    await mustRun('bash', ['-o', 'pipefail', '-c', 'docker cp "$0:$1" - | tar -xp --same-owner --strip-components=1 -C "$2"', container, inside, folder]);
  } finally {
    await runCommand('docker', ['rm', container]);
    await runCommand('docker', ['rmi', image]);
  }
  return true;
}

/** Puts a part into the registry, from which other machines fetch it; gives the image's name. Throws an Error where `DRYDOCK_REGISTRY` names none, CommandError with Docker's words where it refuses. */
export async function pushPart(part: string, folder: string): Promise<string> {
  const image = imageOf(part);
  if (image === undefined) throw new Error('DRYDOCK_REGISTRY names no registry: set it to HOST[:PORT][/PATH]');
  await mustRun('bash', ['-o', 'pipefail', '-c', 'tar -c -C "$1" --exclude ./.done --transform "s,^\\.,$2,S" . | docker import -m "$0" - "$0"', image, folder, inside]);
  try {
    await mustRun('docker', ['push', '-q', image]);
  } finally {
    await runCommand('docker', ['rmi', image]);
  }
  return image;
}
