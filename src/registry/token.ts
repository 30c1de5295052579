import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeUtf8, encodeUtf8, equalBytes } from '../base/index.ts';
import type { Access } from './access.ts';

/** What a token says: the claims of the Docker registry v2 token specification. Times are seconds since the epoch. */
export interface TokenClaims {
  /** Who made it. */
  iss: string;
  /** Whom it was made for; empty for nobody in particular. */
  sub: string;
  /** The service it is for. */
  aud: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  access: Access[];
}

/** Makes a JSON web token, signed with HMAC-SHA256: works without `crypto.subtle`, which plain HTTP lacks. */
export function signToken(claims: TokenClaims, key: Uint8Array): string {
  const signed = `${toBase64Url(encodeUtf8(JSON.stringify({ typ: 'JWT', alg: 'HS256' })))}.${toBase64Url(encodeUtf8(JSON.stringify(claims)))}`;
  return `${signed}.${toBase64Url(hmac(sha256, key, encodeUtf8(signed)))}`;
}

/** The claims of a token that `key` signed and that is valid at `nowMs` for `audience`; undefined otherwise. */
export function verifyToken(token: string, key: Uint8Array, audience: string, nowMs: number): TokenClaims | undefined {
  const [header, payload, signature, rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest !== undefined) return undefined;
  const given = fromBase64Url(signature);
  if (!given || !equalBytes(given, hmac(sha256, key, encodeUtf8(`${header}.${payload}`)))) return undefined;
  // What we signed is ours: its shape needs no check.
  const claims = JSON.parse(decodeUtf8(fromBase64Url(payload) ?? new Uint8Array(0))) as TokenClaims;
  const leeway = 60;
  const now = nowMs / 1000;
  return claims.aud === audience && now < claims.exp + leeway && now > claims.nbf - leeway ? claims : undefined;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
