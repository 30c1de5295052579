import { decodePrivateKey, decryptPkcs8, encodePkcs8, encodeTraditional, encryptPkcs8, isPkiError, type PrivateKey, readPem, writePem } from '../../../pki/index.ts';
import { binaryOf, bytesOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { cipherName } from '../key-output.ts';
import { inputFormat, loadPrivateKey } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/pkcs8.ts';
import { askNewPassword, askSecret, passwordOf } from '../password.ts';

/** openssl-pkcs8(1). */
export const pkcs8: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const [passin, passout] = [await passwordOf(process, given.value('passin')), await passwordOf(process, given.value('passout'))];
    const wanted = given.value('v2') ?? 'aes-256-cbc';
    const cipher = cipherName(wanted);
    if (!cipher) throw new Failure(`${name}: Unknown cipher ${wanted}\n`, [queue.unsupported(wanted)]);
    const [path, out] = [given.value('in'), given.value('out')];
    const der = /^d/i.test(given.value('outform') ?? '');
    if (given.has('topk8')) {
      const key = await loadPrivateKey(invocation, { path, what: 'private key of key', password: passin, format: inputFormat(invocation) });
      const bytes = given.has('nocrypt') ? encodePkcs8(key) : encryptPkcs8(key, passout ?? (await askNewPassword(process, 'Enter Encryption Password:', [], 0)), { cipher, random: process.random, ...(given.has('iter') ? { iterations: given.number('iter') ?? 2048 } : {}) });
      await writeOut(invocation, out, der ? bytes : writePem(given.has('nocrypt') ? 'PRIVATE KEY' : 'ENCRYPTED PRIVATE KEY', bytes), true);
      return 0;
    }
    const bytes = await readFile(invocation, path);
    const label = given.has('nocrypt') ? 'PRIVATE KEY' : 'ENCRYPTED PRIVATE KEY';
    const body = /^d/i.test(given.value('inform') ?? '') ? bytes : readPem(binaryOf(bytes)).find((block) => block.label === label)?.bytes;
    if (!body) throw new Failure('Error reading key\n', [`${queue.noStartLine}Expecting: ${label}`]);
    let key: PrivateKey;
    try {
      if (given.has('nocrypt')) key = decodePrivateKey(body);
      else {
        const typed = passin ? undefined : await askSecret(process, 'Enter Password:');
        if (!passin && typed === undefined) throw new Failure("Can't read Password\n", [queue.noPassword]);
        key = decryptPkcs8(body, passin ?? bytesOf(typed ?? ''));
      }
    } catch (error) {
      if (isPkiError(error, 'bad-password')) throw new Failure('Error decrypting key\n', [queue.badDecrypt, 'error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:../crypto/pkcs12/p12_decr.c:95:maybe wrong password']);
      if (isPkiError(error)) throw new Failure('Error reading key\n');
      throw error;
    }
    if (given.has('traditional') && (key.type === 'rsa' || key.type === 'ec')) {
      const { label: old, der: traditional } = encodeTraditional(key);
      await writeOut(invocation, out, der ? traditional : writePem(old, traditional), true);
    } else await writeOut(invocation, out, der ? encodePkcs8(key) : writePem('PRIVATE KEY', encodePkcs8(key)), true);
    return 0;
  },
};
