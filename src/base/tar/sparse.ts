import { decodeUtf8, encodeUtf8 } from '../bytes.ts';
import { blockSize, numberField, padded } from './block.ts';
import { type Extent, TarError } from './entry.ts';
import { type PaxRecords, paxNumber, paxText } from './pax.ts';

/** Where a sparse file's stored bytes belong. */
export interface SparseMap {
  regions: { offset: number; length: number }[];
  size: number;
}

/** Cuts a sparse file's stored bytes into extents. */
export function spreadExtents(map: SparseMap, stored: Uint8Array): Extent[] {
  const extents: Extent[] = [];
  let at = 0;
  for (const { offset, length } of map.regions) {
    if (length > 0) extents.push({ offset, bytes: stored.subarray(at, at + length) });
    at += length;
    if (at > stored.length || offset + length > map.size) throw new TarError('archive/tar: invalid tar header');
  }
  return extents;
}

/** The map that PAX records of GNU's formats 0.0 and 0.1 hold; undefined when they hold none. (1.0 keeps its map in the file's data.) */
export function paxSparseMap(records: PaxRecords): SparseMap | undefined {
  const list = paxText(records, 'GNU.sparse.map');
  const size = paxNumber(records, 'GNU.sparse.size') ?? paxNumber(records, 'GNU.sparse.realsize');
  if (list === undefined || size === undefined) return undefined;
  return { regions: pairs(list === '' ? [] : list.split(',').map(Number)), size };
}

/** Splits the data of a GNU 1.0 sparse file into its map (decimal lines, padded to a block) and the stored bytes. */
export function splitSparseData(data: Uint8Array, size: number): { map: SparseMap; stored: Uint8Array } {
  let offset = 0;
  const line = (): number => {
    const end = data.indexOf(0x0a, offset);
    const value = end < 0 ? Number.NaN : Number(decodeUtf8(data.subarray(offset, end)));
    if (!Number.isInteger(value) || value < 0) throw new TarError('archive/tar: invalid tar header');
    offset = end + 1;
    return value;
  };
  const count = line();
  const numbers: number[] = [];
  for (let i = 0; i < 2 * count; i++) numbers.push(line());
  return { map: { regions: pairs(numbers), size }, stored: data.subarray(padded(offset)) };
}

/** The map that GNU 1.0 puts before the stored bytes. A file that ends in a hole gets a last region of no bytes at its end, as GNU tar writes it. */
export function encodeSparseMap(extents: readonly Extent[], size: number): Uint8Array {
  const regions = extents.map(({ offset, bytes }) => `${offset}\n${bytes.length}\n`);
  const last = extents.at(-1);
  if (!last || last.offset + last.bytes.length < size) regions.push(`${size}\n0\n`);
  const text = encodeUtf8(`${regions.length}\n${regions.join('')}`);
  const map = new Uint8Array(padded(text.length));
  map.set(text);
  return map;
}

/** Widens extents to whole blocks (within the file) and joins those that then touch: GNU tar reads stored regions block by block. */
export function alignExtents(extents: readonly Extent[], size: number): Extent[] {
  const regions: { start: number; end: number; parts: Extent[] }[] = [];
  for (const extent of extents) {
    const start = extent.offset - (extent.offset % blockSize);
    const end = Math.min(size, padded(extent.offset + extent.bytes.length));
    const last = regions.at(-1);
    if (last && start <= last.end) {
      last.end = end;
      last.parts.push(extent);
    } else {
      regions.push({ start, end, parts: [extent] });
    }
  }
  return regions.map(({ start, end, parts }) => {
    const [only] = parts;
    if (parts.length === 1 && only && only.bytes.length === end - start) return only;
    const bytes = new Uint8Array(end - start);
    for (const part of parts) bytes.set(part.bytes, part.offset - start);
    return { offset: start, bytes };
  });
}

/** Reads the sparse regions of an old GNU header (`typeflag` S) or of one of the blocks that continue it. */
export function oldGnuRegions(block: Uint8Array, start: number, count: number): { regions: SparseMap['regions']; more: boolean } {
  const regions: SparseMap['regions'] = [];
  for (let i = 0; i < count; i++) {
    const at = start + 24 * i;
    if (block[at] === 0) break;
    regions.push({ offset: numberField(block, at, 12), length: numberField(block, at + 12, 12) });
  }
  return { regions, more: block[start + 24 * count] === 1 };
}

/** Regions in a header's own block, and in each that follows. */
export const oldGnu = { headerStart: 386, headerCount: 4, realSize: 483, blockCount: Math.floor(blockSize / 24) } as const;

function pairs(numbers: readonly number[]): SparseMap['regions'] {
  const regions: SparseMap['regions'] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) regions.push({ offset: numbers[i] ?? 0, length: numbers[i + 1] ?? 0 });
  if (numbers.some(Number.isNaN) || numbers.length % 2 === 1) throw new TarError('archive/tar: invalid tar header');
  return regions;
}
