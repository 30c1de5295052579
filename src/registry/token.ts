import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeUtf8, encodeUtf8, equalBytes } from '../base/index.ts';
import type { Access } from './access.ts';
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import type { SigningKey } from './signing-key.ts';

/** What a token says: the claims of the Docker registry v2 token specification. Times are seconds since the epoch. */
export interface TokenClaims {
  access: Access[];
  /** The service it is for. */
  aud: string;
  exp: number;
  iat: number;
  /** Who made it. */
  iss: string;
  jti: string;
  nbf: number;
  /** Whom it was made for; empty for nobody in particular. */
  sub: string;
}

/** Signs tokens and tells its own from others: a secret of HMAC (HS256), or a key of ES256. Neither needs `crypto.subtle`, which plain HTTP lacks. */
export interface TokenKey {
  readonly header: Readonly<Record<string, unknown>>;
  sign(bytes: Uint8Array): Uint8Array;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** A secret as a key of tokens. */
export function secretTokenKey(secret: Uint8Array): TokenKey {
  const sign = (bytes: Uint8Array): Uint8Array => hmac(sha256, secret, bytes);
  return { header: { alg: 'HS256', typ: 'JWT' }, sign, verify: (bytes, signature) => equalBytes(signature, sign(bytes)) };
}

/** A P-256 key as a key of tokens; what names it (`kid`, `x5c`, `jwk`) stands in their header. */
export function ellipticTokenKey(key: SigningKey, names: Readonly<Record<string, unknown>>): TokenKey {
  return { header: { alg: 'ES256', typ: 'JWT', ...names }, sign: (bytes) => key.sign(bytes), verify: (bytes, signature) => key.verify(bytes, signature) };
}

/** Makes a JSON web token. */
export function signToken(claims: TokenClaims, key: TokenKey): string {
  const signed = `${toBase64Url(encodeUtf8(JSON.stringify(key.header)))}.${toBase64Url(encodeUtf8(JSON.stringify(claims)))}`;
  return `${signed}.${toBase64Url(key.sign(encodeUtf8(signed)))}`;
}

/** The claims of a token that `key` signed and that is valid at `nowMs` for `audience`; undefined otherwise. */
export function verifyToken(token: string, key: Pick<TokenKey, 'verify'>, audience: string, nowMs: number): TokenClaims | undefined {
  const [header, payload, signature, rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest !== undefined) return undefined;
  const given = fromBase64Url(signature);
  if (!given || !key.verify(encodeUtf8(`${header}.${payload}`), given)) return undefined;
  // What we signed is ours: its shape needs no check.
  const claims = JSON.parse(decodeUtf8(fromBase64Url(payload) ?? new Uint8Array(0))) as TokenClaims;
  const leeway = 60;
  const now = nowMs / 1000;
  return claims.aud === audience && now < claims.exp + leeway && now > claims.nbf - leeway ? claims : undefined;
}
