import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { arch } from 'node:process';
import { fileURLToPath } from 'node:url';
import { hubNames, pythonNames } from '../stand-in/names.ts';
import { builtFolder, hashInputs } from './cache-folder.ts';
import { makeCertificates } from './certificates.ts';
import { debianMirror } from './debian-mirror.ts';
import { makeDebianTree } from './debian-tree.ts';
import { makeFixtures } from './fixtures.ts';
import { fetchPart } from './golden-registry.ts';
import { loadHostImage, makeHostTree } from './host-image.ts';
import { dpkgStatus, makeArchiveKey, makePackageArchive } from './package-archive.ts';

/** What lab hosts start from. All are folders of the cache, but the image. */
export interface Golden {
  /** Image of the lab hosts, in the engine. */
  readonly image: string;
  /** Holds `server.crt` and `server.key`, the certificate of the stand-in's names, and `ca.crt`, the authority that lab hosts and images trust. */
  readonly certificates: string;
  /** Holds `archive/`, the package archive. */
  readonly packages: string;
  /** Holds `images/`, an OCI layout of the Hub's images. */
  readonly images: string;
  /** Holds `lab-host.tar`, what the image is made of, and `modules/`: Python modules in the releases that Debian has and the index offers, `MODULE-VERSION/MODULE`. */
  readonly tree: string;
}

/** What is built: the tree of the host, the package archive, the Hub's images; `load`: the host's image in the engine. */
export type GoldenPart = 'host' | 'packages' | 'images' | 'load';

/**
 * Makes what is missing (about a minute the first time; see `fetchPart` for a registry that has it) and gives the paths; `building` is told each part that is not there,
 * as it begins. Throws CommandError with the words of what failed.
 */
export async function ensureGolden(building: (part: GoldenPart) => void = () => undefined): Promise<Golden> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const hash = await hashInputs([arch, ...hubNames, ...pythonNames], [here]);
  const catalogue = fileURLToPath(new URL('../../catalogue', import.meta.url));
  const archived = await hashInputs([hash], [join(catalogue, 'archive')]);
  const certificates = await made('certificates', hash, makeCertificates);
  // The authority is made anew with each build, and images trust it.
  const authority = await readFile(join(certificates, 'ca.crt'), 'utf8');
  const recipes = await hashInputs([hash, archived, authority], [catalogue]);

  const host = made('lab-host', hash, async (folder) => makeHostTree(await debianMirror(), folder), () => building('host'));
  const packages = made('packages', archived, async (folder) => {
    const mirror = await debianMirror();
    const tree = join(folder, 'debian.tar');
    await makeDebianTree(mirror, await makeArchiveKey(folder), tree);
    await makePackageArchive(mirror, await dpkgStatus(tree), folder);
    for (const name of ['apt', 'gnupg']) await rm(join(folder, name), { recursive: true });
  }, () => building('packages'));
  const images = packages.then((folder) => made('images', recipes, (place) => (
    makeFixtures(place, { debianTar: join(folder, 'debian.tar'), packages: join(folder, 'programs'), authority })
  ), () => building('images')));

  // Whichever fails first is told; the others may fail after it.
  void Promise.allSettled([packages, images]);
  const tree = await host;
  const image = `drydock/lab-host:${await hashInputs([hash, authority], [])}`;
  await loadHostImage(tree, authority, image, () => building('load'));
  return { image, certificates, packages: await packages, images: await images, tree };
}

/** A folder of the cache: from the registry where that has it, else made here. */
function made(name: string, hash: string, make: (folder: string) => Promise<void>, begin: () => void = () => undefined): Promise<string> {
  return builtFolder(name, hash, async (folder) => {
    begin();
    if (!(await fetchPart(`${name}-${hash}`, folder))) await make(folder);
  });
}
