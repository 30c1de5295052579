import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFolder, hashInputs } from './cache-folder.ts';
import type { Golden } from './golden.ts';

/** What was shown on lab hosts; `before`: by an earlier run on this machine. */
export interface Shown {
  words: string;
  before: boolean;
}

/**
 * Shows something on lab hosts, unless an earlier run on this machine has shown the same: from the same golden state, with the same code of the server, for the same `texts` and files below
 * `folders`. `show` gives the words to keep; what it throws is thrown, and nothing is kept. To have it shown again, remove `shown.*` from the cache.
 */
export async function shownOnce(golden: Golden, name: string, { texts, folders }: { texts: readonly string[]; folders: readonly string[] }, show: () => Promise<string>): Promise<Shown> {
  const server = fileURLToPath(new URL('..', import.meta.url));
  const hash = await hashInputs([golden.image, golden.packages, golden.images, ...texts], [server, ...folders]);
  let before = true;
  const folder = await builtFolder(`shown.${name.replaceAll('/', '.')}`, hash, async (place) => {
    before = false;
    await writeFile(join(place, 'words'), await show());
  });
  return { words: await readFile(join(folder, 'words'), 'utf8'), before };
}
