import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDebianTree } from './base-tree.ts';
import { builtFolder, hashInputs } from './cache-folder.ts';
import { makeCertificates } from './certificates.ts';
import { debianMirror } from './debian-mirror.ts';
import { makeFixtures } from './fixtures.ts';
import { loadHostImage, makeHostTree } from './host-image.ts';
import { dpkgStatus, makeArchiveKey, makePackageArchive } from './package-archive.ts';

/** What lab hosts start from. */
export interface Golden {
  /** Image of the lab hosts, in the engine. */
  readonly image: string;
  /** Holds `images/` (an OCI layout), `archive/` (packages), `server.crt` and `server.key` (the Hub's certificate), `ca.crt` (the authority). */
  readonly folder: string;
}

/** Builds what is missing (about a minute the first time) and gives the paths. Throws CommandError with the words of what failed. */
export async function ensureGolden(): Promise<Golden> {
  const mirror = await debianMirror();
  const here = fileURLToPath(new URL('.', import.meta.url));
  const hash = await hashInputs([mirror], [here]);
  const folder = await builtFolder('golden', hash, (place) => build(mirror, place));
  const image = `drydock/lab-host:${hash}`;
  await loadHostImage(folder, image);
  return { image, folder };
}

async function build(mirror: string, folder: string): Promise<void> {
  const debianTar = join(folder, 'debian.tar');
  const images = async (): Promise<void> => {
    await makeDebianTree(mirror, await makeArchiveKey(folder), debianTar);
    await Promise.all([makeFixtures(folder, debianTar), dpkgStatus(debianTar).then((status) => makePackageArchive(mirror, status, folder))]);
  };
  await Promise.all([makeHostTree(mirror, folder), images(), makeCertificates(folder)]);
  for (const name of ['apt', 'gnupg', 'debian.tar', 'debian.tar.over', 'ca.key', 'server.csr', 'server.ext']) await rm(join(folder, name), { recursive: true, force: true });
}
