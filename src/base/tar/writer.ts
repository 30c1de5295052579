import { concatBytes, encodeUtf8 } from '../bytes.ts';
import { blockSize, checksum, padded } from './block.ts';
import type { Extent, TarEntry, TarType } from './entry.ts';
import { encodePax, type PaxRecords, xattrPrefix } from './pax.ts';
import { alignExtents, encodeSparseMap } from './sparse.ts';

/** How an archive is written. */
export interface TarWriteOptions {
  /** Store files that have holes as GNU 1.0 sparse files (default), or with all their zeros (for readers that know only ustar, such as dpkg). */
  sparse?: boolean;
}

const typeflags: Record<TarType, string> = { file: '0', hardlink: '1', symlink: '2', character: '3', block: '4', directory: '5', fifo: '6' };
const zeros = new Uint8Array(65536);
const maxOctal = { id: 0o7777777, size: 0o77777777777 };

/** Writes a whole archive: ustar, with PAX headers where a name, number, time or attribute needs them. The same entries give the same bytes. */
export function writeTar(entries: Iterable<TarEntry>, options?: TarWriteOptions): Uint8Array {
  return concatBytes([...writeTarChunks(entries, options)]);
}

/** The bytes of an archive in pieces, as entries come; runs of zeros share one array, so do not change what you get. */
export function* writeTarChunks(entries: Iterable<TarEntry>, options: TarWriteOptions = {}): Generator<Uint8Array, void> {
  for (const entry of entries) yield* entryChunks(entry, options.sparse ?? true);
  yield zeros.subarray(0, 2 * blockSize);
}

/** The bytes of one entry in pieces, without the archive's end. */
export function* entryChunks(entry: TarEntry, sparse = true): Generator<Uint8Array, void> {
  const records: PaxRecords = new Map();
  const extents = sparse && entry.type === 'file' ? alignExtents(entry.extents, entry.size) : entry.extents;
  const data = extents.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const map = sparse && entry.type === 'file' && data < entry.size ? encodeSparseMap(extents, entry.size) : undefined;
  const stored = entry.type !== 'file' ? 0 : map ? map.length + data : entry.size;
  const path = entry.type === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path;
  let name = splitName(path);
  if (map) {
    records.set('GNU.sparse.major', encodeUtf8('1')).set('GNU.sparse.minor', encodeUtf8('0'));
    records.set('GNU.sparse.name', encodeUtf8(path)).set('GNU.sparse.realsize', encodeUtf8(String(entry.size)));
    name = { prefix: '', name: insertDirectory(path, 'GNUSparseFile.0') };
  } else if (!name) {
    records.set('path', encodeUtf8(path));
  }
  if (!fits(entry.linkPath, 100)) records.set('linkpath', encodeUtf8(entry.linkPath));
  if (!fits(entry.uname, 32)) records.set('uname', encodeUtf8(entry.uname));
  if (!fits(entry.gname, 32)) records.set('gname', encodeUtf8(entry.gname));
  if (entry.uid > maxOctal.id) records.set('uid', encodeUtf8(String(entry.uid)));
  if (entry.gid > maxOctal.id) records.set('gid', encodeUtf8(String(entry.gid)));
  if (stored > maxOctal.size) records.set('size', encodeUtf8(String(stored)));
  const seconds = entry.mtime / 1000;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > maxOctal.size) records.set('mtime', encodeUtf8(String(seconds)));
  for (const [key, value] of entry.xattrs) records.set(xattrPrefix + key, value);

  if (records.size > 0) yield* extendedHeader(path, records);
  yield encodeHeader(entry, name ?? { prefix: '', name: path }, stored);
  if (entry.type !== 'file') return;
  if (map) yield map;
  yield* contentChunks(extents, map ? undefined : entry.size);
  if (stored % blockSize) yield zeros.subarray(0, padded(stored) - stored);
}

