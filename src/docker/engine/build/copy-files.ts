import { readTar, sha256Hex, Sha256, encodeUtf8, TarError } from '../../../base/index.ts';
import { globRegExp, hasGlob } from '../glob.ts';
import { type HostFiles, hasErrno, type HostStat } from '../ports/host-files.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { writeTree } from '../store/write-tree.ts';
import { removeTree } from '../store/json-file.ts';

/** A source that matched, in the tree that it is copied from. */
export interface CopySource {
  /** Path in that tree, with a leading slash. */
  path: string;
  /** Place on the host. */
  place: string;
}

/** A source that is not there. */
export class SourceNotFound extends Error {
  override readonly name = 'SourceNotFound';
  readonly path: string;

  constructor(path: string) {
    super(`${JSON.stringify(path)}: not found`);
    this.path = path;
  }
}

/** A destination that cannot be written to as it is. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

/** Finds what COPY's sources mean: patterns may match nothing, names must exist. */
export function findSources(files: HostFiles, root: string, patterns: readonly string[]): CopySource[] {
  return patterns.flatMap((pattern) => {
    const parts: string[] = [];
    for (const part of pattern.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    const path = `/${parts.join('/')}`;
    if (!hasGlob(path)) {
      const place = scopedPath(files, root, path);
      if (!lstat(files, place)) throw new SourceNotFound(`/${linkTarget(files, root, path)}`);
      return [{ path, place }];
    }
    return expandGlob(files, root, parts).map((match) => ({ path: match, place: scopedPath(files, root, match) }));
  });
}

/** What a dangling link names, for the message. */
function linkTarget(files: HostFiles, root: string, path: string): string {
  return scopedPath(files, root, path).slice(root.length + 1);
}

function expandGlob(files: HostFiles, root: string, parts: readonly string[]): string[] {
  let found = [''];
  for (const part of parts) {
    const expression = globRegExp(part);
    found = found.flatMap((base) => {
      if (!hasGlob(part)) return lstat(files, scopedPath(files, root, `${base}/${part}`, 'keep')) ? [`${base}/${part}`] : [];
      const directory = scopedPath(files, root, base || '/');
      if ((lstat(files, directory)?.mode ?? 0) >> 12 !== 4) return [];
      return files.readdir(directory).map((entry) => entry.name).filter((name) => expression?.test(name)).sort().map((name) => `${base}/${name}`);
    });
  }
  return found;
}

function lstat(files: HostFiles, place: string): HostStat | undefined {
  try {
    return files.lstat(place);
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** A digest of contents, names, modes and owners; times do not count. */
export function checksumSources(files: HostFiles, sources: readonly CopySource[]): string {
  const hash = new Sha256();
  const add = (place: string, name: string): void => {
    const stat = files.lstat(place);
    const type = stat.mode & 0o170000;
    const content = type === 0o100000 ? contentHash(files, place, stat) : type === 0o120000 ? files.readlink(place) : String(stat.rdev);
    hash.update(encodeUtf8(JSON.stringify([name, stat.mode, stat.uid, stat.gid, content])));
    if (type !== 0o040000) return;
    for (const child of files.readdir(place).map((entry) => entry.name).sort()) add(`${place}/${child}`, `${name}/${child}`);
  };
  for (const { path, place } of sources) add(place, path);
  return hash.hex();
}

function contentHash(files: HostFiles, place: string, stat: HostStat): string {
  const [only, ...more] = files.extents(place);
  if (more.length > 0) return sha256Hex(files.readFile(place));
  return `${stat.size}:${only ? sha256Hex(only.bytes) : ''}`;
}

/** How files are copied. */
export interface CopyOptions {
  /** Owner of everything; absent: as it is. */
  owner: { uid: number; gid: number } | undefined;
  mode: number | undefined;
  /** ADD: local archives are unpacked. */
  unpack: boolean;
  /** Time of directories that are made on the way. */
  now: number;
}

/** Copies sources into a tree, as COPY does: directories give their content, files go into a destination that ends with a slash or is a directory. */
export async function copySources(files: HostFiles, sources: readonly CopySource[], root: string, destination: string, options: CopyOptions): Promise<void> {
  for (const { path, place } of sources) {
    const stat = files.lstat(place);
    const target = scopedPath(files, root, destination);
    const existing = lstat(files, target);
    const occupied = existing !== undefined && (existing.mode & 0o170000) !== 0o040000;
    if (occupied && destination.endsWith('/')) throw new CopyError(`mkdir ${target}: not a directory`);
    if ((stat.mode & 0o170000) === 0o040000) {
      if (occupied) throw new CopyError(`cannot copy to non-directory: ${target}`);
      makeOwned(files, target, options);
      await copyContent(files, place, target, options);
      continue;
    }
    if (options.unpack && (await unpackArchive(files, place, target, options))) continue;
    const into = destination.endsWith('/') || destination.endsWith('/.') || (existing !== undefined && !occupied);
    const file = into ? `${target}/${path.slice(path.lastIndexOf('/') + 1)}` : target;
    makeOwned(files, into ? target : file.slice(0, file.lastIndexOf('/')), options);
    copyOne(files, place, file, stat, options);
  }
}

/** Makes a directory and what is missing above it, with the owner that copied files get. */
export function makeOwned(files: HostFiles, directory: string, options: Pick<CopyOptions, 'owner'>): void {
  if (files.exists(directory)) return;
  makeOwned(files, directory.slice(0, directory.lastIndexOf('/')) || '/', options);
  files.mkdir(directory, 0o755);
  if (options.owner) files.chown(directory, options.owner.uid, options.owner.gid);
}

async function copyContent(files: HostFiles, from: string, to: string, options: CopyOptions): Promise<void> {
  for (const { name } of files.readdir(from)) {
    const source = `${from}/${name}`;
    const target = `${to}/${name}`;
    const stat = files.lstat(source);
    if ((stat.mode & 0o170000) !== 0o040000) {
      copyOne(files, source, target, stat, options);
      continue;
    }
    const existing = lstat(files, target);
    if (existing && (existing.mode & 0o170000) !== 0o040000) removeTree(files, target);
    if (!files.exists(target)) files.mkdir(target, 0o755);
    await copyContent(files, source, target, options);
    setOwner(files, target, stat, options);
  }
}

function copyOne(files: HostFiles, source: string, target: string, stat: HostStat, options: CopyOptions): void {
  const existing = lstat(files, target);
  if (existing) {
    if ((existing.mode & 0o170000) === 0o040000) throw new CopyError(`cannot replace to directory ${target} with file`);
    removeTree(files, target);
  }
  const type = stat.mode & 0o170000;
  if (type === 0o120000) files.symlink(files.readlink(source), target);
  else if (type === 0o100000) files.writeExtents(target, stat.size, files.extents(source));
  else if (type === 0o140000) return;
  else files.mknod(target, stat.mode, stat.rdev);
  setOwner(files, target, stat, options);
}

function setOwner(files: HostFiles, target: string, stat: HostStat, { owner, mode }: CopyOptions): void {
  files.chown(target, owner?.uid ?? stat.uid, owner?.gid ?? stat.gid, false);
  if ((stat.mode & 0o170000) !== 0o120000) files.chmod(target, mode ?? (stat.mode & 0o7777));
  files.utimes(target, stat.mtime, stat.mtime, false);
}

/** Unpacks a local tar, compressed or not; false when the file is none. */
async function unpackArchive(files: HostFiles, place: string, target: string, options: CopyOptions): Promise<boolean> {
  let bytes = files.readFile(place);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const { gunzip, GzipError } = await import('../../../base/gzip/index.ts');
    try {
      bytes = gunzip(bytes);
    } catch (error) {
      if (error instanceof GzipError) return false;
      throw error;
    }
  }
  if (bytes.length < 512 || String.fromCharCode(...bytes.subarray(257, 262)) !== 'ustar') return false;
  makeOwned(files, target, options);
  try {
    // Owners are those of the archive, whatever --chown says.
    await writeTree(files, target, readTar(bytes), {});
    return true;
  } catch (error) {
    if (error instanceof TarError) return false;
    throw error;
  }
}
