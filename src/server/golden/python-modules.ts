import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { distributions, normalizedName } from '../../catalogue/index.ts';
import { mustRun } from '../child-process/index.ts';

/** Debian's packages of the distributions that the Python index offers. */
export const modulePackages: readonly string[] = distributions.map(({ name }) => `python3-${normalizedName(name)}`);

/** Makes `folder` of Debian's packages in `debs`: `MODULE-VERSION/MODULE`, Python's own files, of each release that the index has too. */
export async function unpackModules(debs: string, folder: string): Promise<void> {
  await mkdir(folder);
  const tree = await mkdtemp(join(debs, 'tree-'));
  for (const file of await readdir(debs)) if (file.endsWith('.deb')) await mustRun('dpkg-deb', ['--extract', join(debs, file), tree]);
  const packages = join(tree, 'usr/lib/python3/dist-packages');
  for (const entry of await readdir(packages)) {
    const [, name, version] = /^(.+)-([^-]+)\.(?:dist|egg)-info$/.exec(entry) ?? [];
    const found = distributions.find((each) => name !== undefined && normalizedName(each.name) === normalizedName(name) && each.releases.some((release) => release.version === version));
    if (!found) continue;
    // Extensions are made for Debian's Python; what has one does without.
    await mustRun('find', [join(packages, found.module), '-name', '*.so', '-delete']);
    await mkdir(join(folder, `${found.module}-${version}`));
    await rename(join(packages, found.module), join(folder, `${found.module}-${version}`, found.module));
  }
  await rm(tree, { recursive: true });
}
