import { inflateSync, unzlibSync } from 'fflate';
import { concatBytes } from '../../../base/index.ts';
import { gunzip, GzipError } from '../../../base/gzip/index.ts';
import { CurlError } from './error.ts';

/** Undoes a body's codings; the body is given out when it is whole. */
export class ContentDecoder {
  readonly #codings: readonly string[];
  #parts: Uint8Array[] = [];

  /** `header`: the value of Content-Encoding. */
  constructor(header: string) {
    this.#codings = header.split(',').map((one) => one.trim().toLowerCase()).filter((one) => one !== '' && one !== 'identity' && one !== 'none').toReversed();
  }

  get needed(): boolean {
    return this.#codings.length > 0;
  }

  /** Throws CurlError 61 for a coding that is not known. */
  push(bytes: Uint8Array): void {
    if (!this.#codings.every((one) => ['gzip', 'x-gzip', 'deflate'].includes(one))) throw new CurlError(61, 'Unrecognized content encoding type. libcurl understands deflate, gzip, br, zstd content encodings.');
    this.#parts.push(bytes);
  }

  /** The body. Throws CurlError 61 for bytes that are no such coding. */
  finish(): Uint8Array {
    let bytes = concatBytes(this.#parts);
    for (const coding of this.#codings) bytes = bytes.length === 0 ? bytes : coding === 'deflate' ? inflated(bytes) : unzipped(bytes);
    return bytes;
  }
}

function unzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzip(bytes);
  } catch (error) {
    if (error instanceof GzipError) throw new CurlError(61, 'Error while processing content unencoding: incorrect header check');
    throw error;
  }
}

/** zlib's format, or without its frame as some servers send it. */
function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return unzlibSync(bytes);
  } catch {
    try {
      return inflateSync(bytes);
    } catch {
      throw new CurlError(61, 'Error while processing content unencoding: invalid stored block lengths');
    }
  }
}
