import { isSystemError } from '../../kernel/uapi/index.ts';
import {
  type Certificate, decodePrivateKey, decodePublicKey, decodeRsaPublicKey, decryptPkcs8, isEncryptedBlock, isPkiError, isPrivateKeyBlock, type PemBlock, type PrivateKey, privateKeyOfBlock, type PublicKey, publicKeyOf, readCertificate, readDer, readRevocationList, type RevocationList, tags,
} from '../../pki/index.ts';
import { bytesOf, readInput, reason } from '../program/index.ts';
import type { Invocation } from './command.ts';
import { Failure, queue } from './failure.ts';
import { formatByName } from './format.ts';
import { askSecret } from './password.ts';
import { openPkcs12, type Pkcs12 } from './pkcs12-file.ts';
import { blocksOf, type StoreFormat, storeQueue } from './store.ts';

async function read({ process }: Invocation, path: string | undefined, what: string): Promise<Uint8Array> {
  try {
    return await readInput(process, path ?? '-');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (isSystemError(error, 'EISDIR')) throw new Failure(`Could not find ${what} from ${path}\n`, process.readdir(path ?? '.').slice(0, 14).map(() => queue.nameOfEntry));
    throw new Failure(`Could not open file or uri for loading ${what} from ${path}: ${reason(error)}\n`);
  }
}

const named = (path: string | undefined): string => path ?? '<stdin>';

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (isPkiError(error) && error.kind !== 'bad-password') return undefined;
    throw error;
  }
}

/** What is loaded, where from, and what failures call it (`private key`). */
export interface Source {
  path: string | undefined;
  what: string;
  password?: Uint8Array | undefined;
  /** What -inform said, where that counts. */
  format?: StoreFormat;
}

/** What the queue says of a password that is wrong or missing, by what is encrypted. */
const passwordQueues = {
  pkcs8: {
    wrong: [queue.badDecrypt, 'error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:../crypto/pkcs12/p12_decr.c:95:maybe wrong password'],
    missing: 'error:1C80009F:Provider routines:ossl_epki2pki_der_decode:unable to get passphrase:../providers/implementations/encode_decode/decode_epki2pki.c:136:',
  },
  pkcs12: {
    wrong: ['error:16000071:STORE routines:try_pkcs12:error verifying pkcs12 mac:../crypto/store/store_result.c:602:maybe wrong password'],
    missing: 'error:16000072:STORE routines:try_pkcs12:passphrase callback error:../crypto/store/store_result.c:591:',
  },
  pem: {
    wrong: [queue.badDecrypt, 'error:04800065:PEM routines:PEM_do_header:bad decrypt:../crypto/pem/pem_lib.c:496:'],
    missing: 'error:04800068:PEM routines:PEM_do_header:bad password read:../crypto/pem/pem_lib.c:469:',
  },
};

/** A thing of a file, whatever it is; `keys`: whether an encrypted key is to be opened. */
export async function openBlock(invocation: Invocation, source: Source, block: PemBlock, keys: boolean): Promise<{ certificate?: Certificate | undefined; list?: RevocationList | undefined; key?: PrivateKey | undefined; publicKey?: PublicKey | undefined }> {
  if (isPrivateKeyBlock(block) && isEncryptedBlock(block)) {
    if (!keys) return {};
    const kind = hasPemHeaders(block) ? 'pem' : 'pkcs8';
    try {
      return { key: privateKeyOfBlock(block, await passwordFor(invocation, source, kind)) };
    } catch (error) {
      if (isPkiError(error)) throw new Failure('', passwordQueues[kind].wrong);
      if (error instanceof Failure) throw new Failure('', error.queue);
      throw error;
    }
  }
  const certificate = attempt(() => readCertificate(block.bytes));
  const list = certificate ? undefined : attempt(() => readRevocationList(block.bytes));
  const key = certificate ?? list ? undefined : attempt(() => decodePrivateKey(block.bytes));
  const publicKey = key ? undefined : attempt(() => decodePublicKey(block.bytes)) ?? (block.label === 'RSA PUBLIC KEY' ? attempt(() => decodeRsaPublicKey(block.bytes)) : undefined);
  return { certificate, list, key: keys ? key : undefined, publicKey };
}

