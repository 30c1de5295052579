import type { Process, Stat } from '../../kernel/uapi/index.ts';
import { isDirectory, isSymlink, joinPath } from '../program/index.ts';

/** Visits `path` and, where `recursive`, all under it, parents first. `refuse` hears of what cannot be read. Links under it are not followed. */
export async function walk(
  process: Process, path: string, recursive: boolean,
  visit: (path: string, stat: Stat) => Promise<void> | void, refuse: (path: string, error: unknown, reading: boolean) => Promise<void>, followTop = true,
): Promise<void> {
  let stat: Stat;
  try {
    stat = followTop ? process.stat(path) : process.lstat(path);
  } catch (error) {
    return await refuse(path, error, false);
  }
  await visit(path, stat);
  await process.checkpoint();
  if (!recursive || !isDirectory(stat.mode) || (!followTop && isSymlink(stat.mode))) return;
  let names: string[];
  try {
    names = process.readdir(path).map((entry) => entry.name);
  } catch (error) {
    return await refuse(path, error, true);
  }
  for (const name of names) await walk(process, joinPath(path, name), true, visit, refuse, false);
}
