import { concatBytes } from '../../base/index.ts';
import { sha512 } from '@noble/hashes/sha2.js';

// RFC 8032, on whole numbers: a handful of signatures, no secrets worth hiding from a clock.
const p = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = (a: bigint, m = p): bigint => ((a % m) + m) % m;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [b, e] = [mod(base), exponent]; e > 0n; e >>= 1n, b = (b * b) % p) if ((e & 1n) === 1n) result = (result * b) % p;
  return result;
}

const inverse = (a: bigint): bigint => power(a, p - 2n);
const d = mod(-121665n * inverse(121666n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

interface Point {
  x: bigint;
  y: bigint;
  z: bigint;
  t: bigint;
}

function add(a: Point, b: Point): Point {
  const A = mod((a.y - a.x) * (b.y - b.x));
  const B = mod((a.y + a.x) * (b.y + b.x));
  const C = mod(2n * a.t * b.t * d);
  const D = mod(2n * a.z * b.z);
  const [E, F, G, H] = [B - A, D - C, D + C, B + A];
  return { x: mod(E * F), y: mod(G * H), z: mod(F * G), t: mod(E * H) };
}

const zero: Point = { x: 0n, y: 1n, z: 1n, t: 0n };

function multiply(point: Point, scalar: bigint): Point {
  let result = zero;
  for (let [each, s] = [point, scalar]; s > 0n; s >>= 1n, each = add(each, each)) if ((s & 1n) === 1n) result = add(result, each);
  return result;
}

function recoverX(y: bigint, odd: boolean): bigint | undefined {
  const square = mod((y * y - 1n) * inverse(d * y * y + 1n));
  let x = power(square, (p + 3n) / 8n);
  if (mod(x * x - square) !== 0n) x = mod(x * rootOfMinusOne);
  if (mod(x * x - square) !== 0n) return undefined;
  return ((x & 1n) === 1n) === odd ? x : mod(-x);
}

const baseY = mod(4n * inverse(5n));
const baseX = recoverX(baseY, false) ?? 0n;
const base: Point = { x: baseX, y: baseY, z: 1n, t: mod(baseX * baseY) };

function toNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}

function toBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));
}

function encode({ x, y, z }: Point): Uint8Array {
  const scale = inverse(z);
  return toBytes(mod(y * scale) | ((mod(x * scale) & 1n) << 255n));
}

function decode(bytes: Uint8Array): Point | undefined {
  const value = toNumber(bytes);
  const y = value & ((1n << 255n) - 1n);
  const x = y < p ? recoverX(y, value >> 255n === 1n) : undefined;
  return x === undefined ? undefined : { x, y, z: 1n, t: mod(x * y) };
}

function expand(seed: Uint8Array): { scalar: bigint; prefix: Uint8Array } {
  const hash = sha512(seed);
  const low = hash.slice(0, 32);
  low[0] = (low[0] ?? 0) & 248;
  low[31] = ((low[31] ?? 0) & 63) | 64;
  return { scalar: toNumber(low), prefix: hash.subarray(32) };
}

/** The public key of a private one (32 bytes each). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return encode(multiply(base, expand(seed).scalar));
}

/** The signature of a message, 64 bytes. */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  const { scalar, prefix } = expand(seed);
  const own = encode(multiply(base, scalar));
  const r = toNumber(sha512(concatBytes([prefix, message]))) % order;
  const point = encode(multiply(base, r));
  const k = toNumber(sha512(concatBytes([point, own, message]))) % order;
  return concatBytes([point, toBytes((r + k * scalar) % order)]);
}

/** Whether a signature is that of the key's owner. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const [key, point] = [decode(publicKey), decode(signature.subarray(0, 32))];
  const s = toNumber(signature.subarray(32));
  if (!key || !point || signature.length !== 64 || s >= order) return false;
  const k = toNumber(sha512(concatBytes([signature.subarray(0, 32), publicKey, message]))) % order;
  const [left, right] = [encode(multiply(base, s)), encode(add(point, multiply(key, k)))];
  return left.every((byte, index) => byte === right[index]);
}
