import { deflateSync, inflateSync } from 'fflate';
import { concatBytes } from '../../base/index.ts';
import { bytesOf, textOf } from '../program/index.ts';
import { crc32 } from './sums.ts';

/** A file or folder (its name ends with a slash) in a zip archive. */
export interface ZipEntry {
  name: string;
  /** Deflated, or as it is. */
  packed: Uint8Array;
  stored: boolean;
  size: number;
  crc: number;
  /** Type and permissions, as stat(2). */
  mode: number;
  /** A clock's reading as if it were UTC. */
  time: number;
}

/** Bytes that are no zip archive. */
export class ZipError extends Error {}

/** Packs a file; what does not get smaller is stored. */
export function packEntry(name: string, bytes: Uint8Array, mode: number, time: number, level = 6): ZipEntry {
  const packed = level === 0 || bytes.length === 0 ? bytes : deflateSync(bytes, { level: level as 6 });
  const stored = packed.length >= bytes.length;
  return { name, packed: stored ? bytes : packed, stored, size: bytes.length, crc: crc32(bytes), mode, time };
}

/** The contents; ZipError when they are damaged. */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = entry.stored ? entry.packed : inflateSync(entry.packed);
  } catch {
    throw new ZipError('invalid compressed data to inflate');
  }
  if (crc32(bytes) !== entry.crc) throw new ZipError('bad CRC');
  return bytes;
}

function dosTime(ms: number): number {
  const date = new Date(ms);
  const year = Math.max(1980, date.getUTCFullYear());
  return (((year - 1980) << 25) | ((date.getUTCMonth() + 1) << 21) | (date.getUTCDate() << 16) | (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)) >>> 0;
}

/** The archive as bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const local = new Uint8Array(30);
    const view = new DataView(local.buffer);
    view.setUint32(0, 0x04034b50, true);
    const common = (target: DataView, start: number): void => {
      target.setUint16(start, entry.stored ? 10 : 20, true);
      target.setUint16(start + 4, entry.stored ? 0 : 8, true);
      target.setUint32(start + 6, dosTime(entry.time), true);
      target.setUint32(start + 10, entry.crc, true);
      target.setUint32(start + 14, entry.packed.length, true);
      target.setUint32(start + 18, entry.size, true);
      target.setUint16(start + 22, name.length, true);
    };
    common(view, 4);
    const central = new Uint8Array(46);
    const about = new DataView(central.buffer);
    about.setUint32(0, 0x02014b50, true);
    about.setUint16(4, 0x031e, true);
    common(about, 6);
    about.setUint32(38, (entry.mode << 16) >>> 0, true);
    about.setUint32(42, at, true);
    parts.push(local, name, entry.packed);
    directory.push(central, name);
    at += 30 + name.length + entry.packed.length;
  }
  const size = directory.reduce((total, part) => total + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return concatBytes([...parts, ...directory, end]);
}

/** The entries of an archive. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new ZipError('no end of central directory');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const time = view.getUint32(at + 12, true);
    entries.push({
      name: textOf(bytes.subarray(at + 46, at + 46 + nameLength)), stored: view.getUint16(at + 10, true) === 0, crc: view.getUint32(at + 16, true), packed: bytes.subarray(start, start + view.getUint32(at + 20, true)), size: view.getUint32(at + 24, true), mode: view.getUint32(at + 38, true) >>> 16,
      time: Date.UTC(1980 + (time >>> 25), ((time >>> 21) & 15) - 1, (time >>> 16) & 31, (time >>> 11) & 31, (time >>> 5) & 63, (time & 31) * 2),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
