import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../child-process/index.ts';

/** Debian's packages that programs of images are taken from, besides those of the base; what they depend on comes with them. */
export const programPackages = ['python3.11', 'python3-pip-whl', 'redis-tools'] as const;

/** Makes at `root` the tree `base` with the packages of a folder unpacked over it. */
export async function unpackPrograms(packages: string, base: string, root: string): Promise<void> {
  await mustRun('cp', ['-al', base, root]);
  for (const name of (await readdir(packages)).sort()) {
    // dpkg-deb --extract would put a folder in the place of /lib, which is a link here.
    await mustRun('bash', ['-o', 'pipefail', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -C "$2" -x --keep-directory-symlink', 'bash', join(packages, name), root]);
  }
}
