import { concatBytes } from '../base/index.ts';
import type { RegistryFiles } from './files.ts';

/** Files in memory: for `storage: inmemory` of a configuration. */
export function memoryFiles(): RegistryFiles {
  const files = new Map<string, Uint8Array>();
  const below = (path: string): string[] => [...files.keys()].filter((name) => name.startsWith(`${path}/`));
  /** Directories stay when what was in them goes. */
  const directories = new Set<string>();
  const put = (path: string, bytes: Uint8Array): void => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) directories.add(path.slice(0, end));
    files.set(path, bytes);
  };
  return {
    read: async (path, start = 0, end) => files.get(path)?.subarray(start, end),
    size: async (path) => files.get(path)?.length,
    async list(path) {
      if (!directories.has(path)) return undefined;
      return [...new Set([...below(path), ...[...directories].filter((name) => name.startsWith(`${path}/`))].map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))];
    },
    async write(path, bytes) {
      put(path, bytes);
    },
    async append(path, bytes) {
      put(path, concatBytes([files.get(path) ?? new Uint8Array(0), bytes]));
    },
    async rename(from, to) {
      const bytes = files.get(from);
      if (bytes) put(to, bytes);
      files.delete(from);
    },
    async remove(path) {
      for (const name of [path, ...below(path)]) files.delete(name);
      for (const name of directories) if (name === path || name.startsWith(`${path}/`)) directories.delete(name);
    },
  };
}
