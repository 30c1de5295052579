import { concatBytes, decodeUtf8, encodeUtf8 } from './bytes.ts';

/** A member of an ar(5) archive. `mtime` is in milliseconds. */
export interface ArMember {
  name: string;
  data: Uint8Array;
  mtime?: number;
  mode?: number;
}

/** Bytes that are no ar archive, or a broken one. */
export class ArError extends Error {
  override readonly name = 'ArError';
}

const magic = '!<arch>\n';

/** Reads an ar archive in the common format (as in .deb files). Throws ArError. */
export function readAr(bytes: Uint8Array): ArMember[] {
  if (decodeUtf8(bytes.subarray(0, magic.length)) !== magic) throw new ArError('file format not recognized');
  const members: ArMember[] = [];
  let offset = magic.length;
  while (offset + 60 <= bytes.length) {
    const header = decodeUtf8(bytes.subarray(offset, offset + 60));
    const size = Number.parseInt(header.slice(48, 58), 10);
    if (header.slice(58) !== '`\n' || Number.isNaN(size)) throw new ArError('malformed archive');
    offset += 60;
    if (offset + size > bytes.length) throw new ArError('file truncated');
    members.push({
      name: header.slice(0, 16).trimEnd().replace(/\/$/, ''),
      data: bytes.subarray(offset, offset + size),
      mtime: (Number.parseInt(header.slice(16, 28), 10) || 0) * 1000,
      mode: Number.parseInt(header.slice(40, 48), 8) || 0,
    });
    offset += size + (size % 2);
  }
  return members;
}

/** Writes an ar archive as dpkg-deb does: owner 0, mode 100644, names of at most 16 characters. */
export function writeAr(members: readonly ArMember[]): Uint8Array {
  const parts = [encodeUtf8(magic)];
  for (const { name, data, mtime = 0, mode = 0o100644 } of members) {
    if (name.length > 16) throw new ArError(`${name}: name is longer than 16 characters`);
    const fields = [name.padEnd(16), String(Math.floor(mtime / 1000)).padEnd(12), '0'.padEnd(6), '0'.padEnd(6), mode.toString(8).padEnd(8), String(data.length).padEnd(10)];
    parts.push(encodeUtf8(`${fields.join('')}\`\n`), data);
    if (data.length % 2) parts.push(encodeUtf8('\n'));
  }
  return concatBytes(parts);
}
