import { fileType, fileTypeMask, isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import type { RegistryFiles } from '../../../registry/index.ts';

/** What is not there is undefined; other failures throw. */
function absent<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** A process's files, for a registry: as its user may, with directories of mode 755. */
export function processFiles(process: Process): RegistryFiles {
  const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
  const makeDirectories = (path: string): void => {
    if (process.exists(path)) return;
    makeDirectories(directoryOf(path));
    process.mkdir(path, 0o755);
  };
  const remove = (path: string): void => {
    const found = absent(() => process.lstat(path));
    if (!found) return;
    if ((found.mode & fileTypeMask) !== fileType.directory) return process.unlink(path);
    for (const { name } of process.readdir(path)) remove(`${path}/${name}`);
    process.rmdir(path);
  };
  return {
    read: async (path, start = 0, end) => absent(() => process.readFile(path))?.subarray(start, end),
    size: async (path) => absent(() => process.stat(path))?.size,
    list: async (path) => absent(() => process.readdir(path))?.map(({ name }) => name),
    async write(path, bytes) {
      makeDirectories(directoryOf(path));
      process.writeFile(path, bytes, { mode: 0o644 });
    },
    append: async (path, bytes) => process.writeFile(path, bytes, { append: true }),
    async rename(from, to) {
      makeDirectories(directoryOf(to));
      process.rename(from, to);
    },
    remove: async (path) => remove(path),
  };
}
