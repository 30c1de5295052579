import { noBytes } from '../../base/index.ts';

const chunkSize = 65536;

/** Rounds up to the blocks of a disk: 4 KiB. */
export function allocatedBytes(bytes: number): number {
  return Math.ceil(bytes / 4096) * 4096;
}

/**
 * The contents of a regular file: bytes at the beginning, 64 KiB chunks further on, and holes that read as zeros.
 * `owner` is the file system that may change it in place; everybody else copies first (see `writable`).
 */
export class FileData {
  owner: object | undefined;
  size: number;
  /** Bytes from 0 on that count as allocated although they may be a hole: an executable stub shows a realistic size. */
  filled: number;
  #bytes: Uint8Array;
  #length: number;
  #chunks: Map<number, Uint8Array> | undefined;

  constructor(owner: object | undefined, bytes: Uint8Array = noBytes, size: number = bytes.length) {
    this.owner = owner;
    this.#bytes = bytes;
    this.#length = Math.min(bytes.length, size);
    this.size = size;
    this.filled = size;
  }

  /** Bytes that the file takes on disk. */
  get allocated(): number {
    return allocatedBytes(Math.max(this.#length, this.filled)) + (this.#chunks?.size ?? 0) * chunkSize;
  }

  /** This data when `owner` owns it, else a copy that it owns. */
  writable(owner: object): FileData {
    if (this.owner === owner) return this;
    const copy = new FileData(owner, this.#bytes.slice(0, this.#length), this.size);
    copy.filled = this.filled;
    if (this.#chunks) copy.#chunks = new Map([...this.#chunks].map(([index, chunk]) => [index, chunk.slice()]));
    return copy;
  }

  /** Makes it nobody's, so that it can be shared: each writer copies. */
  share(): FileData {
    this.owner = undefined;
    return this;
  }

  /** A copy of up to `max` bytes from `offset`. */
  read(offset: number, max: number): Uint8Array {
    const end = Math.min(this.size, offset + max);
    if (offset >= end) return noBytes;
    if (end <= this.#length) return this.#bytes.slice(offset, end);
    const out = new Uint8Array(end - offset);
    if (offset < this.#length) out.set(this.#bytes.subarray(offset, this.#length));
    for (const [index, chunk] of this.#chunks ?? []) {
      const start = index * chunkSize;
      if (start >= end || start + chunkSize <= offset) continue;
      const from = Math.max(start, offset);
      const to = Math.min(start + chunkSize, end);
      out.set(chunk.subarray(from - start, to - start), from - offset);
    }
    return out;
  }

  /** The bytes without the hole at the end; all bytes when data lies beyond a hole. Not a copy: do not change it. */
  stored(): Uint8Array {
    if (this.#chunks && this.#chunks.size > 0) return this.read(0, this.size);
    return this.#bytes.subarray(0, this.#length);
  }

  write(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const end = offset + bytes.length;
    let limit = Infinity;
    for (const index of this.#chunks?.keys() ?? []) limit = Math.min(limit, index * chunkSize);
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
    this.#chunks ??= new Map();
    let chunk = this.#chunks.get(index);
    if (!chunk) {
      chunk = new Uint8Array(chunkSize);
      // The prefix may end inside this chunk: its bytes stay in the prefix up to the chunk's start.
      if (this.#length > start) {
        chunk.set(this.#bytes.subarray(start, this.#length));
        this.#length = start;
      }
      this.#chunks.set(index, chunk);
    }
    const part = bytes.subarray(0, start + chunkSize - offset);
    chunk.set(part, offset - start);
    return part.length;
  }

  truncate(size: number): void {
    this.#length = Math.min(this.#length, size);
    this.filled = Math.min(this.filled, size);
    for (const [index, chunk] of this.#chunks ?? []) {
      const start = index * chunkSize;
      if (start >= size) this.#chunks?.delete(index);
      else if (start + chunkSize > size) chunk.fill(0, size - start);
    }
    this.size = size;
  }
}
