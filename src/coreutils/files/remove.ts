import { fileType, fileTypeMask, type Stat } from '../../kernel/uapi/index.ts';
import { isDirectory, joinPath, quote, reason, type Tool } from '../program/index.ts';
import { confirm } from './confirm.ts';

/** How rm removes. */
export interface RemoveSettings {
  verbose?: boolean;
  interactive?: boolean;
  force?: boolean;
}

/** A file's kind in GNU's words. */
export function kindOf(stat: Stat): string {
  switch (stat.mode & fileTypeMask) {
    case fileType.directory: return 'directory';
    case fileType.symlink: return 'symbolic link';
    case fileType.fifo: return 'fifo';
    case fileType.socket: return 'socket';
    case fileType.block: return 'block special file';
    case fileType.character: return 'character special file';
    default: return stat.size === 0 ? 'regular empty file' : 'regular file';
  }
}

/** Removes a file, or a directory with all in it; false when something failed (it was said). */
export async function removeTree(tool: Tool, path: string, settings: RemoveSettings = {}): Promise<boolean> {
  const { process, busybox } = tool;
  const fail = async (error: unknown): Promise<false> => {
    await tool.error(busybox ? `can't remove '${path}': ${reason(error)}` : `cannot remove ${quote(path)}: ${reason(error)}`);
    return false;
  };
  let stat: Stat;
  try {
    stat = process.lstat(path);
  } catch (error) {
    return await fail(error);
  }
  await process.checkpoint();
  const guarded = !settings.force && !settings.interactive && process.isatty(0) && (stat.mode & fileTypeMask) !== fileType.symlink && !process.access(path, 'w');
  const ask = async (verb: string): Promise<boolean> => !(settings.interactive || guarded) || confirm(tool, `${verb} ${guarded ? 'write-protected ' : ''}${kindOf(stat)} ${quote(path)}? `);
  if (!isDirectory(stat.mode)) {
    if (!(await ask('remove'))) return true;
    try {
      process.unlink(path);
    } catch (error) {
      return await fail(error);
    }
    if (settings.verbose) tool.out.write(`removed ${quote(path)}\n`);
    return true;
  }
  let names: string[] = [];
  try {
    names = process.readdir(path).map((entry) => entry.name);
  } catch (error) {
    // An empty one goes without being read.
    try {
      process.rmdir(path);
    } catch {
      return await fail(error);
    }
    if (settings.verbose) tool.out.write(`removed directory ${quote(path)}\n`);
    return true;
  }
  if (names.length && !(await ask('descend into'))) return true;
  let fine = true;
  for (const name of names) fine = (await removeTree(tool, joinPath(path, name), settings)) && fine;
  if (!fine) return false;
  if (!(await ask('remove'))) return true;
  try {
    process.rmdir(path);
  } catch (error) {
    return await fail(error);
  }
  if (settings.verbose) tool.out.write(`removed directory ${quote(path)}\n`);
  return true;
}
