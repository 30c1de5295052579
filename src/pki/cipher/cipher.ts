import { cbc, cfb, ctr, ecb } from '@noble/ciphers/aes.js';
import { chacha20 } from '@noble/ciphers/chacha.js';
import { concatBytes } from '../../base/index.ts';
import { PkiError } from '../error.ts';
import { desBlock } from './des.ts';

/** A cipher: lengths in bytes and both directions. With `padding` false the data must be whole blocks. */
export interface Cipher {
  readonly name: string;
  readonly keyLength: number;
  readonly ivLength: number;
  /** 1 for what needs no padding. */
  readonly blockLength: number;
  encrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array, padding?: boolean): Uint8Array;
  /** Throws PkiError `bad-password` when the padding is not right. */
  decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array, padding?: boolean): Uint8Array;
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ (b[i] ?? 0));

function pad(data: Uint8Array, size: number): Uint8Array {
  const missing = size - (data.length % size);
  return concatBytes([data, new Uint8Array(missing).fill(missing)]);
}

function unpad(data: Uint8Array, size: number): Uint8Array {
  const count = data.at(-1) ?? 0;
  if (count < 1 || count > size || !data.subarray(data.length - count).every((byte) => byte === count)) throw new PkiError('bad-password', 'bad decrypt');
  return data.subarray(0, data.length - count);
}

function blockCipher(name: string, sizes: { key: number; iv: number; block: number }, raw: { encrypt: (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array; decrypt: (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array }): Cipher {
  return {
    name, keyLength: sizes.key, ivLength: sizes.iv, blockLength: sizes.block,
    encrypt: (key, iv, data, padding = true) => {
      const whole = padding ? pad(data, sizes.block) : data;
      if (whole.length % sizes.block !== 0) throw new PkiError('bad-key', 'wrong final block length');
      return whole.length === 0 ? whole : raw.encrypt(key, iv, whole);
    },
    decrypt: (key, iv, data, padding = true) => {
      if (data.length % sizes.block !== 0 || (padding && data.length === 0)) throw new PkiError('bad-key', 'wrong final block length');
      const plain = data.length === 0 ? data : raw.decrypt(key, iv, data);
      return padding ? unpad(plain, sizes.block) : plain;
    },
  };
}

const noPadding = { disablePadding: true } as const;

function aes(bits: 128 | 192 | 256): Cipher[] {
  const key = bits / 8;
  const stream = (name: string, run: (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array, back = run): Cipher => ({ name, keyLength: key, ivLength: 16, blockLength: 1, encrypt: run, decrypt: back });
  return [
    blockCipher(`aes-${bits}-cbc`, { key, iv: 16, block: 16 }, { encrypt: (k, iv, data) => cbc(k, iv, noPadding).encrypt(data), decrypt: (k, iv, data) => cbc(k, iv, noPadding).decrypt(data) }),
    blockCipher(`aes-${bits}-ecb`, { key, iv: 0, block: 16 }, { encrypt: (k, _iv, data) => ecb(k, noPadding).encrypt(data), decrypt: (k, _iv, data) => ecb(k, noPadding).decrypt(data) }),
    stream(`aes-${bits}-ctr`, (k, iv, data) => ctr(k, iv).encrypt(data)),
    stream(`aes-${bits}-cfb`, (k, iv, data) => cfb(k, iv).encrypt(data), (k, iv, data) => cfb(k, iv).decrypt(data)),
    stream(`aes-${bits}-ofb`, (k, iv, data) => outputFeedback(k, iv, data)),
  ];
}

function outputFeedback(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const out = data.slice();
  let block = iv;
  for (let at = 0; at < data.length; at += 16) {
    block = ecb(key, noPadding).encrypt(block);
    out.set(xor(data.subarray(at, at + 16), block), at);
  }
  return out;
}

function des(name: string, keyLength: number, chained: boolean): Cipher {
  const each = (data: Uint8Array, iv: Uint8Array, step: (block: Uint8Array, before: Uint8Array) => [out: Uint8Array, next: Uint8Array]): Uint8Array => {
    const parts: Uint8Array[] = [];
    let before = iv;
    for (let at = 0; at < data.length; at += 8) {
      const [out, next] = step(data.subarray(at, at + 8), before);
      parts.push(out);
      before = next;
    }
    return concatBytes(parts);
  };
  return blockCipher(name, { key: keyLength, iv: chained ? 8 : 0, block: 8 }, {
    encrypt: (key, iv, data) => {
      const block = desBlock(key);
      return each(data, iv, (plain, before) => {
        const out = block.encrypt(chained ? xor(plain, before) : plain);
        return [out, out];
      });
    },
    decrypt: (key, iv, data) => {
      const block = desBlock(key);
      return each(data, iv, (secret, before) => [chained ? xor(block.decrypt(secret), before) : block.decrypt(secret), secret]);
    },
  });
}

// OpenSSL's initialization vector: a counter of 32 bits, little-endian, and a nonce of 96.
const chachaStream = (key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array => chacha20(key, iv.subarray(4), data, undefined, new DataView(iv.buffer, iv.byteOffset).getUint32(0, true));
const chacha: Cipher = { name: 'chacha20', keyLength: 32, ivLength: 16, blockLength: 1, encrypt: chachaStream, decrypt: chachaStream };

const ciphers = new Map([...aes(128), ...aes(192), ...aes(256), des('des-ede3-cbc', 24, true), des('des-ede3', 24, false), des('des-ede-cbc', 16, true), des('des-cbc', 8, true), chacha].map((cipher) => [cipher.name, cipher]));

/** The cipher of this name (small letters); undefined when it is not here. */
export function cipherOf(name: string): Cipher | undefined {
  return ciphers.get(name);
}
