import { type TarEntry, writeTarChunks } from '../../../base/index.ts';
import type { ContainerPathStat } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { HostStat } from '../ports/host-files.ts';
import { hasErrno } from '../ports/host-files.ts';
import { readTree } from '../store/read-tree.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { writeTree } from '../store/write-tree.ts';
import { rfc3339Nano } from '../timestamp.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { cleanPath } from './mounts.ts';
import { networkMounts } from './network-files.ts';

/** A container's file system as it sees it. */
interface View {
  /** A path of the container on the host. */
  place(path: string, last?: 'follow' | 'keep'): string;
  /** What is mounted, by the place that it hides. */
  mounted: ReadonlyMap<string, string>;
}

/** Runs `task` with the container's root mounted, its volumes and network files in their places. */
async function withRoot<T>(daemon: Daemon, container: Container, task: (view: View) => T | Promise<T>): Promise<T> {
  const { files } = daemon;
  const root = daemon.snapshotter.mount(container.mountId);
  const mounts = [...container.mounts.flatMap(({ point }) => (point.Source === '' ? [] : [{ source: point.Source, target: point.Destination }])), ...networkMounts(daemon, container)].sort((a, b) => b.target.length - a.target.length);
  const placeBy = (given: readonly { source: string; target: string }[], path: string, last: 'follow' | 'keep'): string => {
    const clean = cleanPath(path);
    const mount = given.find(({ target }) => clean === target || clean.startsWith(`${target}/`));
    return mount ? scopedPath(files, mount.source, clean.slice(mount.target.length), last) : scopedPath(files, root, clean, last);
  };
  try {
    return await task({
      place: (path, last = 'follow') => placeBy(mounts, path, last),
      mounted: new Map(mounts.map((mount, index) => [placeBy(mounts.slice(index + 1), mount.target, 'follow'), mount.source])),
    });
  } finally {
    daemon.snapshotter.unmount(container.mountId);
  }
}

/** `HEAD /containers/{id}/archive` */
export function statPath(daemon: Daemon, container: Container, name: string, path: string): Promise<ContainerPathStat> {
  return withRoot(daemon, container, ({ place }) => statAt(daemon, place(path, 'keep'), path, name));
}

/** `GET /containers/{id}/archive`: the file or directory as an archive, under its own name. */
export function getArchive(daemon: Daemon, container: Container, name: string, path: string): Promise<{ stat: ContainerPathStat; archive: Iterable<Uint8Array> }> {
  return withRoot(daemon, container, ({ place, mounted }) => {
    const kept = place(path, 'keep');
    const stat = statAt(daemon, kept, path, name);
    // `dir/.` means what is in it, under the name `.`.
    const contents = /(^|\/)\.$/.test(path) || (path.endsWith('/') && path !== '/');
    const target = contents ? place(path) : kept;
    const base = contents && path.endsWith('.') ? '.' : stat.name;
    const entries = [...readTree(daemon.files, target, base === '/' ? '' : base, { mounted })];
    emitContainer(daemon, container, 'archive-path');
    return { stat, archive: writeTarChunks(entries) };
  });
}

/** `PUT /containers/{id}/archive`: unpacks into a directory. */
export function putArchive(daemon: Daemon, container: Container, name: string, path: string, entries: AsyncIterable<TarEntry>, options: { noOverwriteDirNonDir: boolean; copyUidGid: boolean }): Promise<void> {
  if (container.hostConfig.ReadonlyRootfs && !container.mounts.some(({ point }) => (path === point.Destination || path.startsWith(`${point.Destination}/`)) && point.RW)) throw new EngineError('invalidParameter', 'container rootfs is marked read-only');
  return withRoot(daemon, container, async ({ place, mounted }) => {
    const target = place(path);
    let stat: HostStat;
    try {
      stat = daemon.files.stat(target);
    } catch (error) {
      if (hasErrno(error, 'ENOENT', 'ENOTDIR')) throw notFound(path, name);
      throw error;
    }
    if ((stat.mode & 0o170000) !== 0o040000) throw new EngineError('system', 'extraction point is not a directory');
    await writeTree(daemon.files, target, entries, {
      noOverwriteDirNonDir: options.noOverwriteDirNonDir,
      map: (entry) => {
        if (entry.type !== 'directory' && mounted.has(scopedPath(daemon.files, target, entry.path, 'keep'))) throw new EngineError('system', `unlinkat ${cleanPath(`${path}/${entry.path}`)}: device or resource busy`);
        return entry;
      },
    });
    emitContainer(daemon, container, 'extract-to-dir');
  });
}

/** `GET /containers/{id}/export`: the whole file system. */
export function exportContainer(daemon: Daemon, container: Container): Iterable<Uint8Array> {
  const root = daemon.snapshotter.mount(container.mountId);
  try {
    const entries = [...readTree(daemon.files, root, '')];
    emitContainer(daemon, container, 'export');
    return writeTarChunks(entries);
  } finally {
    daemon.snapshotter.unmount(container.mountId);
  }
}

function notFound(path: string, name: string): EngineError {
  return new EngineError('notFound', `Could not find the file ${path} in container ${name}`);
}

function statAt(daemon: Daemon, place: string, path: string, name: string): ContainerPathStat {
  try {
    const stat = daemon.files.lstat(place);
    const isLink = (stat.mode & 0o170000) === 0o120000;
    if (path.endsWith('/') && !isLink && (stat.mode & 0o170000) !== 0o040000) throw notFound(path, name);
    const clean = cleanPath(path);
    return { name: clean === '/' ? '/' : clean.slice(clean.lastIndexOf('/') + 1), size: stat.size, mode: goFileMode(stat.mode), mtime: rfc3339Nano(stat.mtime), linkTarget: isLink ? daemon.files.readlink(place) : '' };
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) throw notFound(path, name);
    throw error;
  }
}

/** Go's os.FileMode of a Unix mode. */
function goFileMode(mode: number): number {
  const types: Record<number, number> = { 0o040000: 2 ** 31, 0o120000: 2 ** 27, 0o060000: 2 ** 26, 0o010000: 2 ** 25, 0o140000: 2 ** 24, 0o020000: 2 ** 26 + 2 ** 21 };
  return (mode & 0o777) + (types[mode & 0o170000] ?? 0) + (mode & 0o4000 ? 2 ** 23 : 0) + (mode & 0o2000 ? 2 ** 22 : 0) + (mode & 0o1000 ? 2 ** 20 : 0);
}
