import { encodeUtf8 } from '../../base/index.ts';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { toBase64 } from './key-file.ts';

const hashed = (salt: Uint8Array, host: string): string => toBase64(hmac(sha1, salt, encodeUtf8(host)));

/** How a host stands in known_hosts: with its port when that is not 22. */
export function hostEntry(host: string, port: number): string {
  return port === 22 ? host : `[${host}]:${port}`;
}

/** The first word of a line for a host, hashed as Debian has it. */
export function hashedHost(host: string, salt: Uint8Array): string {
  return `|1|${toBase64(salt)}|${hashed(salt, host)}`;
}

/** Whether a line of known_hosts is about a host. */
export function matchesHost(line: string, host: string): boolean {
  const [names = ''] = line.trim().split(/\s+/);
  const [, kind, salt, hash] = names.split('|');
  if (kind === '1') return hashed(Uint8Array.from(atob(salt ?? ''), (char) => char.charCodeAt(0)), host) === hash;
  return names.split(',').includes(host);
}
