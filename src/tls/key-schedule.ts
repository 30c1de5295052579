import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { concatBytes, encodeUtf8, noBytes } from '../base/index.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { uint, vector } from './wire.ts';

type Hash = CipherSuite['hash'];

/** HKDF-Expand-Label: RFC 8446, section 7.1. */
export function expandLabel(hash: Hash, secret: Uint8Array, label: string, context: Uint8Array, length: number): Uint8Array {
  return expand(hash, secret, concatBytes([uint(2, length), vector(1, encodeUtf8(`tls13 ${label}`)), vector(1, context)]), length);
}

/** The secrets of a TLS 1.3 connection, stage after stage: RFC 8446, section 7.1. Without pre-shared keys. */
export class KeySchedule {
  readonly #hash: Hash;
  #secret: Uint8Array;

  constructor(hash: Hash) {
    this.#hash = hash;
    this.#secret = extract(hash, new Uint8Array(hash.outputLen), new Uint8Array(hash.outputLen));
  }

  /** Goes on to the next stage with its new input; the master stage has none. */
  advance(input: Uint8Array = new Uint8Array(this.#hash.outputLen)): void {
    this.#secret = extract(this.#hash, input, this.derive('derived', this.#hash(noBytes)));
  }

  /** Derive-Secret, with the transcript's hash. */
  derive(label: string, transcriptHash: Uint8Array): Uint8Array {
    return expandLabel(this.#hash, this.#secret, label, transcriptHash, this.#hash.outputLen);
  }
}

/** The MAC of a Finished message: RFC 8446, section 4.4.4. */
export function finishedMac(hash: Hash, trafficSecret: Uint8Array, transcriptHash: Uint8Array): Uint8Array {
  return hmac(hash, expandLabel(hash, trafficSecret, 'finished', noBytes, hash.outputLen), transcriptHash);
}

/** The pseudorandom function of TLS 1.2: RFC 5246, section 5. */
export function prf(hash: Hash, secret: Uint8Array, label: string, seed: Uint8Array, length: number): Uint8Array {
  const labelled = concatBytes([encodeUtf8(label), seed]);
  const parts: Uint8Array[] = [];
  let made = 0;
  for (let a = hmac(hash, secret, labelled); made < length; a = hmac(hash, secret, a)) {
    const part = hmac(hash, secret, concatBytes([a, labelled]));
    parts.push(part);
    made += part.length;
  }
  return concatBytes(parts).subarray(0, length);
}
