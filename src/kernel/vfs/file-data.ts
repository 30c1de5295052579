import { noBytes } from '../../base/index.ts';
import { SystemError } from '../uapi/index.ts';

const chunkSize = 65536;
/** Data grows in one piece up to here; what lies further on is in chunks. */
const longestPrefix = 16 * 2 ** 20;
/** More is not read in one piece. */
const longestRead = 2 ** 30;

/** Chunks that several places or files have: whoever writes to one copies it first. */
const shared = new WeakSet<Uint8Array>();
const zeroChunk = new Uint8Array(chunkSize);
shared.add(zeroChunk);

/** Rounds up to the blocks of a disk: 4 KiB. */
export function allocatedBytes(bytes: number): number {
  return Math.ceil(bytes / 4096) * 4096;
}

/**
 * The contents of a regular file: bytes at the beginning, 64 KiB chunks further on, and holes that read as zeros.
 * A chunk that was filled with what the one before it holds is not kept twice, so that a disk filled with zeros or `yes` costs little memory.
 * `owner` is the file system that may change it in place; everybody else copies first (see `writable`).
 */
export class FileData {
  owner: object | undefined;
  size: number;
  /** Bytes from 0 on that count as allocated although they may be a hole: an executable stub shows a realistic size. */
  filled: number;
  #bytes: Uint8Array;
  #length: number;
  #chunks = new Map<number, Uint8Array>();
  /** No chunk has a lower number. */
  #firstChunk = Infinity;
  /** Chunks of its own. */
  #own = 0;

  constructor(owner: object | undefined, bytes: Uint8Array = noBytes, size: number = bytes.length) {
    this.owner = owner;
    this.#bytes = bytes;
    this.#length = Math.min(bytes.length, size);
    this.size = size;
    this.filled = size;
  }

  /** Bytes that the file takes on disk. */
  get allocated(): number {
    return allocatedBytes(Math.max(this.#length, this.filled)) + this.#chunks.size * chunkSize;
  }

  /** Bytes of memory that it takes. */
  get memory(): number {
    return this.#bytes.length + this.#own * chunkSize;
  }

  /** This data when `owner` owns it, else a copy that it owns. */
  writable(owner: object): FileData {
    if (this.owner === owner) return this;
    const copy = new FileData(owner, this.#bytes.slice(0, this.#length), this.size);
    copy.filled = this.filled;
    copy.addChunks(this.chunks());
    return copy;
  }

  /** Makes it nobody's, so that it can be shared: each writer copies. */
  share(): FileData {
    this.owner = undefined;
    return this;
  }

  /** A copy of up to `max` bytes from `offset`. ENOMEM for more than a GiB. */
  read(offset: number, max: number): Uint8Array {
    const end = Math.min(this.size, offset + max);
    if (offset >= end) return noBytes;
    if (end <= this.#length) return this.#bytes.slice(offset, end);
    if (end - offset > longestRead) throw new SystemError('ENOMEM');
    const out = new Uint8Array(end - offset);
    if (offset < this.#length) out.set(this.#bytes.subarray(offset, this.#length));
    if (this.#chunks.size === 0) return out;
    for (let index = Math.max(this.#firstChunk, Math.floor(offset / chunkSize)); index * chunkSize < end; index++) {
      const chunk = this.#chunks.get(index);
      if (!chunk || chunk === zeroChunk) continue;
      const start = index * chunkSize;
      const from = Math.max(start, offset);
      const to = Math.min(start + chunkSize, end);
      out.set(chunk.subarray(from - start, to - start), from - offset);
    }
    return out;
  }

  /** The bytes without the hole at the end; all bytes when data lies beyond a hole. Not a copy: do not change it. */
  stored(): Uint8Array {
    return this.#chunks.size > 0 ? this.read(0, this.size) : this.prefix();
  }

  /** The bytes before the first chunk or hole. Not a copy: do not change it. */
  prefix(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** The chunks by number; from now on they are everybody's. */
  chunks(): [number, Uint8Array][] {
    for (const chunk of this.#chunks.values()) shared.add(chunk);
    this.#own = 0;
    return [...this.#chunks];
  }

  /** Takes chunks as `chunks` of another gave them. */
  addChunks(chunks: Iterable<[number, Uint8Array]>): void {
    for (const [index, chunk] of chunks) {
      shared.add(chunk);
      this.#put(index, chunk);
    }
  }

  #put(index: number, chunk: Uint8Array): void {
    this.#chunks.set(index, chunk);
    this.#firstChunk = Math.min(this.#firstChunk, index);
  }

  write(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const end = offset + bytes.length;
    const limit = Math.min(Math.max(longestPrefix, this.#length), this.#firstChunk * chunkSize);
    const direct = offset <= this.#length + chunkSize ? Math.min(end, limit) : offset;
    if (direct > offset) this.#writePrefix(offset, bytes.subarray(0, direct - offset));
    for (let at = Math.max(direct, offset); at < end; ) at += this.#writeChunk(at, bytes.subarray(at - offset));
    this.size = Math.max(this.size, end);
  }

  #writePrefix(offset: number, bytes: Uint8Array): void {
    const end = offset + bytes.length;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(end <= 4096 && this.#length === 0 ? end : Math.max(end, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    } else if (offset > this.#length) this.#bytes.fill(0, this.#length, offset);
    this.#bytes.set(bytes, offset);
    this.#length = Math.max(this.#length, end);
  }

  #writeChunk(offset: number, bytes: Uint8Array): number {
    const index = Math.floor(offset / chunkSize);
    const start = index * chunkSize;
    const part = bytes.subarray(0, start + chunkSize - offset);
    const chunk = this.#chunkToWrite(index);
    chunk.set(part, offset - start);
    if (offset + part.length === start + chunkSize) this.#fold(index, chunk);
    return part.length;
  }

  /** The chunk of that number as one of its own. */
  #chunkToWrite(index: number): Uint8Array {
    const before = this.#chunks.get(index);
    if (before && !shared.has(before)) return before;
    const chunk = before ? before.slice() : new Uint8Array(chunkSize);
    // The prefix may end inside a new chunk: its bytes move there.
    const start = index * chunkSize;
    if (!before && this.#length > start) {
      chunk.set(this.#bytes.subarray(start, this.#length));
      this.#length = start;
    }
    this.#put(index, chunk);
    this.#own++;
    return chunk;
  }

  /** A chunk was filled to its end: one that is all zeros, or like the one before it, is not kept. */
  #fold(index: number, chunk: Uint8Array): void {
    const before = this.#chunks.get(index - 1);
    const same = isEqual(chunk, zeroChunk) ? zeroChunk : before && isEqual(chunk, before) ? before : undefined;
    if (!same) return;
    if (!shared.has(same)) {
      shared.add(same);
      this.#own--;
    }
    this.#chunks.set(index, same);
    this.#own--;
  }

  truncate(size: number): void {
    this.#length = Math.min(this.#length, size);
    this.filled = Math.min(this.filled, size);
    for (const [index, chunk] of [...this.#chunks]) {
      const start = index * chunkSize;
      if (start >= size) {
        this.#chunks.delete(index);
        if (!shared.has(chunk)) this.#own--;
      } else if (start + chunkSize > size) this.#chunkToWrite(index).fill(0, size - start);
    }
    if (this.#chunks.size === 0) this.#firstChunk = Infinity;
    this.size = size;
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  const [left, right] = [new Int32Array(one.buffer, one.byteOffset, chunkSize / 4), new Int32Array(other.buffer, other.byteOffset, chunkSize / 4)];
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}
