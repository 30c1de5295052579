import { concatBytes, encodeUtf8, type RandomBytes } from '../../base/index.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { ed25519PublicKey } from './ed25519.ts';
import { field, FieldReader, u32 } from './ssh-fields.ts';

/** A key pair of type ssh-ed25519. */
export interface KeyPair {
  seed: Uint8Array;
  publicKey: Uint8Array;
  comment: string;
}

const type = 'ssh-ed25519';
const magic = encodeUtf8('openssh-key-v1\0');

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The bytes of a public key, as they stand in base64 in `.pub` files. */
export function keyBlob(publicKey: Uint8Array): Uint8Array {
  return concatBytes([field(type), field(publicKey)]);
}

/** A new key pair. */
export function makeKey(random: RandomBytes, comment: string): KeyPair {
  const seed = random(32);
  return { seed, publicKey: ed25519PublicKey(seed), comment };
}

/** The line of a `.pub` file, without its end. */
export function publicLine({ publicKey, comment }: Pick<KeyPair, 'publicKey' | 'comment'>): string {
  return `${type} ${toBase64(keyBlob(publicKey))}${comment === '' ? '' : ` ${comment}`}`;
}

/** The key of a line of a `.pub` or authorized_keys file, options before it allowed; undefined when there is none. */
export function readPublicLine(line: string): { publicKey: Uint8Array; comment: string } | undefined {
  const [, base64 = '', comment = ''] = /(?:^|\s)ssh-ed25519\s+([A-Za-z0-9+/=]+)\s*(.*)$/.exec(line.trim()) ?? [];
  if (line.trimStart().startsWith('#') || base64 === '') return undefined;
  try {
    const blob = fromBase64(base64);
    return blob.length === 51 ? { publicKey: blob.subarray(19), comment } : undefined;
  } catch {
    return undefined;
  }
}

/** `SHA256:…` without padding, of a key of type ssh-ed25519. */
export function fingerprint(publicKey: Uint8Array): string {
  return blobFingerprint(keyBlob(publicKey));
}

/** The same for the bytes of any public key. */
export function blobFingerprint(blob: Uint8Array): string {
  return `SHA256:${toBase64(sha256(blob)).replace(/=+$/, '')}`;
}

/** A private key's file, not encrypted: PROTOCOL.key of OpenSSH. `contents` are the fields of the key and its comment. */
export function privateBox(blob: Uint8Array, contents: Uint8Array, random: RandomBytes): string {
  const check = random(4);
  const secret = concatBytes([check, check, contents]);
  const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1);
  const whole = concatBytes([magic, field('none'), field('none'), field(''), u32(1), field(blob), field(concatBytes([secret, padding]))]);
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${(toBase64(whole).match(/.{1,70}/g) ?? []).join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

/** What such a file has in it, from the key's type on; undefined for what is none, or is encrypted. */
export function privateContents(text: string): Uint8Array | undefined {
  const [, body] = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----/.exec(text) ?? [];
  if (body === undefined) return undefined;
  const reader = new FieldReader(fromBase64(body.replace(/\s/g, '')), magic.length);
  if (reader.text() !== 'none') return undefined;
  reader.next();
  reader.next();
  reader.skip(4);
  reader.next();
  return reader.next().slice(8);
}

/** The file of a key of type ssh-ed25519. */
export function privateFile({ seed, publicKey, comment }: KeyPair, random: RandomBytes): string {
  return privateBox(keyBlob(publicKey), concatBytes([field(type), field(publicKey), field(concatBytes([seed, publicKey])), field(comment)]), random);
}

/** Reads such a file; undefined for what is none, is encrypted, or of another type. */
export function readPrivateFile(text: string): KeyPair | undefined {
  const secret = privateContents(text);
  if (!secret) return undefined;
  const reader = new FieldReader(secret);
  if (reader.text() !== type) return undefined;
  const publicKey = reader.next();
  const seed = reader.next().slice(0, 32);
  return { seed, publicKey, comment: reader.text() };
}
