import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where things are kept that are dear to make and safe to delete. */
export function cacheRoot(): string {
  return process.env['DRYDOCK_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'drydock');
}

/** A hash of texts and of all files in folders; twelve hexadecimal digits. */
export async function hashInputs(texts: readonly string[], folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(texts));
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/.test(entry.name));
    for (const path of names.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(path.slice(folder.length)).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * A folder of the cache that is built once, by one process at a time: `build` fills it, and only when it has succeeded the folder counts.
 * Older folders of the same name are removed after.
 */
export async function builtFolder(name: string, hash: string, build: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheRoot(), `${name}-${hash}`);
  const done = join(folder, '.done');
  if (existsSync(done)) return folder;
  return exclusively(name, async () => {
    if (existsSync(done)) return folder;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await build(folder);
    await writeFile(done, '');
    for (const other of await readdir(cacheRoot())) {
      // A hash comes after the name, so that `build` is not taken for `build-args`.
      if (other.startsWith(`${name}-`) && /^[0-9a-f]{12}$/.test(other.slice(name.length + 1)) && other !== `${name}-${hash}`) await rm(join(cacheRoot(), other), { recursive: true, force: true });
    }
    return folder;
  });
}

/** Does something that one process at a time may do; the lock of one that is gone does not count. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lock(join(cacheRoot(), `${name}.lock`));
  try {
    return await work();
  } finally {
    await unlock();
  }
}

async function lock(path: string): Promise<() => Promise<void>> {
  await mkdir(join(path, '..'), { recursive: true });
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Whether a process of that id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
