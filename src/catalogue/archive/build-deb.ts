import { encodeUtf8, tarEntry, type TarEntry, writeAr, writeTar } from '../../base/index.ts';
import { gzip } from '../../base/gzip/index.ts';
import { formatControl } from '../debian/control.ts';
import { type ProgramStub, tarEntries } from '../recipe/tar-entries.ts';
import type { DebRecipe } from './deb-recipe.ts';

/** How packages are packed. */
export interface BuildDebOptions {
  stub: ProgramStub;
  /** Time of the files, milliseconds. */
  mtime: number;
  /** For the real dpkg, which reads no sparse files: programs are just what `stub` gives, and bulk is left out. */
  plain?: boolean;
  /** Files to install instead of the recipe's (paths relative to the root, directories included). */
  contents?: readonly TarEntry[];
}

/** Packs a recipe into a real .deb. The same input gives the same bytes. */
export function buildDeb(recipe: DebRecipe, { stub, mtime, plain = false, contents }: BuildDebOptions): Uint8Array {
  const files = plain
    ? recipe.files.map((file) => (file.kind === 'program' ? { ...file, size: 0 } : file.kind === 'opaque' ? { ...file, size: 0 } : file))
    : recipe.files;
  const entries = contents?.map((entry) => ({ ...entry, path: `./${entry.path}` })) ?? tarEntries(files, { mtime, stub, prefix: './' });
  const root = tarEntry('.', { type: 'directory', mtime });
  const control = tarEntry('./control', { bytes: encodeUtf8(formatControl(recipe.control)), mtime });
  const members = [
    { name: 'debian-binary', data: encodeUtf8('2.0\n'), mtime },
    { name: 'control.tar.gz', data: gzip(writeTar([root, control])), mtime },
    { name: 'data.tar.gz', data: gzip(writeTar([root, ...entries], { sparse: !plain })), mtime },
  ];
  return writeAr(members);
}
