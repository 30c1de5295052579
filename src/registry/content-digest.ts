import { sha384, sha512 } from '@noble/hashes/sha2.js';
import { Sha256, toHex } from '../base/index.ts';
import type { Digest } from '../oci/index.ts';

/** Hashes content with the algorithm of the digest that was announced: sha256, sha384, sha512. */
export class ContentDigester {
  readonly #algorithm: string;
  readonly #hash: { update(bytes: Uint8Array): unknown; hex(): string };

  constructor(announced: Digest) {
    this.#algorithm = announced.slice(0, announced.indexOf(':'));
    this.#hash = this.#algorithm === 'sha256' ? new Sha256() : longHash(this.#algorithm === 'sha384' ? sha384.create() : sha512.create());
  }

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  digest(): Digest {
    return `${this.#algorithm}:${this.#hash.hex()}`;
  }
}

/** The digest of `bytes` by the algorithm of `like`. */
export function digestLike(like: Digest, bytes: Uint8Array): Digest {
  return new ContentDigester(like).update(bytes).digest();
}

function longHash(hash: ReturnType<typeof sha512.create>): { update(bytes: Uint8Array): unknown; hex(): string } {
  return { update: (bytes) => hash.update(bytes), hex: () => toHex(hash.clone().digest()) };
}
