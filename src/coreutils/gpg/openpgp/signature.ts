import { concatBytes, decodeUtf8, encodeUtf8, toHex } from '../../../base/index.ts';
import { bigintToBytes, bytesToBigint, digest, type DigestName, integer, keyBits, type PrivateKey, type PublicKey, sequence, sign, verify } from '../../../pki/index.ts';
import { algorithms } from './key.ts';
import { mpi, number, packetTags, PacketError, Reader, writePacket } from './packet.ts';

const hashes: Record<number, DigestName> = { 1: 'md5', 2: 'sha1', 3: 'ripemd160', 8: 'sha256', 9: 'sha384', 10: 'sha512', 11: 'sha224' };

/** A signature: RFC 4880, 5.2.3, version 4. Times are milliseconds since the epoch. */
export interface Signature {
  type: number;
  algorithm: number;
  hash: number;
  created: number;
  issuerFingerprint: string | undefined;
  issuerKeyId: string | undefined;
  signerUserId: string | undefined;
  /** Milliseconds after the key's creation; undefined: never. */
  keyExpires: number | undefined;
  keyFlags: number | undefined;
  hashed: Uint8Array;
  left: Uint8Array;
  values: Uint8Array[];
}

/** Reads the body of a signature's packet. Throws PacketError for other versions. */
export function readSignature(body: Uint8Array): Signature {
  const reader = new Reader(body);
  if (reader.number(1) !== 4) throw new PacketError('version');
  const [type, algorithm, hash] = [reader.number(1), reader.number(1), reader.number(1)];
  const hashedArea = reader.take(reader.number(2));
  const hashed = body.subarray(0, reader.at);
  const unhashedArea = reader.take(reader.number(2));
  const left = reader.take(2);
  const values: Uint8Array[] = [];
  while (reader.at < body.length) values.push(reader.mpi());
  const subpackets = new Map([...readSubpackets(unhashedArea), ...readSubpackets(hashedArea)]);
  const seconds = (kind: number): number | undefined => {
    const found = subpackets.get(kind);
    return found && Number(bytesToBigint(found)) * 1000;
  };
  const fingerprint = subpackets.get(33);
  const keyId = subpackets.get(16);
  const userId = subpackets.get(28);
  return {
    type, algorithm, hash, created: seconds(2) ?? 0, keyExpires: seconds(9) || undefined, keyFlags: subpackets.get(27)?.[0], hashed, left, values,
    issuerFingerprint: fingerprint && toHex(fingerprint.subarray(1)).toUpperCase(), issuerKeyId: keyId ? toHex(keyId).toUpperCase() : fingerprint && toHex(fingerprint).toUpperCase().slice(-16), signerUserId: userId && decodeUtf8(userId),
  };
}

function readSubpackets(area: Uint8Array): [kind: number, content: Uint8Array][] {
  const reader = new Reader(area);
  const found: [number, Uint8Array][] = [];
  while (reader.at < area.length) {
    const first = reader.number(1);
    const size = first < 192 ? first : first < 255 ? (first - 192) * 256 + reader.number(1) + 192 : reader.number(4);
    const content = reader.take(size);
    found.push([(content[0] ?? 0) & 0x7f, content.subarray(1)]);
  }
  return found;
}

function hashOver(data: Uint8Array, hashed: Uint8Array, name: DigestName): Uint8Array {
  return digest(name, concatBytes([data, hashed, Uint8Array.of(4, 0xff), number(hashed.length, 4)]));
}

/** Whether a signature is the key's over `data`, which for keys and user ids is what `keyData` and `userIdData` say. */
export function checkSignature(key: PublicKey, { hash, hashed, values, left }: Signature, data: Uint8Array): boolean {
  const name = hashes[hash];
  if (!name) return false;
  const value = hashOver(data, hashed, name);
  if (value[0] !== left[0] || value[1] !== left[1]) return false;
  const [r = new Uint8Array(0), s = new Uint8Array(0)] = values;
  const fill = (bytes: Uint8Array, size: number): Uint8Array => bigintToBytes(bytesToBigint(bytes), size);
  if (key.type === 'rsa') return verify(key, value, fill(r, Math.ceil(keyBits(key) / 8)), { digest: name, prehashed: true });
  if (key.type === 'ed25519') return verify(key, value, concatBytes([fill(r, 32), fill(s, 32)]));
  if (key.type === 'ec') return verify(key, value, sequence(integer(bytesToBigint(r)), integer(bytesToBigint(s))), { digest: name, prehashed: true });
  return false;
}

const subpacket = (kind: number, content: Uint8Array): Uint8Array => concatBytes([Uint8Array.of(content.length + 1, kind), content]);

/** What a new signature says beside its data. */
export interface SignatureContent {
  type: number;
  created: number;
  fingerprint: string;
  signerUserId?: string;
  /** More hashed subpackets. */
  more?: readonly (readonly [kind: number, content: Uint8Array])[];
}

/** Makes a signature's packet, with SHA-512. */
export async function makeSignature(key: PrivateKey, data: Uint8Array, { type, created, fingerprint, signerUserId, more = [] }: SignatureContent): Promise<Uint8Array> {
  const fingerprintBytes = Uint8Array.from(fingerprint.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const area = concatBytes([
    subpacket(33, concatBytes([Uint8Array.of(4), fingerprintBytes])), subpacket(2, number(Math.floor(created / 1000), 4)), ...(signerUserId === undefined ? [] : [subpacket(28, encodeUtf8(signerUserId))]), ...more.map(([kind, content]) => subpacket(kind, content)),
  ]);
  const algorithm = key.type === 'rsa' ? algorithms.rsa : key.type === 'ed25519' ? algorithms.eddsa : algorithms.ecdsa;
  const hashed = concatBytes([Uint8Array.of(4, type, algorithm, 10), number(area.length, 2), area]);
  const value = hashOver(data, hashed, 'sha512');
  const unhashed = subpacket(16, fingerprintBytes.subarray(12));
  const made = await sign(key, value, { digest: 'sha512', prehashed: true });
  const values = key.type === 'rsa' ? mpi(made) : concatBytes([mpi(made.subarray(0, 32)), mpi(made.subarray(32))]);
  return writePacket(packetTags.signature, concatBytes([hashed, number(unhashed.length, 2), unhashed, value.subarray(0, 2), values]));
}

/** A key as signatures over it hash it. */
export function keyData(body: Uint8Array): Uint8Array {
  return concatBytes([Uint8Array.of(0x99), number(body.length, 2), body]);
}

/** A user id as certifications hash it, after the key. */
export function userIdData(userId: Uint8Array): Uint8Array {
  return concatBytes([Uint8Array.of(0xb4), number(userId.length, 4), userId]);
}