function isPkcs12(bytes: Uint8Array): boolean {
  const outer = attempt(() => readDer(bytes));
  return outer !== undefined && outer.is(tags.sequence) && outer.children[0]?.is(tags.integer) === true && outer.children[1]?.is(tags.sequence) === true && outer.children[1].children[0]?.is(tags.oid) === true && outer.children[1].children[1] !== undefined;
}

async function openStore(invocation: Invocation, source: Source, bytes: Uint8Array): Promise<Pkcs12> {
  try {
    return openPkcs12(bytes, await passwordFor(invocation, source, 'pkcs12'));
  } catch (error) {
    if (isPkiError(error, 'bad-password')) throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`, passwordQueues.pkcs12.wrong);
    throw error;
  }
}

const hasPemHeaders = ({ headers }: PemBlock): boolean => headers['Proc-Type'] !== undefined;

/** The password of what lies in a file, asked for when the command line has none. */
async function passwordFor(invocation: Invocation, { path, what, password }: Source, kind: keyof typeof passwordQueues): Promise<Uint8Array> {
  if (password) return password;
  const answer = await askSecret(invocation.process, `Enter pass phrase for ${kind === 'pkcs12' ? 'PKCS12 import pass phrase' : named(path)}:`);
  if (answer === undefined) throw new Failure(`Could not find ${what} from ${named(path)}\n`, [queue.noPassword, 'error:07880028:common libcrypto routines:do_ui_passphrase:UI lib:../crypto/passphrase.c:181:', passwordQueues[kind].missing]);
  return bytesOf(answer);
}

/** A block that PEM's headers encrypt is decrypted before it is known what it is: fails as OpenSSL does when that cannot be. */
async function passHeaders(invocation: Invocation, source: Source, blocks: readonly PemBlock[]): Promise<void> {
  const block = blocks.find(hasPemHeaders);
  if (!block) return;
  try {
    privateKeyOfBlock(block, await passwordFor(invocation, source, 'pem'));
  } catch (error) {
    if (isPkiError(error, 'bad-password')) throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`, passwordQueues.pem.wrong);
    if (!isPkiError(error)) throw error;
  }
}

/** A private key from a file: PEM or DER, in any form; asks for the password of an encrypted one. Throws a Failure as `load_key` words it. */
export async function loadPrivateKey(invocation: Invocation, source: Source): Promise<PrivateKey> {
  const { path, what } = source;
  const bytes = await read(invocation, path, what);
  const missing = (lines: readonly string[]): Failure => new Failure(`Could not find ${what} from ${named(path)}\n`, lines);
  const blocks = blocksOf(bytes, source.format);
  const block = blocks.find(isPrivateKeyBlock);
  const kind = block && hasPemHeaders(block) ? 'pem' : blocks.length === 0 && isPkcs12(bytes) ? 'pkcs12' : 'pkcs8';
  try {
    if (block) {
      const locked = isEncryptedBlock(block);
      const whole = kind === 'pem' || attempt(() => readDer(block.bytes)) !== undefined;
      const password = locked && whole ? await passwordFor(invocation, source, kind) : undefined;
      const key = attempt(() => (locked && !password ? undefined : privateKeyOfBlock(block, password)));
      if (key) return key;
    } else if (blocks.length === 0 && source.format !== 'pem') {
      const key = attempt(() => decodePrivateKey(bytes));
      if (key) return key;
      const outer = attempt(() => readDer(bytes));
      if (outer?.is(tags.sequence) && outer.children[0]?.is(tags.sequence) && outer.children[1]?.is(tags.octetString)) return decryptPkcs8(bytes, await passwordFor(invocation, source, kind));
      if (kind === 'pkcs12') {
        const found = openPkcs12(bytes, await passwordFor(invocation, source, kind)).key;
        if (found) return found;
      }
    }
  } catch (error) {
    if (isPkiError(error, 'bad-password')) throw missing(passwordQueues[kind].wrong);
    throw error;
  }
  throw missing(storeQueue(bytes, 'EncryptedPrivateKeyInfo', source.format, isCertificateOrList));
}

