import { type HostFiles, hasErrno } from '../ports/host-files.ts';

/** Makes a directory and what is missing above it. */
export function makeDirectories(files: HostFiles, path: string, mode = 0o711): void {
  if (files.exists(path)) return;
  const parent = path.slice(0, path.lastIndexOf('/')) || '/';
  makeDirectories(files, parent, mode);
  try {
    files.mkdir(path, mode);
  } catch (error) {
    if (!hasErrno(error, 'EEXIST')) throw error;
  }
}

/** Writes to a temporary name and renames, so that a file is never half written. */
export function writeAtomically(files: HostFiles, path: string, data: string | Uint8Array, mode = 0o600): void {
  const temporary = `${path}.tmp`;
  files.writeFile(temporary, data, { mode });
  files.rename(temporary, path);
}

/** Reads a JSON file; undefined when it is missing or broken. The caller vouches for its shape: only this daemon writes it. */
export function readJson<T>(files: HostFiles, path: string): T | undefined {
  try {
    return JSON.parse(files.readTextFile(path)) as T;
  } catch (error) {
    if (error instanceof SyntaxError || hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Deletes a directory with all that is in it; what is missing is fine. */
export function removeTree(files: HostFiles, path: string): void {
  let stat;
  try {
    stat = files.lstat(path);
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return;
    throw error;
  }
  if ((stat.mode & 0o170000) !== 0o040000) return files.unlink(path);
  for (const { name } of files.readdir(path)) removeTree(files, `${path}/${name}`);
  files.rmdir(path);
}

/** Names in a directory, sorted; none when it is missing. */
export function listNames(files: HostFiles, path: string): string[] {
  if (!files.exists(path)) return [];
  return files.readdir(path).map((entry) => entry.name).sort();
}