/** With a `size`, holes are filled with zeros up to it. */
function* contentChunks(extents: readonly Extent[], size: number | undefined): Generator<Uint8Array, void> {
  let at = 0;
  for (const { offset, bytes } of extents) {
    if (size !== undefined) yield* zeroChunks(offset - at);
    yield bytes;
    at = offset + bytes.length;
  }
  if (size !== undefined) yield* zeroChunks(size - at);
}

function* zeroChunks(length: number): Generator<Uint8Array, void> {
  for (let left = length; left > 0; left -= zeros.length) yield left < zeros.length ? zeros.subarray(0, left) : zeros;
}

function* extendedHeader(path: string, records: PaxRecords): Generator<Uint8Array, void> {
  const body = encodePax(records);
  const block = emptyHeader();
  putText(block, 0, 100, insertDirectory(path.replace(/\/$/, ''), 'PaxHeaders.0'));
  putNumbers(block, { mode: 0o644, uid: 0, gid: 0, size: body.length, mtime: 0 });
  block[156] = 'x'.charCodeAt(0);
  yield sealed(block);
  yield body;
  if (body.length % blockSize) yield zeros.subarray(0, padded(body.length) - body.length);
}

function encodeHeader(entry: TarEntry, name: { prefix: string; name: string }, size: number): Uint8Array {
  const block = emptyHeader();
  putText(block, 0, 100, name.name);
  putText(block, 345, 155, name.prefix);
  putNumbers(block, { ...entry, size, mtime: Math.max(0, Math.floor(entry.mtime / 1000)) });
  block[156] = typeflags[entry.type].charCodeAt(0);
  putText(block, 157, 100, entry.linkPath);
  putText(block, 265, 32, entry.uname);
  putText(block, 297, 32, entry.gname);
  putOctal(block, 329, 8, entry.devMajor);
  putOctal(block, 337, 8, entry.devMinor);
  return sealed(block);
}

function emptyHeader(): Uint8Array {
  const block = new Uint8Array(blockSize);
  putText(block, 257, 8, 'ustar\x0000');
  return block;
}

function putNumbers(block: Uint8Array, fields: { mode: number; uid: number; gid: number; size: number; mtime: number }): void {
  putOctal(block, 100, 8, fields.mode);
  putOctal(block, 108, 8, fields.uid);
  putOctal(block, 116, 8, fields.gid);
  putOctal(block, 124, 12, fields.size);
  putOctal(block, 136, 12, fields.mtime);
}

function sealed(block: Uint8Array): Uint8Array {
  putText(block, 148, 8, `${checksum(block).toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** Writes as much as fits; what does not fit stands in a PAX record. */
function putText(block: Uint8Array, start: number, length: number, text: string): void {
  if (!isAscii(text)) return block.set(encodeUtf8(text).subarray(0, length), start);
  const end = Math.min(length, text.length);
  for (let i = 0; i < end; i++) block[start + i] = text.charCodeAt(i);
}

function putOctal(block: Uint8Array, start: number, length: number, value: number): void {
  const digits = value.toString(8).padStart(length - 1, '0');
  putText(block, start, length, digits.length < length ? digits : '0'.repeat(length - 1));
}

function fits(text: string, length: number): boolean {
  return text.length <= length && isAscii(text);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}

/** A path as ustar's prefix (155) and name (100); undefined when it does not fit. */
function splitName(path: string): { prefix: string; name: string } | undefined {
  if (!isAscii(path)) return undefined;
  if (path.length <= 100) return { prefix: '', name: path };
  const slash = path.lastIndexOf('/', Math.min(155, path.length - 2));
  if (slash <= 0 || path.length - slash - 1 > 100) return undefined;
  return { prefix: path.slice(0, slash), name: path.slice(slash + 1) };
}

function insertDirectory(path: string, directory: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? `${directory}/${path}` : `${path.slice(0, slash)}/${directory}/${path.slice(slash + 1)}`;
}
