import { isSystemError } from '../../../kernel/uapi/index.ts';
import {
  bigintToBytes, bytesToBigint, type DigestName, hashOf, isPkiError, keyBits, padForEncryption, padOaep, type PrivateKey, type PublicKey, rsaPrivate, rsaPublic, sharedSecret, sign, type SignatureOptions, unpadEncrypted, unpadOaep, verify,
} from '../../../pki/index.ts';
import { reason } from '../../program/index.ts';
import type { Command, Invocation } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { loadCertificate, loadPrivateKey, loadPublicKey } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/pkeyutl.ts';
import { passwordOf, threadId } from '../password.ts';
import { dump } from '../print/hex.ts';
import { digestByName } from '../sign-options.ts';

/** openssl-pkeyutl(1). */
export const pkeyutl: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const action = given.given.findLast(({ name: each }) => ['sign', 'verify', 'verifyrecover', 'encrypt', 'decrypt', 'derive'].includes(each))?.name ?? 'sign';
    const path = given.value('inkey');
    if (path === undefined) throw usage(name, 'no private key given (-inkey parameter).');
    if (action === 'derive' && !given.has('peerkey')) throw usage(name, 'missing -peerkey option for -derive operation.');
    const key = await loadKey(invocation, path);
    const padding = new Padding(invocation);
    if (action === 'verify' && !given.has('sigfile')) throw new Failure(`${name}: No signature file specified for verify\n`);
    if (action !== 'verify' && given.has('sigfile')) throw new Failure(`${name}: Signature file specified for non verify\n`);
    const out = given.value('out');
    if (action === 'derive') {
      const peer = await loadPublicKey(invocation, { path: given.value('peerkey'), what: 'peer key' });
      await writeOut(invocation, out, sharedSecret(key as PrivateKey, peer));
      return 0;
    }
    const signature = action === 'verify' ? readSignature(invocation, given.value('sigfile') ?? '') : undefined;
    const input = await readFile(invocation, given.value('in'));
    const prehashed = !given.has('rawin') && !given.has('digest') && key.type !== 'ed25519' && key.type !== 'ed448';
    if ((action === 'sign' || action === 'verify') && prehashed && input.length > 64) throw new Failure(`Error: The non-raw input data length ${input.length} is too long - max supported hashed size is 64\n`);
    const how: SignatureOptions = { prehashed, padding: padding.mode === 'pss' ? 'pss' : 'pkcs1', random: process.random, ...padding.digest(given.value('digest'), prehashed) };
    let result: Uint8Array;
    try {
      if (action === 'verify') {
        const good = verify(key, input, signature ?? input, how.padding === 'pss' ? { ...how, saltLength: 'auto' } : how);
        if (good) invocation.tool.out.write('Signature Verified Successfully\n');
        else await refuse(invocation, key.type === 'rsa' ? [...queue.rsaVerify.slice(0, 2), 'error:1C880004:Provider routines:rsa_verify_directly:RSA lib:../providers/implementations/signature/rsa_sig.c:1125:', 'error:030000EA:digital envelope routines:EVP_PKEY_verify:provider signature failure:../crypto/evp/signature.c:1176:RSA verify:'] : []);
        return good ? 0 : 1;
      }
      if (action === 'sign') {
        if (prehashed && how.digest && input.length !== hashOf(how.digest).outputLen) throw new Failure('Public Key operation error\n', ['error:1C8000A6:Provider routines:rsa_sign_directly:invalid digest length:../providers/implementations/signature/rsa_sig.c:700:', 'error:030000EA:digital envelope routines:EVP_PKEY_sign:provider signature failure:../crypto/evp/signature.c:1023:RSA sign:']);
        result = await sign(key as PrivateKey, input, how);
      } else result = padding.run(action, key, input);
    } catch (error) {
      if (isPkiError(error, 'data-too-large')) throw new Failure('Public Key operation error\n', ['error:0200006E:rsa routines:ossl_rsa_padding_add_PKCS1_type_2_ex:data too large for key size:../crypto/rsa/rsa_pk1.c:132:']);
      throw error;
    }
    await writeOut(invocation, out, given.has('hexdump') ? dump(result, 0) : result);
    return 0;
  },
};

/** Says that a signature is not right: the queue first, then the words on standard output. */
async function refuse({ process, tool }: Invocation, lines: readonly string[]): Promise<void> {
  const id = threadId(process);
  await process.write(2, lines.map((line) => `${id}:${line}\n`).join(''));
  tool.out.write('Signature Verification Failure\n');
}

