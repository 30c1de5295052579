import { isSystemError } from '../../../kernel/uapi/index.ts';
import { digest, type DigestName, hmacOf, isPaddedSignature, keyBits, type PrivateKey, type PublicKey, shake, sign, type SignatureOptions, verify } from '../../../pki/index.ts';
import { bytesOf, readInput, reason } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { optionColumns } from '../columns.ts';
import { Failure, queue } from '../failure.ts';
import { writeOut } from '../files.ts';
import { loadPrivateKey, loadPublicKey } from '../load.ts';
import { options } from '../options/dgst.ts';
import { passwordOf, threadId } from '../password.ts';
import { colonHex } from '../print/hex.ts';
import { digestByName, signatureOptions } from '../sign-options.ts';

const labels: Partial<Record<DigestName, string>> = { md5: 'MD5', sha1: 'SHA1', ripemd160: 'RIPEMD-160', sha224: 'SHA2-224', sha256: 'SHA2-256', sha384: 'SHA2-384', sha512: 'SHA2-512', 'sha512-224': 'SHA2-512/224', 'sha512-256': 'SHA2-512/256', shake128: 'SHAKE-128', shake256: 'SHAKE-256', blake2b512: 'BLAKE2B-512', blake2s256: 'BLAKE2S-256' };
const all = 'blake2b512 blake2s256 md4 md5 md5-sha1 ripemd ripemd160 rmd160 sha1 sha224 sha256 sha3-224 sha3-256 sha3-384 sha3-512 sha384 sha512 sha512-224 sha512-256 shake128 shake256 sm3 ssl3-md5 ssl3-sha1 whirlpool';

/** openssl-dgst(1), and every digest by its name. */
export const dgst: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.has('list')) {
      tool.out.write(`Supported digests:\n${optionColumns(all.split(' '))}\n`);
      return 0;
    }
    const named = name === 'dgst' ? undefined : digestByName(name);
    const unknown = given.all('*');
    if (unknown.length > 1) throw new Failure(`${name}: Multiple digest or unknown options: -${unknown[0]} and -${unknown[1]}\n${name}: Use -help for summary.\n`);
    const asked = unknown[0];
    const chosen = asked === undefined ? named : digestByName(asked);
    if (asked !== undefined && !chosen) {
      if (/^(md4|whirlpool)$/i.test(asked)) throw new Failure('Error setting digest\n', [`error:0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:376:Global default library context, Algorithm (${asked.toUpperCase()} : 98), Properties ()`, 'error:03000086:digital envelope routines:evp_md_init_internal:initialization error:../crypto/evp/digest.c:271:']);
      throw new Failure(`${name}: Unknown option or message digest: ${asked}\n${name}: Use -help for summary.\n`, [queue.unsupported(asked)]);
    }
    const md = chosen ?? 'sha256';
    if (given.has('verify', 'prverify') && !given.has('signature')) throw new Failure('No signature to verify: use the -signature option\n');
    const work = await prepare(invocation, md);
    const label = `${chosen === undefined ? 'SHA256' : labels[md] ?? md.toUpperCase()}`;
    const binary = given.has('binary') || (work.kind === 'sign' && !given.has('hex'));
    let [text, status] = ['', 0];
    const parts: Uint8Array[] = [];
    for (const path of given.rest.length > 0 ? given.rest : [undefined]) {
      let data: Uint8Array;
      try {
        data = await readInput(process, path ?? '-');
      } catch (error) {
        if (!isSystemError(error)) throw error;
        const id = threadId(process);
        if (isSystemError(error, 'EISDIR')) {
          await say(invocation, `Read error in ${path}\n${id}:error:80000015:system library:file_read:Is a directory:../crypto/bio/bss_file.c:149:calling fread()\n${id}:error:10080002:BIO routines:file_read:system lib:../crypto/bio/bss_file.c:151:\n`);
          status = 1;
          continue;
        }
        await say(invocation, `${path}: ${reason(error)}\n${queue.fileControl(path ?? '', reason(error)).map((line) => `${id}:${line}\n`).join('')}`);
        status = 1;
        continue;
      }
      if (work.kind === 'verify') {
        const good = work.check(data);
        // An ECDSA signature that is no DER cannot even be looked at.
        if (!good && work.unreadable) {
          await say(invocation, 'Error verifying data\n');
          status = 1;
          continue;
        }
        tool.out.write(good ? 'Verified OK\n' : 'Verification failure\n');
        if (!good) {
          const id = threadId(process);
          await process.write(2, work.why().map((line) => `${id}:${line}\n`).join(''));
        }
        if (!good) status = 1;
        continue;
      }
      const value = await work.make(data);
      if (!value) return 1;
      if (binary) parts.push(value);
      else if (given.has('r')) text += `${colonHex(value).replaceAll(':', '')} *${path ?? 'stdin'}\n`;
      else text += `${path === undefined ? '' : work.prefix}${label}(${path ?? 'stdin'})= ${given.has('c') ? colonHex(value) : colonHex(value).replaceAll(':', '')}\n`;
    }
    const out = given.value('out');
    if (binary) for (const part of parts) await writeOut(invocation, out, part);
    else if (text !== '') await writeOut(invocation, out, text);
    return status;
  },
};

