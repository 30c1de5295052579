import { concatBytes, type RandomBytes } from '../../base/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../../pki/index.ts';
import { privateBox, privateContents, toBase64 } from './key-file.ts';
import { field, FieldReader, numberField } from './ssh-fields.ts';

/** A public key of type ssh-rsa with its comment. */
export interface RsaLine {
  key: RsaPublicKey;
  blob: Uint8Array;
  comment: string;
}

/** A key pair of type ssh-rsa. */
export interface RsaPair {
  key: RsaPrivateKey;
  comment: string;
}

/** The bytes of a public key, as they stand in base64 in `.pub` files. */
export function rsaBlob({ n, e }: Pick<RsaPublicKey, 'n' | 'e'>): Uint8Array {
  return concatBytes([field('ssh-rsa'), numberField(e), numberField(n)]);
}

/** The line of a `.pub` file, without its end. */
export function rsaLine({ key, comment }: RsaPair): string {
  return `ssh-rsa ${toBase64(rsaBlob(key))}${comment === '' ? '' : ` ${comment}`}`;
}

/** The key of a line of a `.pub` or authorized_keys file; undefined when there is none. */
export function readRsaLine(line: string): RsaLine | undefined {
  const [, base64 = '', comment = ''] = /(?:^|\s)ssh-rsa\s+([A-Za-z0-9+/=]+)\s*(.*)$/.exec(line.trim()) ?? [];
  if (line.trimStart().startsWith('#') || base64 === '') return undefined;
  try {
    const blob = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const reader = new FieldReader(blob);
    if (reader.text() !== 'ssh-rsa') return undefined;
    const e = reader.number();
    return { key: { type: 'rsa', n: reader.number(), e }, blob, comment };
  } catch {
    return undefined;
  }
}

/** The private key's file, not encrypted. */
export function rsaFile({ key, comment }: RsaPair, random: RandomBytes): string {
  const { n, e, d, qi, p, q } = key;
  return privateBox(rsaBlob(key), concatBytes([field('ssh-rsa'), numberField(n), numberField(e), numberField(d), numberField(qi), numberField(p), numberField(q), field(comment)]), random);
}

/** Reads such a file; undefined for what is none, or is encrypted. */
export function readRsaFile(text: string): RsaPair | undefined {
  const secret = privateContents(text);
  if (!secret) return undefined;
  const reader = new FieldReader(secret);
  if (reader.text() !== 'ssh-rsa') return undefined;
  const [n, e, d, qi, p, q] = Array.from({ length: 6 }, () => reader.number());
  if (n === undefined || e === undefined || d === undefined || qi === undefined || p === undefined || q === undefined) return undefined;
  return { key: { type: 'rsa', n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi }, comment: reader.text() };
}
