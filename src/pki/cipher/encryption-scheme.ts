import { noBytes, type RandomBytes } from '../../base/index.ts';
import { algorithm, algorithmOf } from '../algorithm.ts';
import { type DerNode, integer, integerOf, nullElement, octetString, sequence, tags } from '../der/index.ts';
import type { DigestName } from '../digest.ts';
import { PkiError } from '../error.ts';
import { type Cipher, cipherOf } from './cipher.ts';
import { pbkdf2Of, scryptOf } from './password.ts';
import { pkcs12Key } from './pkcs12-key.ts';

/** Object identifiers of password-based encryption (PKCS #5) and of the ciphers in it. */
export const schemeOids = { pbes2: '1.2.840.113549.1.5.13', pbkdf2: '1.2.840.113549.1.5.12', scrypt: '1.3.6.1.4.1.11591.4.11', pbeSha1TripleDes: '1.2.840.113549.1.12.1.3' } as const;
const cipherOids: Record<string, string> = {
  'aes-128-cbc': '2.16.840.1.101.3.4.1.2', 'aes-192-cbc': '2.16.840.1.101.3.4.1.22', 'aes-256-cbc': '2.16.840.1.101.3.4.1.42', 'des-ede3-cbc': '1.2.840.113549.3.7', 'des-cbc': '1.3.14.3.2.7',
};
const prfOids: Partial<Record<DigestName, string>> = { sha1: '1.2.840.113549.2.7', sha224: '1.2.840.113549.2.8', sha256: '1.2.840.113549.2.9', sha384: '1.2.840.113549.2.10', sha512: '1.2.840.113549.2.11' };

/** How data are encrypted under a password. */
export interface SchemeOptions {
  /** Default aes-256-cbc. */
  cipher?: string;
  /** Default 2048. */
  iterations?: number;
  random: RandomBytes;
}

/** Encrypts with PBES2 and PBKDF2 (HMAC with SHA-256), as OpenSSL 3 does: the AlgorithmIdentifier and what came of it. Throws PkiError `unsupported` for a cipher that PKCS #5 has no name for. */
export function encryptWithPassword(data: Uint8Array, password: Uint8Array, { cipher: name = 'aes-256-cbc', iterations = 2048, random }: SchemeOptions): { algorithm: Uint8Array; encrypted: Uint8Array } {
  const cipher = cipherOf(name);
  const cipherOid = cipherOids[name];
  if (!cipher || cipherOid === undefined) throw new PkiError('unsupported', `cipher ${name}`);
  const salt = random(16);
  const iv = random(cipher.ivLength);
  const key = pbkdf2Of('sha256', password, salt, iterations, cipher.keyLength);
  const kdf = algorithm(schemeOids.pbkdf2, sequence(octetString(salt), integer(iterations), algorithm(prfOids.sha256 ?? '', nullElement)));
  return { algorithm: algorithm(schemeOids.pbes2, sequence(kdf, algorithm(cipherOid, octetString(iv)))), encrypted: cipher.encrypt(key, iv, data) };
}

/** Decrypts what a scheme of PKCS #5 or PKCS #12 encrypted. Throws PkiError `bad-password`, or `unsupported` for schemes that are not here. */
export function decryptWithPassword(scheme: DerNode, data: Uint8Array, password: Uint8Array): Uint8Array {
  const { oid, parameters } = algorithmOf(scheme);
  if (!parameters) throw new PkiError('bad-der', 'no parameters');
  if (oid === schemeOids.pbeSha1TripleDes) {
    const cipher = cipherOf('des-ede3-cbc');
    const [salt, iterations] = [parameters.child(0).content, Number(integerOf(parameters.child(1)))];
    return run(cipher, pkcs12Key(password, salt, iterations, 1, 24), pkcs12Key(password, salt, iterations, 2, 8), data);
  }
  if (oid !== schemeOids.pbes2) throw new PkiError('unsupported', `encryption ${oid}`);
  const encryption = algorithmOf(parameters.child(1));
  const cipher = cipherOf(Object.keys(cipherOids).find((name) => cipherOids[name] === encryption.oid) ?? '');
  if (!cipher) throw new PkiError('unsupported', `cipher ${encryption.oid}`);
  return run(cipher, derive(parameters.child(0), password, cipher.keyLength), encryption.parameters?.content ?? noBytes, data);
}

function run(cipher: Cipher | undefined, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  if (!cipher) throw new PkiError('unsupported', 'cipher');
  return cipher.decrypt(key, iv, data);
}

function derive(node: DerNode, password: Uint8Array, length: number): Uint8Array {
  const { oid, parameters } = algorithmOf(node);
  if (!parameters) throw new PkiError('bad-der', 'no parameters');
  const salt = parameters.child(0).content;
  if (oid === schemeOids.scrypt) {
    const [N, r, p] = [1, 2, 3].map((i) => Number(integerOf(parameters.child(i))));
    return scryptOf(password, salt, { N: N ?? 1, r: r ?? 1, p: p ?? 1 }, length);
  }
  if (oid !== schemeOids.pbkdf2) throw new PkiError('unsupported', `key derivation ${oid}`);
  const prf = parameters.children.find((child, i) => i >= 2 && child.is(tags.sequence));
  const name = prf ? (Object.keys(prfOids) as DigestName[]).find((each) => prfOids[each] === algorithmOf(prf).oid) : 'sha1';
  if (!name) throw new PkiError('unsupported', 'pseudo-random function');
  return pbkdf2Of(name, password, salt, Number(integerOf(parameters.child(1))), length);
}
