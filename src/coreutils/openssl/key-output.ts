import { cipherOf, encodePkcs8, encodeTraditional, encryptPkcs8, encryptTraditionalPem, type PrivateKey, writePem } from '../../pki/index.ts';
import type { Invocation } from './command.ts';
import { Failure, queue } from './failure.ts';
import { checkWritable, writeOut } from './files.ts';
import { askNewPassword } from './password.ts';

const aliases: Record<string, string> = { des3: 'des-ede3-cbc', des: 'des-cbc', aes128: 'aes-128-cbc', aes192: 'aes-192-cbc', aes256: 'aes-256-cbc', 'aes-128': 'aes-128-cbc', 'aes-192': 'aes-192-cbc', 'aes-256': 'aes-256-cbc', 'des-ede3-ecb': 'des-ede3', 'des-ede3': 'des-ede3' };

/** The name in `pki` of a cipher as options name it (`aes256`, `DES-EDE3-CBC`); undefined for one that is not here. */
export function cipherName(name: string): string | undefined {
  const small = name.toLowerCase();
  const found = aliases[small] ?? small;
  return cipherOf(found) ? found : undefined;
}

/** The cipher of an option that is none of the command's own. Throws a Failure for one that does not exist. */
export function cipherOption({ name, options }: Invocation, hint = true, queued = true): string | undefined {
  const given = options.value('*');
  if (given === undefined) return undefined;
  const found = cipherName(given);
  if (found === undefined) throw new Failure(`${name}: Unknown option or cipher: ${given}\n${hint ? `${name}: Use -help for summary.\n` : ''}`, queued ? [queue.unsupported(given)] : []);
  return found;
}

/** Where and how a private key goes out. */
export interface KeyOutput {
  path: string | undefined;
  der?: boolean;
  traditional?: boolean;
  cipher?: string | undefined;
  password?: Uint8Array | undefined;
}

/** Writes a private key, asking for a password when it is to be encrypted and none is given. */
export async function writePrivateKey(invocation: Invocation, key: PrivateKey, { path, der, traditional, cipher, password }: KeyOutput): Promise<void> {
  const { process } = invocation;
  if (path !== undefined) await checkWritable(invocation, path, true);
  const legacy = traditional === true && (key.type === 'rsa' || key.type === 'ec');
  if (traditional && !legacy) throw new Failure('', ['error:0480006E:PEM routines:PEM_write_bio_PrivateKey_traditional:unsupported public key type:../crypto/pem/pem_pkey.c:358:']);
  let out: string | Uint8Array;
  if (cipher === undefined) {
    const { label, der: bytes } = legacy ? encodeTraditional(key) : { label: 'PRIVATE KEY', der: encodePkcs8(key) };
    out = der ? bytes : writePem(label, bytes);
  } else {
    const secret = password ?? (await askNewPassword(process));
    if (legacy && !der) out = encryptTraditionalPem(key, secret, cipher, process.random);
    else {
      const bytes = encryptPkcs8(key, secret, { cipher, random: process.random });
      out = der ? bytes : writePem('ENCRYPTED PRIVATE KEY', bytes);
    }
  }
  await writeOut(invocation, path, out, true);
}
