import type { RandomBytes } from '../../../base/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { DigestName } from '../../../pki/index.ts';

/** What a server wants of digest authentication: RFC 7616. */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  algorithm: string | undefined;
  qop: string | undefined;
  userhash: boolean;
}

/** The challenge of a header. */
export function digestChallengeOf(header: string): DigestChallenge {
  const fields = new Map<string, string>();
  for (const [, key = '', quoted, plain] of header.matchAll(/(\w+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,]+))/g)) fields.set(key.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '');
  const offers = (fields.get('qop') ?? '').split(',').map((one) => one.trim().toLowerCase());
  return { realm: fields.get('realm') ?? '', nonce: fields.get('nonce') ?? '', opaque: fields.get('opaque'), algorithm: fields.get('algorithm'), qop: offers.includes('auth') ? 'auth' : offers.includes('auth-int') ? 'auth-int' : undefined, userhash: fields.get('userhash') === 'true' };
}

const hashes: Readonly<Record<string, DigestName>> = { 'MD5': 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' };

/** The answer to a challenge. */
export async function digestAnswer(random: RandomBytes, { realm, nonce, opaque, algorithm, qop, userhash }: DigestChallenge, { user, password, method, uri, count }: { user: string; password: string; method: string; uri: string; count: number }): Promise<string> {
  const { digest } = await import('../../../pki/index.ts');
  const name = hashes[(algorithm ?? 'MD5').toUpperCase().replace(/-SESS$/, '')] ?? 'md5';
  const hash = (text: string): string => Array.from(digest(name, bytesOf(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const cnonce = btoa(String.fromCharCode(...random(12)));
  const nc = count.toString(16).padStart(8, '0');
  const secret = hash(`${user}:${realm}:${password}`);
  const ha1 = /-sess$/i.test(algorithm ?? '') ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const ha2 = hash(`${method}:${uri}${qop === 'auth-int' ? `:${hash('')}` : ''}`);
  const response = hash(qop === undefined ? `${ha1}:${nonce}:${ha2}` : `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`);
  const quote = (text: string): string => text.replaceAll(/[\\"]/g, String.raw`\$&`);
  const fields = [`username="${quote(userhash ? hash(`${user}:${realm}`) : user)}"`, `realm="${quote(realm)}"`, `nonce="${nonce}"`, `uri="${uri}"`];
  if (qop !== undefined) fields.push(`cnonce="${cnonce}"`, `nc=${nc}`, `qop=${qop}`);
  fields.push(`response="${response}"`);
  if (opaque !== undefined) fields.push(`opaque="${opaque}"`);
  if (algorithm !== undefined) fields.push(`algorithm=${algorithm}`);
  if (userhash) fields.push('userhash=true');
  return `Digest ${fields.join(', ')}`;
}
