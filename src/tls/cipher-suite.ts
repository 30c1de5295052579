import { gcm } from '@noble/ciphers/aes.js';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import type { ProtocolVersion } from './version.ts';

/** What encrypts records. */
export interface Aead {
  encrypt(plain: Uint8Array): Uint8Array;
  decrypt(sealed: Uint8Array): Uint8Array;
}

/** A cipher suite that this layer speaks. */
export interface CipherSuite {
  /** Number on the wire. */
  id: number;
  /** Name in IANA's registry, which Go and RFC 8446 use. */
  name: string;
  /** Name that OpenSSL prints. */
  opensslName: string;
  version: ProtocolVersion;
  /** TLS 1.2: what the server signs with. */
  authentication: 'any' | 'rsa' | 'ecdsa';
  hash: typeof sha256 | typeof sha384;
  keyLength: number;
  /** TLS 1.2: bytes of the nonce that go with each record (AES-GCM). */
  explicitNonce: number;
  aead: (key: Uint8Array, nonce: Uint8Array, additional: Uint8Array) => Aead;
}

const aes = { aead: gcm, explicitNonce: 8 };
const chacha = { aead: chacha20poly1305, explicitNonce: 0, keyLength: 32, hash: sha256 };
const aes128 = { ...aes, keyLength: 16, hash: sha256 };
const aes256 = { ...aes, keyLength: 32, hash: sha384 };

/** The suites with authenticated encryption and forward secrecy of TLS 1.3 and 1.2. */
export const cipherSuites: readonly CipherSuite[] = [
  { id: 0x1301, name: 'TLS_AES_128_GCM_SHA256', opensslName: 'TLS_AES_128_GCM_SHA256', version: 'TLSv1.3', authentication: 'any', ...aes128 },
  { id: 0x1302, name: 'TLS_AES_256_GCM_SHA384', opensslName: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3', authentication: 'any', ...aes256 },
  { id: 0x1303, name: 'TLS_CHACHA20_POLY1305_SHA256', opensslName: 'TLS_CHACHA20_POLY1305_SHA256', version: 'TLSv1.3', authentication: 'any', ...chacha },
  { id: 0xc02c, name: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', opensslName: 'ECDHE-ECDSA-AES256-GCM-SHA384', version: 'TLSv1.2', authentication: 'ecdsa', ...aes256 },
  { id: 0xc030, name: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', opensslName: 'ECDHE-RSA-AES256-GCM-SHA384', version: 'TLSv1.2', authentication: 'rsa', ...aes256 },
  { id: 0xcca9, name: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', opensslName: 'ECDHE-ECDSA-CHACHA20-POLY1305', version: 'TLSv1.2', authentication: 'ecdsa', ...chacha },
  { id: 0xcca8, name: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', opensslName: 'ECDHE-RSA-CHACHA20-POLY1305', version: 'TLSv1.2', authentication: 'rsa', ...chacha },
  { id: 0xc02b, name: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', opensslName: 'ECDHE-ECDSA-AES128-GCM-SHA256', version: 'TLSv1.2', authentication: 'ecdsa', ...aes128 },
  { id: 0xc02f, name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', opensslName: 'ECDHE-RSA-AES128-GCM-SHA256', version: 'TLSv1.2', authentication: 'rsa', ...aes128 },
];

const byId = new Map(cipherSuites.map((suite) => [suite.id, suite]));

/** The suite with that number; undefined for one that is not spoken here. */
export function cipherSuite(id: number): CipherSuite | undefined {
  return byId.get(id);
}

/** Name of a suite in IANA's registry, or its number. */
export function cipherSuiteName(id: number): string {
  return byId.get(id)?.name ?? (id === 0xff ? 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV' : `0x${id.toString(16).padStart(4, '0')}`);
}
