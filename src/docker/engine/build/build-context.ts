import { type ByteSource, decodeUtf8, readTarStream, type TarEntry, TarError, tarEntry } from '../../../base/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { hasErrno } from '../ports/host-files.ts';
import { randomId } from '../identifier.ts';
import { makeDirectories, removeTree } from '../store/json-file.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { writeTree } from '../store/write-tree.ts';
import { takeSession } from './build-session.ts';
import { Dockerignore } from './dockerignore.ts';

/** The files that a build may copy, unpacked on the host, without those that .dockerignore leaves out. */
export interface BuildContext {
  /** Directory on the host. */
  root: string;
  dockerfile: { name: string; bytes: Uint8Array } | undefined;
  dockerignore: { name: string; bytes: Uint8Array } | undefined;
  /** Bytes of an upload as BuildKit counts them: what lies in the context. */
  entries: { path: string; size: number; isFile: boolean }[];
  /** Secrets that came along, by id. */
  secrets: ReadonlyMap<string, Uint8Array>;
  /** Directories on the host of further contexts, by name. */
  named: ReadonlyMap<string, string>;
  dispose(): void;
}

/** Unpacks the archive of a context. The Dockerfile is found even when it is ignored. */
export async function openContext(daemon: Daemon, body: ByteSource, dockerfileName: string, session = ''): Promise<BuildContext> {
  const { files } = daemon;
  const root = `${daemon.root}/tmp/docker-builder${randomId(daemon.random).slice(0, 9)}`;
  makeDirectories(files, root, 0o700);
  try {
    await writeTree(files, root, readTarStream(await plain(body)), { map: ownedByRoot });
  } catch (error) {
    removeTree(files, root);
    if (error instanceof TarError) throw new EngineError('invalidParameter', error.message);
    throw error;
  }
  const read = (name: string): { name: string; bytes: Uint8Array } | undefined => {
    try {
      return { name, bytes: files.readFile(scopedPath(files, root, name)) };
    } catch (error) {
      if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL')) return undefined;
      throw error;
    }
  };
  const beside = session === '' ? undefined : takeSession(files, root, session);
  const dockerfile = beside?.dockerfile ? { name: dockerfileName, bytes: beside.dockerfile } : read(dockerfileName);
  const own = beside?.dockerfile ? beside.dockerignore && { name: '.dockerignore', bytes: beside.dockerignore } : read(`${dockerfileName}.dockerignore`);
  const dockerignore = own ?? read('.dockerignore');
  const ignore = dockerignore && new Dockerignore(decodeUtf8(dockerignore.bytes));
  const entries: BuildContext['entries'] = [];
  const walk = (directory: string, prefix: string): boolean => {
    let kept = false;
    for (const { name } of files.readdir(directory).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      const place = `${directory}/${name}`;
      const stat = files.lstat(place);
      const isDirectory = (stat.mode & 0o170000) === 0o040000;
      const excluded = ignore?.excludes(path) ?? false;
      // A directory that is left out stays when something in it is taken in again.
      const at = entries.length;
      const within = isDirectory && walk(place, path);
      if (excluded && !within) {
        removeTree(files, place);
        continue;
      }
      kept = true;
      entries.splice(at, 0, { path, size: stat.size, isFile: (stat.mode & 0o170000) === 0o100000 });
    }
    return kept;
  };
  walk(root, '');
  const dispose = (): void => {
    removeTree(files, root);
    beside?.dispose();
  };
  return { root, dockerfile, dockerignore, entries, secrets: beside?.secrets ?? new Map(), named: beside?.named ?? new Map(), dispose };
}

async function plain(body: ByteSource): Promise<ByteSource> {
  const first = (await body.read()).slice();
  if (first[0] === 0x1f && first[1] === 0x8b) {
    const [{ gunzip }, { concatBytes, readAll, sourceOf }] = await Promise.all([import('../../../base/gzip/index.ts'), import('../../../base/index.ts')]);
    return sourceOf(gunzip(concatBytes([first, await readAll(body)])));
  }
  let head = first;
  return {
    async read(max = 65536) {
      if (head.length === 0) return body.read(max);
      const part = head.subarray(0, max);
      head = head.subarray(part.length);
      return part;
    },
  };
}

function ownedByRoot(entry: TarEntry): TarEntry {
  return tarEntry(entry.path, { ...entry, uid: 0, gid: 0, uname: '', gname: '' });
}

/** Bytes that BuildKit's file transfer takes for these files: a little for each name, and contents that the builder does not have yet. */
export function transferSize(entries: readonly { path: string; size: number; isFile: boolean }[], hasContent: (path: string) => boolean): number {
  const varint = (value: number): number => (value > 127 ? Math.ceil(Math.log2(value + 1) / 7) - 1 : 0);
  let bytes = 2;
  for (const [index, { path, size, isFile }] of entries.entries()) {
    bytes += 19 + path.length + (index > 0 ? 2 : 0) + (isFile ? varint(size) : 4);
    if (isFile && size > 0 && !hasContent(path)) bytes += size + 6 + varint(size);
  }
  return bytes;
}