/** A public key from a file: SubjectPublicKeyInfo, RSAPublicKey, or the half of a private key. */
export async function loadPublicKey(invocation: Invocation, source: Source): Promise<PublicKey> {
  const bytes = await read(invocation, source.path, source.what);
  const blocks = blocksOf(bytes, source.format);
  for (const block of blocks) {
    if (block.label === 'PUBLIC KEY') {
      const key = attempt(() => decodePublicKey(block.bytes));
      if (key) return key;
    }
    if (block.label === 'RSA PUBLIC KEY') {
      const key = attempt(() => decodeRsaPublicKey(block.bytes));
      if (key) return key;
    }
    if (isPrivateKeyBlock(block) && !isEncryptedBlock(block)) {
      const key = attempt(() => privateKeyOfBlock(block));
      if (key) return publicKeyOf(key);
    }
  }
  if (blocks.some(isPrivateKeyBlock)) return publicKeyOf(await loadPrivateKey(invocation, source));
  if (blocks.length === 0 && source.format !== 'pem') {
    const key = attempt(() => decodePublicKey(bytes)) ?? attempt(() => decodeRsaPublicKey(bytes)) ?? attempt(() => publicKeyOf(decodePrivateKey(bytes)));
    if (key) return key;
  }
  throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`, storeQueue(bytes, 'EncryptedPrivateKeyInfo', source.format, isCertificateOrList));
}

/** The format that -inform limits an input to. */
export function inputFormat({ options }: Invocation, option = 'inform'): StoreFormat {
  const format = formatByName(options.value(option) ?? '');
  return format === 'pem' || format === 'der' ? format : undefined;
}

const certificateLabel = /^((X509 |TRUSTED |)CERTIFICATE)$/;

/** All certificates of a file. Throws a Failure when it cannot be read or has none. */
export async function loadCertificates(invocation: Invocation, source: Source): Promise<Certificate[]> {
  const { path, what } = source;
  const bytes = await read(invocation, path, what);
  const blocks = blocksOf(bytes, source.format);
  const found = blocks.filter(({ label }) => certificateLabel.test(label)).flatMap((block) => attempt(() => readCertificate(block.bytes)) ?? []);
  if (found.length > 0) return found;
  if (blocks.length === 0 && bytes.length > 0 && source.format !== 'pem') {
    const certificate = attempt(() => readCertificate(bytes));
    if (certificate) return [certificate];
    if (isPkcs12(bytes)) {
      const { certificates } = await openStore(invocation, source, bytes);
      if (certificates.length > 0) return certificates;
    }
  }
  await passHeaders(invocation, source, blocks);
  throw new Failure(`Could not find ${what} from ${named(path)}\n`, storeQueue(bytes, 'Certificate', source.format, isCertificateOrList));
}

/** Whether a store knows what a block or value of DER is, without a password and without a word that a key is wanted. */
function isCertificateOrList({ bytes }: PemBlock): boolean {
  return attempt(() => readCertificate(bytes)) !== undefined || attempt(() => readRevocationList(bytes)) !== undefined;
}

/** The first certificate of a file. */
export async function loadCertificate(invocation: Invocation, source: Source): Promise<Certificate> {
  const [first] = await loadCertificates(invocation, source);
  if (!first) throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`);
  return first;
}

/** A revocation list from a file. */
export async function loadRevocationList(invocation: Invocation, source: Source): Promise<RevocationList> {
  const { path, what } = source;
  const bytes = await read(invocation, path, what);
  const blocks = blocksOf(bytes, source.format);
  const block = blocks.find(({ label }) => label === 'X509 CRL');
  const list = block ? attempt(() => readRevocationList(block.bytes)) : blocks.length === 0 && source.format !== 'pem' ? attempt(() => readRevocationList(bytes)) : undefined;
  if (list) return list;
  await passHeaders(invocation, source, blocks);
  throw new Failure(`Could not find ${what} from ${named(path)}\n`, storeQueue(bytes, 'CertificateList', source.format, isCertificateOrList));
}
