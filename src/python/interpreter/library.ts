import { inflateSync } from 'fflate';

/** The part of Emscripten's in-memory file system that is used here. */
export interface MemoryFs {
  mkdirTree(path: string): void;
  create(path: string, mode?: number): { contents: unknown; usedBytes: number };
}

/** Puts the files of a zip archive into the interpreter's file system; each is inflated when it is first read. */
export function mountArchive(fs: MemoryFs, archive: Uint8Array, folder: string): void {
  const folders = new Set<string>();
  for (const { name, size, data } of entries(archive)) {
    if (name.endsWith('/')) continue;
    const path = `${folder}/${name}`;
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (!folders.has(parent)) fs.mkdirTree(parent);
    folders.add(parent);
    const node = fs.create(path, 0o644);
    let contents: Uint8Array | undefined;
    Object.defineProperty(node, 'contents', {
      get: () => (contents ??= data()),
      set(value: Uint8Array) {
        contents = value;
      },
    });
    node.usedBytes = size;
  }
}

function* entries(archive: Uint8Array): Generator<{ name: string; size: number; data: () => Uint8Array }> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extraLength, commentLength, start] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const data = (): Uint8Array => {
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const bytes = archive.subarray(from, from + packed);
      return method === 0 ? bytes.slice() : inflateSync(bytes, { out: new Uint8Array(size) });
    };
    yield { name, size, data };
    at += 46 + nameLength + extraLength + commentLength;
  }
}
