import type { ByteSource } from '../byte-stream.ts';
import { concatBytes, decodeUtf8 } from '../bytes.ts';
import { blockSize, decodeHeader, numberField, padded, type RawHeader } from './block.ts';
import { type Extent, TarError, type TarEntry, type TarType } from './entry.ts';
import { decodePax, type PaxRecords, paxNumber, paxText, xattrPrefix } from './pax.ts';
import { oldGnu, oldGnuRegions, paxSparseMap, spreadExtents, splitSparseData } from './sparse.ts';

/** Reads all entries of an archive in memory (ustar, PAX, GNU). Contents are views of `archive`. Throws TarError. */
export function* readTar(archive: Uint8Array): Generator<TarEntry, void> {
  const parser = parse();
  let offset = 0;
  for (let step = parser.next(); !step.done; ) {
    if (typeof step.value === 'number') {
      const bytes = archive.subarray(offset, offset + step.value);
      offset += bytes.length;
      step = parser.next(bytes);
    } else {
      yield step.value;
      step = parser.next();
    }
  }
}

/** Reads the entries of an archive as it arrives, holding one file at a time. Throws TarError. Bytes after the archive's end are left unread. */
export async function* readTarStream(source: ByteSource): AsyncGenerator<TarEntry, void> {
  const parser = parse();
  for (let step = parser.next(); !step.done; ) {
    if (typeof step.value === 'number') {
      step = parser.next(await readExactly(source, step.value));
    } else {
      yield step.value;
      step = parser.next();
    }
  }
}

async function readExactly(source: ByteSource, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let missing = length; missing > 0; ) {
    const part = await source.read(missing);
    if (part.length === 0) break;
    parts.push(part);
    missing -= part.length;
  }
  return concatBytes(parts);
}

/** The format itself: yields how many bytes it wants next (and gets fewer at the end of the archive), or an entry. */
function* parse(): Generator<number | TarEntry, void, Uint8Array | undefined> {
  const globals: PaxRecords = new Map();
  let records: PaxRecords = new Map();
  let longName: string | undefined;
  let longLink: string | undefined;
  for (;;) {
    const block = (yield blockSize) ?? new Uint8Array(0);
    if (block.length === 0 || isZero(block)) return;
    if (block.length < blockSize) throw new TarError('unexpected EOF');
    const header = decodeHeader(block);
    switch (header.typeflag) {
      case 'x':
        records = decodePax(yield* data(header.size));
        continue;
      case 'g':
        for (const [key, value] of decodePax(yield* data(header.size))) globals.set(key, value);
        continue;
      case 'L':
        longName = untilNul(yield* data(header.size));
        continue;
      case 'K':
        longLink = untilNul(yield* data(header.size));
        continue;
    }
    if (longName !== undefined) header.name = longName;
    if (longLink !== undefined) header.linkName = longLink;
    const all: PaxRecords = globals.size ? new Map([...globals, ...records]) : records;
    const stored = paxNumber(all, 'size') ?? header.size;
    const regions = header.typeflag === 'S' ? yield* moreRegions(block) : undefined;
    const type = entryType(header);
    const content = type === 'file' ? yield* data(stored) : new Uint8Array(0);
    yield makeEntry(header, type, all, fileContent(block, content, all, regions));
    records = new Map();
    longName = longLink = undefined;
  }
}

/** `size` bytes and the padding after them. */
function* data(size: number): Generator<number, Uint8Array, Uint8Array | undefined> {
  if (size === 0) return new Uint8Array(0);
  const bytes = (yield padded(size)) ?? new Uint8Array(0);
  if (bytes.length < size) throw new TarError('unexpected EOF');
  return bytes.subarray(0, size);
}

function* moreRegions(header: Uint8Array): Generator<number, { offset: number; length: number }[], Uint8Array | undefined> {
  let part = oldGnuRegions(header, oldGnu.headerStart, oldGnu.headerCount);
  const regions = part.regions;
  while (part.more) {
    part = oldGnuRegions(yield* data(blockSize), 0, oldGnu.blockCount);
    regions.push(...part.regions);
  }
  return regions;
}

function fileContent(
  block: Uint8Array, stored: Uint8Array, records: PaxRecords, regions: { offset: number; length: number }[] | undefined,
): { size: number; extents: Extent[] } {
  if (regions) {
    const size = numberField(block, oldGnu.realSize, 12);
    return { size, extents: spreadExtents({ regions, size }, stored) };
  }
  if (paxText(records, 'GNU.sparse.major') === '1') {
    const split = splitSparseData(stored, paxNumber(records, 'GNU.sparse.realsize') ?? 0);
    return { size: split.map.size, extents: spreadExtents(split.map, split.stored) };
  }
  const map = paxSparseMap(records);
  if (map) return { size: map.size, extents: spreadExtents(map, stored) };
  return { size: stored.length, extents: stored.length ? [{ offset: 0, bytes: stored }] : [] };
}

function makeEntry(header: RawHeader, type: TarType, records: PaxRecords, content: { size: number; extents: Extent[] }): TarEntry {
  const xattrs = new Map<string, Uint8Array>();
  for (const [key, value] of records) if (key.startsWith(xattrPrefix)) xattrs.set(key.slice(xattrPrefix.length), value);
  const path = paxText(records, 'GNU.sparse.name') ?? paxText(records, 'path') ?? header.name;
  return {
    path: type === 'directory' && path.length > 1 ? path.replace(/\/+$/, '') : path,
    type,
    mode: header.mode & 0o7777,
    uid: paxNumber(records, 'uid') ?? header.uid,
    gid: paxNumber(records, 'gid') ?? header.gid,
    uname: paxText(records, 'uname') ?? header.uname,
    gname: paxText(records, 'gname') ?? header.gname,
    mtime: (paxNumber(records, 'mtime') ?? header.mtime) * 1000,
    linkPath: type === 'symlink' || type === 'hardlink' ? (paxText(records, 'linkpath') ?? header.linkName) : '',
    devMajor: type === 'character' || type === 'block' ? header.devMajor : 0,
    devMinor: type === 'character' || type === 'block' ? header.devMinor : 0,
    xattrs,
    ...content,
  };
}

function entryType(header: RawHeader): TarType {
  switch (header.typeflag) {
    case '1':
      return 'hardlink';
    case '2':
      return 'symlink';
    case '3':
      return 'character';
    case '4':
      return 'block';
    case '5':
      return 'directory';
    case '6':
      return 'fifo';
    default:
      // Old archives mark a directory by a trailing slash alone.
      return (header.typeflag === '\0' || header.typeflag === '0') && header.name.endsWith('/') ? 'directory' : 'file';
  }
}

function untilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeUtf8(end < 0 ? bytes : bytes.subarray(0, end));
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}
