import { encodeUtf8, tarEntry, type TarEntry } from '../../base/index.ts';
import type { FileRecipe } from './file.ts';

/** Makes the bytes of the executable that runs a built-in program. */
export type ProgramStub = (program: string, architecture: 'amd64' | 'arm64') => Uint8Array;

const elf = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
const type = { directory: 'directory', text: 'file', binary: 'file', program: 'file', opaque: 'file', symlink: 'symlink', hardlink: 'hardlink' } as const;

/** The archive of files: sorted by path, with the directories that lead to them, links to a file after it. `prefix` is `./` in Debian packages. */
export function tarEntries(
  files: readonly FileRecipe[], options: { mtime: number; stub: ProgramStub; architecture?: 'amd64' | 'arm64'; prefix?: string },
): TarEntry[] {
  const { mtime, stub, architecture = 'amd64', prefix = '' } = options;
  const byPath = new Map<string, FileRecipe>();
  for (const file of files) {
    for (let slash = file.path.indexOf('/'); slash > 0; slash = file.path.indexOf('/', slash + 1)) {
      const parent = file.path.slice(0, slash);
      if (!byPath.has(parent)) byPath.set(parent, { kind: 'directory', path: parent, mode: 0o755 });
    }
    byPath.set(file.path, file);
  }
  const sorted = [...byPath.values()].sort((a, b) => Number(a.kind === 'hardlink') - Number(b.kind === 'hardlink') || (a.path < b.path ? -1 : 1));
  return sorted.map((file) => {
    const fields = { type: type[file.kind], mtime, uid: file.uid ?? 0, gid: file.gid ?? 0, ...(file.mode !== undefined && { mode: file.mode }) };
    const path = prefix + file.path;
    switch (file.kind) {
      case 'text': {
        const bytes = encodeUtf8(file.text);
        return tarEntry(path, { ...fields, bytes, ...(file.size !== undefined && { size: Math.max(file.size, bytes.length) }) });
      }
      case 'binary':
        return tarEntry(path, { ...fields, bytes: file.bytes });
      case 'program': {
        const bytes = stub(file.program, architecture);
        return tarEntry(path, { ...fields, bytes, size: Math.max(file.size, bytes.length) });
      }
      case 'opaque':
        return tarEntry(path, { ...fields, ...(file.elf && { bytes: elf }), size: Math.max(file.size, file.elf ? elf.length : 0) });
      case 'symlink':
        return tarEntry(path, { ...fields, linkPath: file.target });
      case 'hardlink':
        return tarEntry(path, { ...fields, linkPath: prefix + file.target });
      case 'directory':
        return tarEntry(path, fields);
    }
  });
}
