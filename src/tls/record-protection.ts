import { concatBytes, noBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { expandLabel } from './key-schedule.ts';
import { uint } from './wire.ts';

/** Types of records: RFC 8446, section 5.1. */
export const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

/** Seals or opens the records of one direction. */
export interface RecordProtection {
  /** The record's type on the wire, and its body. */
  seal(type: number, plain: Uint8Array): { type: number; body: Uint8Array };
  open(type: number, body: Uint8Array): { type: number; plain: Uint8Array };
}

/** No keys yet. */
export const plainRecords: RecordProtection = { seal: (type, body) => ({ type, body }), open: (type, plain) => ({ type, plain }) };

function xor(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice();
  for (let i = nonce.length - 1, rest = sequence; rest > 0; i--, rest = Math.floor(rest / 256)) nonce[i] = (nonce[i] ?? 0) ^ (rest % 256);
  return nonce;
}

function decrypted(work: () => Uint8Array): Uint8Array {
  try {
    return work();
  } catch {
    throw new TlsError('protocol', 'bad_record_mac');
  }
}

/** Records of TLS 1.3 under a traffic secret: RFC 8446, section 5.2. */
export function protect13(suite: CipherSuite, trafficSecret: Uint8Array): RecordProtection {
  const key = expandLabel(suite.hash, trafficSecret, 'key', noBytes, suite.keyLength);
  const iv = expandLabel(suite.hash, trafficSecret, 'iv', noBytes, 12);
  let sequence = 0;
  const header = (length: number): Uint8Array => Uint8Array.of(contentType.applicationData, 3, 3, length >> 8, length & 255);
  return {
    seal(type, plain) {
      if (type === contentType.changeCipherSpec) return { type, body: plain };
      const inner = concatBytes([plain, Uint8Array.of(type)]);
      return { type: contentType.applicationData, body: suite.aead(key, xor(iv, sequence++), header(inner.length + 16)).encrypt(inner) };
    },
    open(type, body) {
      // RFC 8446, appendix D.4: this record means nothing.
      if (type === contentType.changeCipherSpec) return { type, plain: body };
      if (type === contentType.alert && body.length === 2) return { type, plain: body };
      if (type !== contentType.applicationData) throw new TlsError('protocol', 'unexpected_message');
      const inner = decrypted(() => suite.aead(key, xor(iv, sequence++), header(body.length)).decrypt(body));
      let end = inner.length - 1;
      while (end >= 0 && inner[end] === 0) end--;
      if (end < 0) throw new TlsError('protocol', 'unexpected_message');
      return { type: inner[end] ?? 0, plain: inner.subarray(0, end) };
    },
  };
}

/** Records of TLS 1.2 with authenticated encryption: RFC 5246, section 6.2.3.3; RFC 7905 for ChaCha20. */
export function protect12(suite: CipherSuite, key: Uint8Array, iv: Uint8Array): RecordProtection {
  let sequence = 0;
  const nonceOf = (explicit: Uint8Array): Uint8Array => (suite.explicitNonce > 0 ? concatBytes([iv, explicit]) : xor(iv, sequence));
  const additional = (type: number, length: number): Uint8Array => concatBytes([uint(4, 0), uint(4, sequence), Uint8Array.of(type, 3, 3), uint(2, length)]);
  return {
    seal(type, plain) {
      const explicit = suite.explicitNonce > 0 ? concatBytes([uint(4, 0), uint(4, sequence)]) : noBytes;
      const sealed = suite.aead(key, nonceOf(explicit), additional(type, plain.length)).encrypt(plain);
      sequence++;
      return { type, body: concatBytes([explicit, sealed]) };
    },
    open(type, body) {
      const sealed = body.subarray(suite.explicitNonce);
      if (sealed.length < 16) throw new TlsError('protocol', 'bad_record_mac');
      const plain = decrypted(() => suite.aead(key, nonceOf(body.subarray(0, suite.explicitNonce)), additional(type, sealed.length - 16)).decrypt(sealed));
      sequence++;
      return { type, plain };
    },
  };
}
