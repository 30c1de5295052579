import { type RandomBytes, type TarEntry, tarEntry } from '../../base/index.ts';
import { opaqueWhiteout, whiteoutPrefix } from '../../oci/index.ts';
import type { FilesystemChange } from '../api/index.ts';
import { entryAt, hasErrno, type HostFiles, makeDirectories, removeTree, scopedPath, type Snapshotter, treeSize, writeEntry, writeTree } from '../engine/index.ts';

/** The mount calls that the snapshotter needs of a process. */
export interface Mounter {
  mount(source: string, target: string, type: string, options?: string): void;
  umount(target: string): void;
  mounts(): { target: string }[];
}

const opaqueAttribute = 'trusted.overlay.opaque';
const yes = new Uint8Array([0x79]);

/** Layers as directories for overlayfs, as the overlay2 driver keeps them: `ID/{diff,link,lower,work,merged}`, and short names in `l/`. */
export class OverlaySnapshotter implements Snapshotter {
  readonly driver = 'overlay2';
  readonly #files: HostFiles;
  readonly #mounter: Mounter;
  readonly #random: RandomBytes;
  readonly #root: string;
  readonly #mounts = new Map<string, number>();

  constructor(files: HostFiles, mounter: Mounter, random: RandomBytes, root: string) {
    this.#files = files;
    this.#mounter = mounter;
    this.#random = random;
    this.#root = root;
  }

  upperDir(id: string): string {
    return `${this.#root}/${id}/diff`;
  }

  exists(id: string): boolean {
    return this.#files.exists(`${this.#root}/${id}`);
  }

