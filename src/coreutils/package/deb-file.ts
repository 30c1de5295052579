import { decodeUtf8, readAr, readTar, type TarEntry } from '../../base/index.ts';
import { gunzip, isGzip } from '../../base/gzip/index.ts';
import { type Paragraph, parseControl } from './control.ts';

/** A binary package, opened: deb(5). */
export interface DebFile {
  control: Paragraph;
  /** Files of the control archive other than control: postinst, conffiles, md5sums … */
  controlFiles: Map<string, { bytes: Uint8Array; mode: number }>;
  /** Entries of the data archive; paths as in the archive (`./usr/games/cowsay`). */
  data: Generator<TarEntry, void>;
}

/** A file that is no package that we can open. */
export class DebError extends Error {
  override readonly name = 'DebError';
}

/** The content of a file entry, holes as zeros. */
export function contentOf(entry: TarEntry): Uint8Array {
  const [only] = entry.extents;
  if (entry.extents.length === 1 && only && only.offset === 0 && only.bytes.length === entry.size) return only.bytes;
  const bytes = new Uint8Array(entry.size);
  for (const extent of entry.extents) bytes.set(extent.bytes, extent.offset);
  return bytes;
}

/** Opens a package. Throws DebError. */
export function openDeb(bytes: Uint8Array, shown: string): DebFile {
  let members;
  try {
    members = readAr(bytes);
  } catch {
    throw new DebError(`'${shown}' is not a Debian format archive`);
  }
  if (members[0]?.name !== 'debian-binary') throw new DebError(`'${shown}' is not a Debian format archive`);
  const plain = (prefix: string): Uint8Array => {
    const member = members.find(({ name }) => name.startsWith(prefix));
    if (!member) throw new DebError(`archive '${shown}' lacks member '${prefix}'`);
    if (isGzip(member.data)) return gunzip(member.data);
    if (member.name === prefix) return member.data;
    throw new DebError(`archive '${shown}' uses unknown compression for member '${member.name}', giving up`);
  };
  const controlFiles = new Map<string, { bytes: Uint8Array; mode: number }>();
  for (const entry of readTar(plain('control.tar'))) if (entry.type === 'file') controlFiles.set(entry.path.replace(/^\.\//, ''), { bytes: contentOf(entry), mode: entry.mode });
  const control = parseControl(decodeUtf8(controlFiles.get('control')?.bytes ?? new Uint8Array()))[0];
  if (!control) throw new DebError(`archive '${shown}' contains no control file`);
  controlFiles.delete('control');
  return { control, controlFiles, data: readTar(plain('data.tar')) };
}
