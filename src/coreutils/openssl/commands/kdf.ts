import { noBytes } from '../../../base/index.ts';
import { hkdfOf, pbkdf2Of, scryptOf } from '../../../pki/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { writeOut } from '../files.ts';
import { hexBytes } from '../hex-bytes.ts';
import { options } from '../options/kdf.ts';
import { colonHex } from '../print/hex.ts';
import { digestByName } from '../sign-options.ts';

type Parameters = ReadonlyMap<string, Uint8Array>;

const failed = (line: string): Failure => new Failure('EVP_KDF_derive failed\n', [line]);
const numberOf = (parameters: Parameters, name: string, otherwise: number): number => (parameters.has(name) ? Number(new TextDecoder().decode(parameters.get(name))) : otherwise);

/** The functions that are here, by name. */
const functions: Record<string, (parameters: Parameters, digest: NonNullable<ReturnType<typeof digestByName>> | undefined, length: number) => Uint8Array> = {
  PBKDF2: (parameters, digest, length) => {
    const pass = parameters.get('pass');
    const salt = parameters.get('salt');
    if (!pass) throw failed('error:1C800082:Provider routines:kdf_pbkdf2_derive:missing pass:../providers/implementations/kdfs/pbkdf2.c:238:');
    if (!salt) throw failed('error:1C800083:Provider routines:kdf_pbkdf2_derive:missing salt:../providers/implementations/kdfs/pbkdf2.c:243:');
    return pbkdf2Of(digest ?? 'sha1', pass, salt, numberOf(parameters, 'iter', 2048), length);
  },
  HKDF: (parameters, digest, length) => {
    if (!digest) throw failed('error:1C800081:Provider routines:kdf_hkdf_derive:missing message digest:../providers/implementations/kdfs/hkdf.c:225:');
    const key = parameters.get('key');
    if (!key) throw failed('error:1C800080:Provider routines:kdf_hkdf_derive:missing key:../providers/implementations/kdfs/hkdf.c:229:');
    return hkdfOf(digest, key, parameters.get('salt'), parameters.get('info') ?? noBytes, length);
  },
  SCRYPT: (parameters, _, length) => scryptOf(parameters.get('pass') ?? noBytes, parameters.get('salt') ?? noBytes, { N: numberOf(parameters, 'n', 1 << 20), r: numberOf(parameters, 'r', 8), p: numberOf(parameters, 'p', 1) }, length),
};

/** openssl-kdf(1): PBKDF2, HKDF and scrypt. */
export const kdf: Command = {
  options,
  async run(invocation) {
    const { options: given, name } = invocation;
    const [called, extra] = given.rest;
    if (called === undefined) throw new Failure(`${name}: Use -help for summary.\n`);
    if (extra !== undefined) throw new Failure(`${name}: Use -help for summary.\n`);
    const wanted = called.toUpperCase() === 'ID-SCRYPT' ? 'SCRYPT' : called.toUpperCase();
    const derive = functions[wanted];
    if (/^(?:ARGON2(?:D|I|ID)|KBKDF|SSKDF|SSHKDF|TLS1-PRF|TLS13-KDF|X942KDF-(?:ASN1|CONCAT)|X963KDF|PKCS12KDF|KRB5KDF|PVKKDF|HMAC-DRBG-KDF)$/.test(wanted)) throw new Failure(`openssl: kdf ${called} is not part of this sandbox\n`);
    if (!derive) throw new Failure(`Invalid KDF name ${called}\n${name}: Use -help for summary.\n`, [queue.unsupported(called)]);
    const parameters = new Map<string, Uint8Array>();
    let digestName = given.value('digest');
    for (const option of given.all('kdfopt')) {
      const colon = option.indexOf(':');
      const [parameter, value] = [option.slice(0, colon), option.slice(colon + 1)];
      if (colon < 0) throw new Failure(`KDF parameter error\n`);
      if (parameter === 'digest') digestName = value;
      else if (parameter.startsWith('hex')) parameters.set(parameter.slice(3), hexBytes(value, (lines) => new Failure('KDF parameter error\n', lines)));
      else parameters.set(parameter, bytesOf(value));
    }
    const digest = digestName === undefined ? undefined : digestByName(digestName);
    if (digestName !== undefined && !digest) throw new Failure('KDF parameter error\n', [queue.unsupported(digestName)]);
    const length = Number(given.value('keylen') ?? '0');
    if (!(length > 0)) throw new Failure('Invalid derived key length.\n');
    const derived = derive(parameters, digest, length);
    await writeOut(invocation, given.value('out'), given.has('binary') ? derived : `${colonHex(derived, true)}\n\n`);
    return 0;
  },
};
