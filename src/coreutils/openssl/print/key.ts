import { bigintToBytes, compressedPoint, keyBits, type PrivateKey, type PublicKey } from '../../../pki/index.ts';
import { hexLines } from './hex.ts';

const curveNames = { 'P-256': ['prime256v1', 'P-256'], 'P-384': ['secp384r1', 'P-384'], 'P-521': ['secp521r1', 'P-521'], secp256k1: ['secp256k1'] } as const;

/** The names that OpenSSL gives a curve: its object, and NIST's where there is one. */
export function curveLabels(curve: keyof typeof curveNames): readonly [string, string?] {
  return curveNames[curve];
}

function numberLines(label: string, value: bigint, indent: number): string {
  const pad = ' '.repeat(indent);
  if (value <= 0xffffffffffffffffn) return `${pad}${label} ${value} (0x${value.toString(16)})\n`;
  return `${pad}${label}\n${hexLines(withSign(bigintToBytes(value)), indent + 4, 15)}`;
}

function curveLines(curve: keyof typeof curveNames, indent: number): string {
  const pad = ' '.repeat(indent);
  const [object, nist] = curveLabels(curve);
  return `${pad}ASN1 OID: ${object}\n${nist === undefined ? '' : `${pad}NIST CURVE: ${nist}\n`}`;
}

/** A public key as `-text_pub` and certificates show it. */
export function publicKeyText(key: PublicKey, indent = 0, compressed = false): string {
  const pad = ' '.repeat(indent);
  if (key.type === 'rsa') return `${pad}Public-Key: (${keyBits(key)} bit)\n${numberLines('Modulus:', key.n, indent)}${numberLines('Exponent:', key.e, indent)}`;
  if (key.type === 'ec') return `${pad}Public-Key: (${keyBits(key)} bit)\n${pad}pub:\n${hexLines(compressed ? compressedPoint(key.curve, key.point) : key.point, indent + 4, 15)}${curveLines(key.curve, indent)}`;
  return `${pad}${key.type.toUpperCase()} Public-Key:\n${pad}pub:\n${hexLines(key.point, indent + 4, 15)}`;
}

/** A private key as `-text` shows it. */
export function privateKeyText(key: PrivateKey, compressed = false): string {
  if (key.type === 'rsa') {
    const parts: [string, bigint][] = [['modulus:', key.n], ['publicExponent:', key.e], ['privateExponent:', key.d], ['prime1:', key.p], ['prime2:', key.q], ['exponent1:', key.dp], ['exponent2:', key.dq], ['coefficient:', key.qi]];
    return `Private-Key: (${keyBits(key)} bit, 2 primes)\n${parts.map(([label, value]) => numberLines(label, value, 0)).join('')}`;
  }
  if (key.type === 'ec') return `Private-Key: (${keyBits(key)} bit)\npriv:\n${hexLines(key.scalar, 4, 15)}pub:\n${hexLines(compressed ? compressedPoint(key.curve, key.point) : key.point, 4, 15)}${curveLines(key.curve, 0)}`;
  return `${key.type.toUpperCase()} Private-Key:\npriv:\n${hexLines(key.scalar, 4, 15)}pub:\n${hexLines(key.point, 4, 15)}`;
}

/** A zero byte in front of what would look negative. */
function withSign(bytes: Uint8Array): Uint8Array {
  return (bytes[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...bytes) : bytes;
}
