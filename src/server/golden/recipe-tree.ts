import { chmod, chown, copyFile, link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileRecipe, helloWorldText } from '../../catalogue/index.ts';
import { mustRun } from '../child-process/index.ts';
import { helloProgram } from './hello-program.ts';

/** Real programs for the sandbox's built-in ones. Files of other programs and of libraries are left out. */
const programs: Readonly<Record<string, (path: string, folder: string) => Promise<void>>> = {
  busybox: (path) => copyFile('/bin/busybox', path),
  'hello-world': (path) => writeFile(path, helloProgram(helloWorldText)),
  registry: (path, folder) => copyWithLibraries('/usr/bin/docker-registry', path, folder),
  dnmonster: (path) => copyFile(new URL('dnmonster.pl', import.meta.url), path),
  'redis-server': (path, folder) => copyWithLibraries('/usr/bin/redis-server', path, folder),
  'redis-cli': (path, folder) => copyWithLibraries('/usr/bin/redis-cli', path, folder),
};

/** Copies a program of this machine, and below `folder` the libraries that it is linked with. */
async function copyWithLibraries(from: string, path: string, folder: string): Promise<void> {
  await copyFile(from, path);
  const libraries = [...(await mustRun('ldd', [from])).matchAll(/^\s*(?:\S+ => )?(\/\S+) \(/gm)].map((match) => match[1] ?? '');
  for (const library of libraries) {
    await mkdir(join(folder, dirname(library)), { recursive: true });
    await copyFile(library, join(folder, library));
    await chmod(join(folder, library), 0o755);
  }
}

/** Lays the files of a recipe into a folder. Applets that the real busybox does not have are left out. */
export async function writeRecipe(folder: string, files: readonly FileRecipe[]): Promise<void> {
  const applets = new Set((await mustRun('busybox', ['--list'])).split('\n'));
  const busyboxes = new Set(files.flatMap((file) => (file.kind === 'program' && file.program === 'busybox' ? [file.path] : [])));
  const isApplet = (file: FileRecipe & { target: string }): boolean => busyboxes.has(file.target.replace(/^\//, ''));
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  // Links after what they lead to.
  for (const file of [...files].sort((a, b) => Number(a.kind === 'hardlink') - Number(b.kind === 'hardlink'))) {
    const path = join(folder, file.path);
    if ('target' in file && isApplet(file) && name(file.path) !== 'busybox' && !applets.has(name(file.path))) continue;
    if (file.kind === 'opaque' || (file.kind === 'program' && !programs[file.program])) continue;
    await mkdir(dirname(path), { recursive: true });
    switch (file.kind) {
      case 'directory':
        await mkdir(path, { recursive: true });
        break;
      case 'text':
        await writeFile(path, file.text);
        break;
      case 'program':
        await programs[file.program]?.(path, folder);
        break;
      case 'symlink':
        await symlink(file.target, path);
        continue;
      case 'hardlink':
        await link(join(folder, file.target), path);
        continue;
    }
    await chown(path, file.uid ?? 0, file.gid ?? 0);
    await chmod(path, file.mode ?? 0o644);
  }
}
