import { encodePublicKey, encodeRsaPublicKey, isPrivateKey, type PrivateKey, type PublicKey, publicKeyOf, rsaFaults, writePem } from '../../../pki/index.ts';
import { type Command, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { checkWritable, writeOut } from '../files.ts';
import { cipherOption, writePrivateKey } from '../key-output.ts';
import { inputFormat, loadPrivateKey, loadPublicKey } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/rsa.ts';
import { passwordOf } from '../password.ts';
import { numberHex } from '../print/hex.ts';
import { privateKeyText, publicKeyText } from '../print/key.ts';

/** openssl-rsa(1). */
export const rsa: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const cipher = cipherOption(invocation, true, false);
    const [passin, passout] = [await passwordOf(process, given.value('passin')), await passwordOf(process, given.value('passout'))];
    const fromPublic = given.has('pubin', 'RSAPublicKey_in');
    if (given.has('check') && fromPublic) throw new Failure('Only private keys can be checked\n');
    const path = given.value('in');
    const key: PublicKey | PrivateKey = fromPublic ? await loadPublicKey(invocation, { path, what: 'private key of public key', password: passin, format: inputFormat(invocation) }) : await loadPrivateKey(invocation, { path, what: 'private key', password: passin, format: inputFormat(invocation) });
    if (key.type !== 'rsa') throw new Failure('Not an RSA key\n');
    const secret = isPrivateKey(key) ? key : undefined;
    if (given.has('text')) tool.out.write(secret ? privateKeyText(secret) : publicKeyText(key));
    if (given.has('modulus')) tool.out.write(`Modulus=${numberHex(key.n).replace(/^0(?=.)/, '')}\n`);
    if (given.has('check') && secret) {
      const faults = rsaFaults(secret);
      if (faults.length === 0) tool.out.write('RSA key ok\n');
      else await say(invocation, faults.map((fault) => `RSA key error: ${fault}\n`).join(''));
    }
    if (given.has('noout')) return 0;
    await checkWritable(invocation, given.value('out'), secret !== undefined && !given.has('pubout', 'RSAPublicKey_out'));
    await say(invocation, 'writing RSA key\n');
    const der = /^d/i.test(given.value('outform') ?? '');
    const out = given.value('out');
    if (given.has('RSAPublicKey_out')) await writeOut(invocation, out, der ? encodeRsaPublicKey(key) : writePem('RSA PUBLIC KEY', encodeRsaPublicKey(key)));
    else if (given.has('pubout') || !secret) await writeOut(invocation, out, der ? encodePublicKey(publicKeyOf(key)) : writePem('PUBLIC KEY', encodePublicKey(publicKeyOf(key))));
    else await writePrivateKey(invocation, secret, { path: out, der, traditional: given.has('traditional'), cipher, password: passout });
    return 0;
  },
};
