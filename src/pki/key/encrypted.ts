import { encodeUtf8, type RandomBytes } from '../../base/index.ts';
import { bytesToKey, cipherOf, decryptWithPassword, encryptWithPassword, type SchemeOptions } from '../cipher/index.ts';
import { octetString, readDer, sequence, tags } from '../der/index.ts';
import { isPkiError, PkiError } from '../error.ts';
import { type PemBlock, readPem, writePem } from '../pem.ts';
import { decodePrivateKey } from './decode.ts';
import { encodePkcs8, encodeTraditional } from './encode.ts';
import type { PrivateKey } from './key.ts';

/** EncryptedPrivateKeyInfo of PKCS #8. */
export function encryptPkcs8(key: PrivateKey, password: Uint8Array, options: SchemeOptions): Uint8Array {
  const { algorithm, encrypted } = encryptWithPassword(encodePkcs8(key), password, options);
  return sequence(algorithm, octetString(encrypted));
}

/** Reads it. Throws PkiError `bad-password` when the password is not the one. */
export function decryptPkcs8(der: Uint8Array, password: Uint8Array): PrivateKey {
  const node = readDer(der).expect(tags.sequence);
  return readDecrypted(decryptWithPassword(node.child(0), node.child(1).content, password));
}

function readDecrypted(plain: Uint8Array): PrivateKey {
  try {
    return decodePrivateKey(plain);
  } catch (error) {
    if (isPkiError(error, 'bad-der')) throw new PkiError('bad-password', 'not a key after decryption');
    throw error;
  }
}

/** The traditional form, encrypted as PEM once was: `Proc-Type: 4,ENCRYPTED`. */
export function encryptTraditionalPem(key: PrivateKey, password: Uint8Array, cipherName: string, random: RandomBytes): string {
  const cipher = cipherOf(cipherName);
  if (!cipher) throw new PkiError('unsupported', `cipher ${cipherName}`);
  const { label, der } = encodeTraditional(key);
  const iv = random(cipher.ivLength);
  const derived = bytesToKey('md5', password, iv.subarray(0, 8), cipher.keyLength);
  return writePem(label, cipher.encrypt(derived, iv, der), { 'Proc-Type': '4,ENCRYPTED', 'DEK-Info': `${cipherName.toUpperCase()},${Array.from(iv, (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()}` });
}

/** Whether a PEM block is a private key's. */
export function isPrivateKeyBlock({ label }: PemBlock): boolean {
  return /^((RSA |EC |ENCRYPTED |)PRIVATE KEY)$/.test(label);
}

/** Whether a private key's PEM block wants a password. */
export function isEncryptedBlock(block: PemBlock): boolean {
  return block.label === 'ENCRYPTED PRIVATE KEY' || block.headers['Proc-Type'] === '4,ENCRYPTED';
}

/** Reads the private key of a PEM block. Throws PkiError `bad-password` when it is encrypted and the password is missing or not the one. */
export function privateKeyOfBlock(block: PemBlock, password?: Uint8Array): PrivateKey {
  if (!isEncryptedBlock(block)) return decodePrivateKey(block.bytes);
  if (!password) throw new PkiError('bad-password', 'the key is encrypted');
  if (block.label === 'ENCRYPTED PRIVATE KEY') return decryptPkcs8(block.bytes, password);
  const [name = '', hex = ''] = (block.headers['DEK-Info'] ?? '').split(',');
  const cipher = cipherOf(name.toLowerCase());
  if (!cipher) throw new PkiError('unsupported', `cipher ${name}`);
  const iv = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return readDecrypted(cipher.decrypt(bytesToKey('md5', password, iv.subarray(0, 8), cipher.keyLength), iv, block.bytes));
}

/** The first private key of a PEM text. Throws PkiError `bad-pem` when there is none, and as `privateKeyOfBlock`. */
export function readPrivateKeyPem(text: string, password?: string): PrivateKey {
  const block = readPem(text).find(isPrivateKeyBlock);
  if (!block) throw new PkiError('bad-pem', 'no private key');
  return privateKeyOfBlock(block, password === undefined ? undefined : encodeUtf8(password));
}
