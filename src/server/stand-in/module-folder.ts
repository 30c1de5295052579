import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ModuleSource } from '../../catalogue/index.ts';

/** The modules of a folder, which holds `MODULE-VERSION/MODULE`. */
export function moduleFolder(folder: string): ModuleSource {
  return async (module, version) => {
    const place = join(folder, `${module}-${version}`);
    const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
    return paths.length === 0 ? undefined : Object.fromEntries(await Promise.all(paths.map(async (path) => [relative(place, path), new Uint8Array(await readFile(path))] as const)));
  };
}
