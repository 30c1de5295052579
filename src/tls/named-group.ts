import { x25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concatBytes, type RandomBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';

/** A client's half of a key exchange. */
export interface KeyOffer {
  /** What goes to the server. */
  share: Uint8Array;
  /** The secret, from what the server answers. */
  derive(share: Uint8Array): Uint8Array;
}

/** A way to agree on a secret: RFC 8446, section 4.2.7. */
export interface NamedGroup {
  id: number;
  /** As OpenSSL and curl print it. */
  name: string;
  /** As Go names it. */
  bits: number;
  offer(random: RandomBytes): KeyOffer;
  /** The server's half: its share and the secret, from the client's share. */
  accept(share: Uint8Array, random: RandomBytes): { share: Uint8Array; secret: Uint8Array };
}

/** What the peer sent is no point of the curve. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new TlsError('protocol', 'illegal_parameter');
  }
}

interface Curve {
  utils: { randomSecretKey(seed?: Uint8Array): Uint8Array };
  getPublicKey(secret: Uint8Array, compressed?: boolean): Uint8Array;
  getSharedSecret(secret: Uint8Array, peer: Uint8Array, compressed?: boolean): Uint8Array;
}

/** Elliptic curves; of those over prime fields the secret is the x coordinate. */
function curveGroup(id: number, name: string, bits: number, curve: Curve, seedLength: number, secretOf: (shared: Uint8Array) => Uint8Array): NamedGroup {
  const keys = (random: RandomBytes): KeyOffer => {
    const secret = curve.utils.randomSecretKey(random(seedLength));
    return { share: curve.getPublicKey(secret, false), derive: (peer) => guarded(() => secretOf(curve.getSharedSecret(secret, peer, false))) };
  };
  return {
    id, name, bits, offer: keys,
    accept(peer, random) {
      const { share, derive } = keys(random);
      return { share, secret: derive(peer) };
    },
  };
}

const x = (shared: Uint8Array): Uint8Array => shared.subarray(1, 1 + (shared.length - 1) / 2);
const x25519Group = curveGroup(0x001d, 'x25519', 253, x25519, 32, (shared) => shared);

/** RFC draft-ietf-tls-ecdhe-mlkem: ML-KEM's part stands first, everywhere. */
const hybridGroup: NamedGroup = {
  id: 0x11ec, name: 'X25519MLKEM768', bits: 0,
  offer(random) {
    const { publicKey, secretKey } = ml_kem768.keygen(random(64));
    const classic = x25519Group.offer(random);
    return {
      share: concatBytes([publicKey, classic.share]),
      derive: (peer) => guarded(() => concatBytes([ml_kem768.decapsulate(peer.subarray(0, 1088), secretKey), classic.derive(peer.subarray(1088))])),
    };
  },
  accept(peer, random) {
    return guarded(() => {
      const { cipherText, sharedSecret } = ml_kem768.encapsulate(peer.subarray(0, 1184), random(32));
      const classic = x25519Group.accept(peer.subarray(1184), random);
      return { share: concatBytes([cipherText, classic.share]), secret: concatBytes([sharedSecret, classic.secret]) };
    });
  },
};

/** All groups that are spoken here. */
export const namedGroups: readonly NamedGroup[] = [
  hybridGroup, x25519Group,
  curveGroup(0x0017, 'secp256r1', 256, p256, 48, x), curveGroup(0x0018, 'secp384r1', 384, p384, 72, x), curveGroup(0x0019, 'secp521r1', 521, p521, 99, x),
];

const byId = new Map(namedGroups.map((group) => [group.id, group]));

/** The group with that number; undefined for one that is not spoken here. */
export function namedGroup(id: number): NamedGroup | undefined {
  return byId.get(id);
}

const others: Record<number, string> = { 0x001e: 'x448', 0x0100: 'ffdhe2048', 0x0101: 'ffdhe3072', 0x0102: 'ffdhe4096' };

/** Name of a group, or its number. */
export function namedGroupName(id: number): string {
  return byId.get(id)?.name ?? others[id] ?? `0x${id.toString(16).padStart(4, '0')}`;
}
