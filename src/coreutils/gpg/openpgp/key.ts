import { concatBytes, toHex } from '../../../base/index.ts';
import { bytesToBigint, curveByOid, curveOids, digest, keyBits, oid, oidText, type PrivateKey, type PublicKey, readDer, uncompressedPoint } from '../../../pki/index.ts';
import { mpi, number, PacketError, Reader } from './packet.ts';

/** OpenPGP's numbers of algorithms that are here. */
export const algorithms = { rsa: 1, ecdh: 18, ecdsa: 19, eddsa: 22 } as const;

const ed25519Oid = '1.3.6.1.4.1.11591.15.1';
const curve25519Oid = '1.3.6.1.4.1.3029.1.5.1';

/** A public key or subkey: RFC 4880, 5.5.2, version 4. */
export interface KeyPacket {
  body: Uint8Array;
  created: number;
  algorithm: number;
  /** Undefined for kinds that are not here. */
  key: PublicKey | undefined;
  /** 40 digits, upper case. */
  fingerprint: string;
  keyId: string;
  /** As gpg names it: `rsa2048`, `ed25519`. */
  label: string;
  bits: number;
}

/** Reads the body of a public key's packet. Throws PacketError for other versions. */
export function readKey(body: Uint8Array): KeyPacket {
  const reader = new Reader(body);
  if (reader.number(1) !== 4) throw new PacketError('version');
  const created = reader.number(4) * 1000;
  const algorithm = reader.number(1);
  const { key, label, bits } = material(algorithm, reader);
  const used = body.subarray(0, reader.at);
  const fingerprint = toHex(digest('sha1', concatBytes([Uint8Array.of(0x99), number(used.length, 2), used]))).toUpperCase();
  return { body: used, created, algorithm, key, fingerprint, keyId: fingerprint.slice(24), label, bits };
}

function material(algorithm: number, reader: Reader): { key: PublicKey | undefined; label: string; bits: number } {
  if (algorithm === algorithms.rsa || algorithm === 2 || algorithm === 3) {
    const key: PublicKey = { type: 'rsa', n: bytesToBigint(reader.mpi()), e: bytesToBigint(reader.mpi()) };
    return { key, label: `rsa${keyBits(key)}`, bits: keyBits(key) };
  }
  if (algorithm === algorithms.eddsa || algorithm === algorithms.ecdsa || algorithm === algorithms.ecdh) {
    const curve = oidText(reader.take(reader.number(1)));
    const point = reader.mpi();
    if (algorithm === algorithms.ecdh) reader.take(reader.number(1));
    if (curve === ed25519Oid) return { key: { type: 'ed25519', point: point.subarray(1) }, label: 'ed25519', bits: 255 };
    if (curve === curve25519Oid) return { key: { type: 'x25519', point: point.subarray(1) }, label: 'cv25519', bits: 255 };
    const name = curveByOid(curve);
    if (!name) return { key: undefined, label: 'unknown', bits: 0 };
    const key: PublicKey = { type: 'ec', curve: name, point: uncompressedPoint(name, point) };
    return { key, label: name === 'secp256k1' ? name : `nistp${keyBits(key)}`, bits: keyBits(key) };
  }
  if (algorithm === 17 || algorithm === 16) {
    const first = reader.mpi();
    for (let i = 0; i < (algorithm === 17 ? 3 : 2); i++) reader.mpi();
    return { key: undefined, label: `${algorithm === 17 ? 'dsa' : 'elg'}${first.length * 8}`, bits: first.length * 8 };
  }
  throw new PacketError('algorithm');
}

/** The body of a public key's packet. `created` in milliseconds. */
export function writeKey(key: PublicKey, created: number): Uint8Array {
  const head = (algorithm: number): Uint8Array => concatBytes([Uint8Array.of(4), number(Math.floor(created / 1000), 4), Uint8Array.of(algorithm)]);
  const curve = (dotted: string): Uint8Array => {
    const { content } = readDer(oid(dotted));
    return concatBytes([Uint8Array.of(content.length), content]);
  };
  if (key.type === 'rsa') return concatBytes([head(algorithms.rsa), mpi(key.n), mpi(key.e)]);
  if (key.type === 'ed25519') return concatBytes([head(algorithms.eddsa), curve(ed25519Oid), mpi(concatBytes([Uint8Array.of(0x40), key.point]))]);
  if (key.type === 'x25519') return concatBytes([head(algorithms.ecdh), curve(curve25519Oid), mpi(concatBytes([Uint8Array.of(0x40), key.point])), Uint8Array.of(3, 1, 8, 7)]);
  if (key.type === 'ec') return concatBytes([head(algorithms.ecdsa), curve(curveOids[key.curve]), mpi(key.point)]);
  throw new PacketError('key');
}

/** The secret part of a key's packet, without a passphrase: RFC 4880, 5.5.3. */
export function writeSecret(key: PrivateKey): Uint8Array {
  const parts = key.type === 'rsa' ? [mpi(key.d), mpi(key.q), mpi(key.p), mpi(key.qi)] : [mpi(key.type === 'x25519' ? clamped(key.scalar).toReversed() : key.scalar)];
  const content = concatBytes(parts);
  let sum = 0;
  for (const byte of content) sum = (sum + byte) & 0xffff;
  return concatBytes([Uint8Array.of(0), content, number(sum, 2)]);
}

function clamped(scalar: Uint8Array): Uint8Array {
  return scalar.map((byte, i) => (i === 0 ? byte & 0xf8 : i === 31 ? (byte & 0x7f) | 0x40 : byte));
}
