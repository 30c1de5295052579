import { chmod, chown, copyFile, link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { internetRoot } from '../../catalogue/authority/index.ts';
import { type FileRecipe, helloWorldText } from '../../catalogue/index.ts';
import { mustRun } from '../child-process/index.ts';
import { helloProgram } from './hello-program.ts';
import { copyWithLibraries, type Place } from './place.ts';
import { interpreterName, layInterpreter, layPip } from './python.ts';
import { layRedisServer } from './redis-server.ts';

type Lay = (path: string, place: Place) => Promise<void>;

/** Real programs for the sandbox's built-in ones. Files of other programs and of libraries are left out. */
const programs: Readonly<Record<string, Lay>> = {
  busybox: (path) => copyFile('/bin/busybox', path),
  'hello-world': (path) => writeFile(path, helloProgram(helloWorldText)),
  registry: (path, place) => copyWithLibraries(place, '/', '/usr/bin/docker-registry', path),
  dnmonster: (path) => copyFile(new URL('dnmonster.pl', import.meta.url), path),
  pip: layPip,
  'redis-server': layRedisServer,
  'redis-cli': (path, place) => copyWithLibraries(place, place.programs, '/usr/bin/redis-cli', path),
  'redis-benchmark': (path, place) => copyWithLibraries(place, place.programs, '/usr/bin/redis-benchmark', path),
};

const programOf = (name: string): Lay | undefined => programs[name] ?? (interpreterName.test(name) ? layInterpreter : undefined);

/** Lays the files of a recipe into a place. Applets that the real busybox does not have are left out. */
export async function writeRecipe(place: Place, files: readonly FileRecipe[]): Promise<void> {
  const { folder } = place;
  const applets = new Set((await mustRun('busybox', ['--list'])).split('\n'));
  const busyboxes = new Set(files.flatMap((file) => (file.kind === 'program' && file.program === 'busybox' ? [file.path] : [])));
  const isApplet = (file: FileRecipe & { target: string }): boolean => busyboxes.has(file.target.replace(/^\//, ''));
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  // Links after what they lead to.
  for (const file of [...files].sort((a, b) => Number(a.kind === 'hardlink') - Number(b.kind === 'hardlink'))) {
    const path = join(folder, file.path);
    if ('target' in file && isApplet(file) && name(file.path) !== 'busybox' && !applets.has(name(file.path))) continue;
    if (file.kind === 'opaque' || (file.kind === 'program' && !programOf(file.program))) continue;
    await mkdir(dirname(path), { recursive: true });
    switch (file.kind) {
      case 'directory':
        await mkdir(path, { recursive: true });
        break;
      case 'text':
        // A store of the sandbox's authorities trusts the lab's.
        await writeFile(path, file.text === internetRoot ? place.authority : file.text);
        break;
      case 'program':
        await programOf(file.program)?.(path, place);
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