  prepare(id: string, parents: readonly string[]): void {
    const files = this.#files;
    const directory = `${this.#root}/${id}`;
    makeDirectories(files, `${this.#root}/l`, 0o710);
    makeDirectories(files, directory, 0o710);
    files.mkdir(`${directory}/diff`, 0o755);
    const link = this.#shortName();
    files.symlink(`../${id}/diff`, `${this.#root}/l/${link}`);
    files.writeFile(`${directory}/link`, link, { mode: 0o644 });
    if (parents.length === 0) return;
    const lower = parents.toReversed().map((parent) => `l/${files.readTextFile(`${this.#root}/${parent}/link`)}`);
    files.writeFile(`${directory}/lower`, lower.join(':'), { mode: 0o644 });
    files.mkdir(`${directory}/work`, 0o700);
  }

  /** 26 capitals and digits, as the real driver's: short, since mount options have a limit. */
  #shortName(): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    let name = '';
    for (const byte of this.#random(26)) name += alphabet[byte % 32];
    return name;
  }

  async apply(id: string, parents: readonly string[], entries: Iterable<TarEntry> | AsyncIterable<TarEntry>): Promise<number> {
    this.prepare(id, parents);
    const files = this.#files;
    const root = this.upperDir(id);
    await writeTree(files, root, entries, {
      map: (entry) => {
        const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
        if (!name.startsWith(whiteoutPrefix)) return entry;
        const parent = scopedPath(files, root, entry.path.slice(0, Math.max(entry.path.length - name.length - 1, 0)), 'keep');
        makeDirectories(files, parent, 0o755);
        if (name === opaqueWhiteout) files.setxattr(parent, opaqueAttribute, yes);
        else writeEntry(files, root, `${parent}/${name.slice(whiteoutPrefix.length)}`, tarEntry('', { type: 'character', mode: 0 }));
        return undefined;
      },
    });
    return treeSize(files, root);
  }

  mount(id: string): string {
    const merged = `${this.#root}/${id}/merged`;
    const count = this.#mounts.get(id) ?? 0;
    this.#mounts.set(id, count + 1);
    if (count > 0) return merged;
    const files = this.#files;
    if (!files.exists(merged)) files.mkdir(merged, 0o700);
    // One that a daemon before left mounted is taken over.
    if (this.#mounter.mounts().some((mount) => mount.target === merged)) return merged;
    const lower = this.#lowerLinks(id);
    if (lower.length === 0) this.#mounter.mount(this.upperDir(id), merged, 'bind');
    else this.#mounter.mount('overlay', merged, 'overlay', `lowerdir=${lower.map((link) => `${this.#root}/${link}`).join(':')},upperdir=${this.upperDir(id)},workdir=${this.#root}/${id}/work`);
    return merged;
  }

  unmount(id: string): void {
    const count = this.#mounts.get(id) ?? 0;
    if (count > 1) {
      this.#mounts.set(id, count - 1);
      return;
    }
    this.#mounts.delete(id);
    const merged = `${this.#root}/${id}/merged`;
    try {
      this.#mounter.umount(merged);
      this.#files.rmdir(merged);
    } catch (error) {
      if (!hasErrno(error, 'EINVAL', 'ENOENT', 'EBUSY')) throw error;
    }
  }

  #lowerLinks(id: string): string[] {
    const path = `${this.#root}/${id}/lower`;
    return this.#files.exists(path) ? this.#files.readTextFile(path).split(':') : [];
  }

  remove(id: string): void {
    if (!this.exists(id)) return;
    while (this.#mounts.has(id)) this.unmount(id);
    const link = `${this.#root}/${id}/link`;
    if (this.#files.exists(link)) removeTree(this.#files, `${this.#root}/l/${this.#files.readTextFile(link)}`);
    removeTree(this.#files, `${this.#root}/${id}`);
  }

  data(id: string): Record<string, string> {
    const directory = `${this.#root}/${id}`;
    const lower = this.#lowerLinks(id).map((link) => `${this.#root}/${this.#files.readlink(`${this.#root}/${link}`).replace(/^\.\.\//, '')}`);
    return { ...(lower.length > 0 && { LowerDir: lower.join(':') }), MergedDir: `${directory}/merged`, UpperDir: `${directory}/diff`, WorkDir: `${directory}/work` };
  }

  size(id: string): number {
    return treeSize(this.#files, this.upperDir(id));
  }

  changes(id: string): FilesystemChange[] {
    const lower = this.#lowerLinks(id).map((link) => `${this.#root}/${link}`);
    const changes: FilesystemChange[] = [];
    const walk = (path: string): void => {
      const names = this.#files.readdir(`${this.upperDir(id)}${path}`).map((entry) => entry.name).sort();
      for (const name of names) {
        const child = `${path}/${name}`;
        const stat = this.#files.lstat(`${this.upperDir(id)}${child}`);
        const below = this.#existsBelow(lower, child);
        if (isWhiteout(stat)) {
          if (below) changes.push({ Path: child, Kind: 2 });
          continue;
        }
        changes.push({ Path: child, Kind: below ? 0 : 1 });
        if ((stat.mode & 0o170000) === 0o040000) walk(child);
      }
    };
    walk('');
    return changes;
  }

  /** Whether the layers below show something at `path`. `lower` goes from the uppermost down. */
  #existsBelow(lower: readonly string[], path: string): boolean {
    const parts = path.split('/').slice(1);
    for (const layer of lower) {
      let here = layer;
      let hidden = false;
      for (const [index, part] of parts.entries()) {
        if (this.#isOpaque(here)) hidden = true;
        here += `/${part}`;
        const stat = this.#lstat(here);
        if (!stat) break;
        if (isWhiteout(stat)) return false;
        if (index === parts.length - 1) return true;
      }
      if (hidden) return false;
    }
    return false;
  }

  #isOpaque(place: string): boolean {
    try {
      return this.#files.getxattr(place, opaqueAttribute)?.[0] === yes[0];
    } catch (error) {
      if (hasErrno(error, 'ENODATA', 'ENOENT', 'ENOTDIR')) return false;
      throw error;
    }
  }

  #lstat(place: string): { mode: number; rdev: number } | undefined {
    try {
      return this.#files.lstat(place);
    } catch (error) {
      if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw error;
    }
  }

  diff(id: string): TarEntry[] {
    const files = this.#files;
    const entries: TarEntry[] = [];
    const links = new Map<string, string>();
    const walk = (place: string, path: string): void => {
      if (this.#isOpaque(place)) entries.push(tarEntry(path === '' ? opaqueWhiteout : `${path}/${opaqueWhiteout}`, { mode: 0 }));
      for (const name of files.readdir(place).map((entry) => entry.name).sort()) {
        const child = path === '' ? name : `${path}/${name}`;
        const stat = files.lstat(`${place}/${name}`);
        if (isWhiteout(stat)) {
          entries.push(tarEntry(path === '' ? `${whiteoutPrefix}${name}` : `${path}/${whiteoutPrefix}${name}`, { mode: 0 }));
          continue;
        }
        const entry = entryAt(files, `${place}/${name}`, child, stat, links);
        if (entry) entries.push(entry);
        if ((stat.mode & 0o170000) === 0o040000) walk(`${place}/${name}`, child);
      }
    };
    walk(this.upperDir(id), '');
    return entries;
  }
}

/** A character device 0/0 hides what is below it. */
function isWhiteout(stat: { mode: number; rdev: number }): boolean {
  return (stat.mode & 0o170000) === 0o020000 && stat.rdev === 0;
}
