import { isSystemError } from '../../kernel/uapi/index.ts';
import {
  type Certificate, decodePrivateKey, decodePublicKey, decodeRsaPublicKey, decryptPkcs8, isEncryptedBlock, isPkiError, isPrivateKeyBlock, type PemBlock, type PrivateKey, privateKeyOfBlock, type PublicKey, publicKeyOf, readCertificate, readDer, readPem, readRevocationList, type RevocationList, tags,
} from '../../pki/index.ts';
import { binaryOf, bytesOf, readInput, reason } from '../program/index.ts';
import type { Invocation } from './command.ts';
import { Failure, queue } from './failure.ts';
import { askSecret } from './password.ts';
import { openPkcs12 } from './pkcs12-file.ts';

async function read({ process }: Invocation, path: string | undefined, what: string): Promise<Uint8Array> {
  try {
    return await readInput(process, path ?? '-');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (isSystemError(error, 'EISDIR')) throw new Failure(`Could not find ${what} from ${path}\n`);
    throw new Failure(`Could not open file or uri for loading ${what} from ${path}: ${reason(error)}\n`);
  }
}

const named = (path: string | undefined): string => path ?? '<stdin>';

/** The PEM blocks of a file; what is cut or no base64 counts as none. */
function blocksOf(bytes: Uint8Array): PemBlock[] {
  try {
    return readPem(binaryOf(bytes));
  } catch (error) {
    if (isPkiError(error)) return [];
    throw error;
  }
}

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
}

const wrongPassword = [queue.badDecrypt, 'error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:../crypto/pkcs12/p12_decr.c:95:maybe wrong password'];

/** A private key from a file: PEM or DER, in any form; asks for the password of an encrypted one. Throws a Failure as `load_key` words it. */
export async function loadPrivateKey(invocation: Invocation, { path, what, password }: Source): Promise<PrivateKey> {
  const bytes = await read(invocation, path, what);
  const missing = (lines: readonly string[] = []): Failure => new Failure(`Could not find ${what} from ${named(path)}\n`, lines);
  const ask = async (): Promise<Uint8Array> => {
    if (password) return password;
    const answer = await askSecret(invocation.process, `Enter pass phrase for ${named(path)}:`);
    if (answer === undefined) throw missing([queue.noPassword, 'error:07880028:common libcrypto routines:do_ui_passphrase:UI lib:../crypto/passphrase.c:181:', 'error:1C80009F:Provider routines:ossl_epki2pki_der_decode:unable to get passphrase:../providers/implementations/encode_decode/decode_epki2pki.c:136:']);
    return bytesOf(answer);
  };
  const blocks = blocksOf(bytes);
  const block = blocks.find(isPrivateKeyBlock);
  try {
    if (block) {
      const key = isEncryptedBlock(block) ? privateKeyOfBlock(block, await ask()) : attempt(() => privateKeyOfBlock(block));
      if (key) return key;
      throw missing();
    }
    if (blocks.length === 0) {
      const key = attempt(() => decodePrivateKey(bytes));
      if (key) return key;
      const outer = attempt(() => readDer(bytes));
      if (outer?.is(tags.sequence) && outer.children[0]?.is(tags.sequence) && outer.children[1]?.is(tags.octetString)) return decryptPkcs8(bytes, await ask());
      if (outer?.is(tags.sequence) && outer.children[0]?.is(tags.integer) && outer.children[1]?.is(tags.sequence)) {
        const found = openPkcs12(bytes, await ask()).key;
        if (found) return found;
      }
    }
  } catch (error) {
    if (isPkiError(error, 'bad-password')) throw missing(wrongPassword);
    throw error;
  }
  throw missing(blocks.some(({ label }) => label === 'PUBLIC KEY') ? [queue.storeUnsupported] : []);
}

/** A public key from a file: SubjectPublicKeyInfo, RSAPublicKey, or the half of a private key. */
export async function loadPublicKey(invocation: Invocation, source: Source): Promise<PublicKey> {
  const bytes = await read(invocation, source.path, source.what);
  const blocks = blocksOf(bytes);
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
  if (blocks.length === 0) {
    const key = attempt(() => decodePublicKey(bytes)) ?? attempt(() => decodeRsaPublicKey(bytes)) ?? attempt(() => publicKeyOf(decodePrivateKey(bytes)));
    if (key) return key;
  }
  throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`);
}

const certificateLabel = /^((X509 |TRUSTED |)CERTIFICATE)$/;

/** All certificates of a file. Throws a Failure when it cannot be read or has none. */
export async function loadCertificates(invocation: Invocation, { path, what, password }: Source): Promise<Certificate[]> {
  const bytes = await read(invocation, path, what);
  const blocks = blocksOf(bytes);
  const found = blocks.filter(({ label }) => certificateLabel.test(label)).flatMap((block) => attempt(() => readCertificate(block.bytes)) ?? []);
  if (found.length > 0) return found;
  if (blocks.length === 0 && bytes.length > 0) {
    const certificate = attempt(() => readCertificate(bytes));
    if (certificate) return [certificate];
    const p12 = password && attempt(() => openPkcs12(bytes, password));
    if (p12 && p12.certificates.length > 0) return p12.certificates;
  }
  const kept = blocks.length === 0 ? [] : blocks.some((block) => isPrivateKeyBlock(block) || block.label === 'PUBLIC KEY') ? [queue.storeUnsupported] : Array.from({ length: 4 }, () => [queue.storeUnsupported, queue.storeUnsupported, decoderUnsupported]).flat();
  throw new Failure(`Could not find ${what} from ${named(path)}\n`, kept);
}

const decoderUnsupported = 'error:1E08010C:DECODER routines:OSSL_DECODER_from_bio:unsupported:../crypto/encode_decode/decoder_lib.c:104:No supported data to decode. Input structure: Certificate';

/** The first certificate of a file. */
export async function loadCertificate(invocation: Invocation, source: Source): Promise<Certificate> {
  const [first] = await loadCertificates(invocation, source);
  if (!first) throw new Failure(`Could not find ${source.what} from ${named(source.path)}\n`);
  return first;
}

/** A revocation list from a file. */
export async function loadRevocationList(invocation: Invocation, { path, what }: Source): Promise<RevocationList> {
  const bytes = await read(invocation, path, what);
  const blocks = blocksOf(bytes);
  const block = blocks.find(({ label }) => label === 'X509 CRL');
  const list = block ? attempt(() => readRevocationList(block.bytes)) : blocks.length === 0 ? attempt(() => readRevocationList(bytes)) : undefined;
  if (!list) throw new Failure(`Could not find ${what} from ${named(path)}\n`);
  return list;
}
