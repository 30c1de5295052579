import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mustRun } from '../child-process/index.ts';

/** Where the files of an image's layer are laid, and what its real programs are made of. */
export interface Place {
  readonly folder: string;
  /** A root of Debian's with the packages that programs are taken from. */
  readonly programs: string;
  /** The root of Debian's that the image stands on; undefined where it stands on another. */
  readonly base: string | undefined;
  /** The image's variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** The certificate of the authority that the image trusts, in PEM. */
  readonly authority: string;
}

/** Brings the libraries that programs below `root` are linked with, but those that the image's base has. */
export async function bringLibraries(place: Place, root: string, programs: readonly string[]): Promise<void> {
  const told = await mustRun('chroot', [root, 'ldd', ...programs]);
  const libraries = [...new Set([...told.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(/gm)].map((match) => match[1] ?? ''))];
  const real = (await mustRun('chroot', [root, 'realpath', '--', ...libraries])).split('\n');
  for (const [index, library] of libraries.entries()) {
    const from = real[index] ?? '';
    if (place.base && existsSync(join(place.base, from))) continue;
    // On a base of Debian's /lib leads to /usr/lib; a folder of that name would take its place.
    const to = join(place.folder, place.base ? join(dirname(from), basename(library)) : library);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(root, from), to);
    await chmod(to, 0o755);
  }
}

/** Copies a program, which is at `from` below `root`, with its libraries. */
export async function copyWithLibraries(place: Place, root: string, from: string, path: string): Promise<void> {
  await copyFile(join(root, from), path);
  await bringLibraries(place, root, [from]);
}
