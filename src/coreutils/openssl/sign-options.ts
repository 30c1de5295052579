import { type DigestName, digestNames, type PrivateKey, type SignatureOptions } from '../../pki/index.ts';
import type { Invocation } from './command.ts';
import { Failure } from './failure.ts';

const aliases: Record<string, DigestName> = { 'rsa-sha1': 'sha1', ssl3md5: 'md5', 'ssl3-md5': 'md5', 'ssl3-sha1': 'sha1', rmd160: 'ripemd160', ripemd: 'ripemd160', 'rsa-md5': 'md5', 'rsa-sha256': 'sha256', 'rsa-sha384': 'sha384', 'rsa-sha512': 'sha512', 'rsa-sha224': 'sha224', 'sha2-256': 'sha256', 'sha2-384': 'sha384', 'sha2-512': 'sha512', 'sha2-224': 'sha224', 'sha-256': 'sha256', 'sha-512': 'sha512', 'sha-1': 'sha1', sha512256: 'sha512-256', blake2b: 'blake2b512', blake2s: 'blake2s256' };

/** The digest that OpenSSL knows by this name. */
export function digestByName(name: string): DigestName | undefined {
  const small = name.toLowerCase();
  return digestNames.find((each) => each === small) ?? aliases[small];
}

/** The digest of an option that is none of the command's own. */
export function digestOption({ name, options }: Invocation): DigestName | undefined {
  const given = options.value('*');
  if (given === undefined) return undefined;
  const found = digestByName(given);
  if (!found) throw new Failure(`${name}: Unknown option or message digest: ${given}\n${name}: Use -help for summary.\n`);
  return found;
}

/** How to sign: the digest, and -sigopt's `rsa_padding_mode:pss` … Throws a Failure for options that the key does not have. */
export function signatureOptions(invocation: Invocation, key: PrivateKey | { type: PrivateKey['type'] }, digest: DigestName | undefined, sigopts: readonly string[]): SignatureOptions {
  const options: SignatureOptions = { digest: digest ?? 'sha256', random: invocation.process.random };
  for (const option of sigopts) {
    const [name, value = ''] = option.split(':');
    if (key.type === 'rsa' && name === 'rsa_padding_mode' && (value === 'pss' || value === 'pkcs1')) options.padding = value;
    else if (key.type === 'rsa' && name === 'rsa_pss_saltlen') options.saltLength = /^\d+$/.test(value) ? Number(value) : value === 'auto' ? 'auto' : 'auto';
    else if (key.type === 'rsa' && name === 'rsa_mgf1_md' && digestByName(value)) options.maskDigest = digestByName(value) ?? 'sha256';
    else throw new Failure(`parameter error "${option}"\n`, [`error:03000093:digital envelope routines:default_fixup_args:command not supported:../crypto/evp/ctrl_params_translate.c:585:[action:2, state:4] name=${name ?? ''}, value=${value}`]);
  }
  // PSS without a length takes the longest salt there is room for when signing, as OpenSSL does.
  return options;
}