async function loadKey(invocation: Invocation, path: string): Promise<PublicKey | PrivateKey> {
  const { options: given, process, name } = invocation;
  try {
    if (given.has('certin')) return (await loadCertificate(invocation, { path, what: 'Certificate' })).publicKey;
    if (given.has('pubin')) return await loadPublicKey(invocation, { path, what: 'Public Key' });
    return await loadPrivateKey(invocation, { path, what: 'private key', password: await passwordOf(process, given.value('passin')) });
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`${error.text}${name}: Error loading key\n`, error.queue);
    throw error;
  }
}

function readSignature({ process }: Invocation, path: string): Uint8Array {
  try {
    return process.readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(`Can't open signature file ${path}\n`, queue.fopen(path, 'rb', reason(error)));
  }
}

/** What -pkeyopt says of RSA's padding. */
export class Padding {
  readonly mode: 'pkcs1' | 'oaep' | 'pss' | 'none';
  readonly #oaep: DigestName;
  readonly #mask: DigestName;
  readonly #digest: DigestName | undefined;
  readonly #invocation: Invocation;

  constructor(invocation: Invocation) {
    this.#invocation = invocation;
    const values = new Map<string, string>();
    for (const option of invocation.options.all('pkeyopt')) {
      const colon = option.indexOf(':');
      const [key, value] = [option.slice(0, colon), option.slice(colon + 1)];
      if (!['rsa_padding_mode', 'rsa_oaep_md', 'rsa_mgf1_md', 'rsa_pss_saltlen', 'digest', 'rsa_oaep_label'].includes(key)) throw new Failure(`${invocation.name}: Can't set parameter "${option}":\n`, [`error:03000093:digital envelope routines:default_fixup_args:command not supported:../crypto/evp/ctrl_params_translate.c:585:[action:2, state:4] name=${key}, value=${value}`]);
      values.set(key, value);
    }
    const mode = values.get('rsa_padding_mode') ?? 'pkcs1';
    this.mode = mode === 'oaep' || mode === 'pss' || mode === 'none' ? mode : 'pkcs1';
    this.#oaep = digestByName(values.get('rsa_oaep_md') ?? '') ?? 'sha1';
    this.#mask = digestByName(values.get('rsa_mgf1_md') ?? '') ?? this.#oaep;
    this.#digest = digestByName(values.get('digest') ?? '');
  }

  digest(given: string | undefined, prehashed: boolean): { digest?: DigestName } {
    const name = digestByName(given ?? '') ?? this.#digest;
    return name ? { digest: name } : prehashed && this.mode === 'pkcs1' ? {} : { digest: 'sha256' };
  }

  run(action: string, key: PublicKey | PrivateKey, input: Uint8Array): Uint8Array {
    if (key.type !== 'rsa') throw new Failure(`${this.#invocation.name}: Error initializing context\n`, ['error:03000096:digital envelope routines:evp_pkey_asym_cipher_init:operation not supported for this keytype:../crypto/evp/asymcipher.c:236:']);
    const size = Math.ceil(keyBits(key) / 8);
    const { random } = this.#invocation.process;
    if (action === 'encrypt') {
      const block = this.mode === 'oaep' ? padOaep(input, size, random, this.#oaep, this.#mask) : this.mode === 'none' ? input : padForEncryption(input, size, random);
      return bigintToBytes(rsaPublic(key, bytesToBigint(block)), size);
    }
    if (action === 'verifyrecover') {
      const block = bigintToBytes(rsaPublic(key, bytesToBigint(input)), size);
      return block.subarray(block.indexOf(0, 2) + 1);
    }
    if (!('d' in key)) throw new Failure('A private key is needed for this operation\n');
    const block = bigintToBytes(rsaPrivate(key, bytesToBigint(input)), size);
    if (this.mode === 'none') return block;
    const plain = this.mode === 'oaep' ? unpadOaep(block, this.#oaep, this.#mask) : unpadEncrypted(block);
    if (plain) return plain;
    if (this.mode === 'oaep') throw new Failure('Public Key operation error\n', ['error:02000079:rsa routines:RSA_padding_check_PKCS1_OAEP_mgf1:oaep decoding error:../crypto/rsa/rsa_oaep.c:332:']);
    // Implicit rejection: what is not padded right gives bytes that say nothing.
    return random(Math.max(1, (random(1)[0] ?? 0) % (size - 11)));
  }
}