type Work = { kind: 'digest' | 'sign'; prefix: string; make: (data: Uint8Array) => Promise<Uint8Array | undefined> | Uint8Array | undefined } | { kind: 'verify'; prefix: string; unreadable: boolean; why: () => readonly string[]; check: (data: Uint8Array) => boolean };

async function prepare(invocation: Invocation, md: DigestName): Promise<Work> {
  const { options: given, process } = invocation;
  const password = await passwordOf(process, given.value('passin'));
  if (given.has('sign')) {
    const key = await loadPrivateKey(invocation, { path: given.value('sign'), what: 'private key', password });
    const how = signing(invocation, key, md);
    return { kind: 'sign', prefix: `${key.type === 'rsa' ? 'RSA' : key.type === 'ec' ? 'EC' : key.type.toUpperCase()}-`, make: (data) => sign(key, data, how) };
  }
  if (given.has('verify', 'prverify')) {
    const key: PublicKey | PrivateKey = given.has('verify') ? await loadPublicKey(invocation, { path: given.value('verify'), what: 'private key of public key', password }) : await loadPrivateKey(invocation, { path: given.value('prverify'), what: 'private key', password });
    const path = given.value('signature') ?? '';
    let signature: Uint8Array;
    try {
      signature = process.readFile(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new Failure(`Error opening signature file ${path}\n`, queue.fopen(path, 'rb', reason(error)));
    }
    const how = signing(invocation, key, md);
    if (how.padding === 'pss' && how.saltLength === undefined) how.saltLength = 'auto';
    return { kind: 'verify', prefix: '', unreadable: key.type === 'ec' && signature[0] !== 0x30, why: () => refusal(key, signature, how), check: (data) => verify(key, data, signature, how) };
  }
  const secret = macKey(given.value('hmac'), given.value('mac'), given.all('macopt'));
  if (secret) return { kind: 'digest', prefix: 'HMAC-', make: (data) => hmacOf(md, secret, data) };
  const length = given.number('xoflen');
  if (md === 'shake128' || md === 'shake256') return { kind: 'digest', prefix: '', make: (data) => (length === undefined ? undefined : shake(md, data, length)) };
  return { kind: 'digest', prefix: '', make: (data) => digest(md, data) };
}

/** What the queue says of a signature that is not right. */
function refusal(key: PublicKey, signature: Uint8Array, { padding }: SignatureOptions): readonly string[] {
  if (key.type === 'ec') return ['error:030000EA:digital envelope routines:EVP_DigestVerifyFinal:provider signature failure:../crypto/evp/m_sigver.c:703:ECDSA digest_verify_final:'];
  if (key.type !== 'rsa' || padding === 'pss') return [];
  if (signature.length !== Math.ceil(keyBits(key) / 8)) return ['error:02000077:rsa routines:ossl_rsa_verify:wrong signature length:../crypto/rsa/rsa_sign.c:353:', queue.rsaVerify[2]];
  return isPaddedSignature(key, signature) ? ['error:02000068:rsa routines:ossl_rsa_verify:bad signature:../crypto/rsa/rsa_sign.c:441:', queue.rsaVerify[2]] : queue.rsaVerify;
}

function signing(invocation: Invocation, key: PublicKey, md: DigestName): SignatureOptions {
  return signatureOptions(invocation, key as PrivateKey, md, invocation.options.all('sigopt'));
}

function macKey(hmacKey: string | undefined, mac: string | undefined, options: readonly string[]): Uint8Array | undefined {
  if (hmacKey !== undefined) return bytesOf(hmacKey);
  if (mac === undefined) return undefined;
  for (const option of options) {
    if (option.startsWith('key:')) return bytesOf(option.slice(4));
    if (option.startsWith('hexkey:')) return Uint8Array.from(option.slice(7).match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }
  throw new Failure('MAC key is missing\n');
}
