import { Gunzip, gzipSync } from 'fflate';
import { concatBytes } from '../bytes.ts';

/** Bytes that are no gzip stream, or one that ends too early. */
export class GzipError extends Error {
  override readonly name = 'GzipError';
}

/** Whether `bytes` begin as gzip(1) files do. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** From stored (0) to smallest (9). */
export type GzipLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Compresses to one gzip member without name or time (as `gzip -n`), so that equal bytes give equal results; `file` puts in both. `level` is 0 to 9, default 6. */
export function gzip(bytes: Uint8Array, level: GzipLevel = 6, file?: { name: string; mtime: number }): Uint8Array {
  return gzipSync(bytes, { level, mtime: file ? new Date(file.mtime) : 0, ...(file && { filename: file.name }) });
}

/** What a gzip member's header says (RFC 1952). Its name is undefined where it has none; `mtime` is in milliseconds, 0 where it is not known. */
export function gzipHeader(bytes: Uint8Array): { name: string | undefined; mtime: number; length: number; extraFlags: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + view.getUint16(at, true);
  let name: string | undefined;
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (flag === 8) name = String.fromCharCode(...bytes.subarray(at, end));
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return { name, mtime: view.getUint32(4, true) * 1000, length: at, extraFlags: bytes[8] ?? 0 };
}

/** Decompresses gzip data of one or more members. Throws GzipError when it is none or is cut short. */
export function gunzip(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) throw new GzipError('not in gzip format');
  const parts: Uint8Array[] = [];
  let ended = false;
  try {
    const stream = new Gunzip((part, final) => {
      parts.push(part);
      ended = final;
    });
    stream.push(bytes, true);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GzipError(message === 'unexpected EOF' ? 'unexpected end of file' : message);
  }
  if (!ended) throw new GzipError('unexpected end of file');
  const plain = concatBytes(parts);
  checkLength(bytes, plain.length);
  return plain;
}

/** The last member's length field (RFC 1952, ISIZE) must agree when there is a single member; more members only make it smaller. */
function checkLength(bytes: Uint8Array, length: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 18 || view.getUint32(bytes.length - 4, true) > length) throw new GzipError('unexpected end of file');
}
