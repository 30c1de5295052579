import { encodePublicKey, isPrivateKey, type PrivateKey, type PublicKey, publicKeyOf, rsaFaults, writePem } from '../../../pki/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { checkWritable, writeOut } from '../files.ts';
import { cipherOption, writePrivateKey } from '../key-output.ts';
import { inputFormat, loadPrivateKey, loadPublicKey } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/pkey.ts';
import { passwordOf } from '../password.ts';
import { privateKeyText, publicKeyText } from '../print/key.ts';

/** openssl-pkey(1). */
export const pkey: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const cipher = cipherOption(invocation);
    const [passin, passout] = [await passwordOf(process, given.value('passin')), await passwordOf(process, given.value('passout'))];
    const path = given.value('in');
    const key: PublicKey | PrivateKey = given.has('pubin') ? await loadPublicKey(invocation, { path, what: 'private key of Public Key', password: passin, format: inputFormat(invocation) }) : await loadPrivateKey(invocation, { path, what: 'private key of key', password: passin, format: inputFormat(invocation) });
    const secret = isPrivateKey(key) ? key : undefined;
    const out = given.value('out');
    if (out !== undefined && !given.has('noout')) await checkWritable(invocation, out, secret !== undefined && !given.has('pubout'));
    if (given.has('check', 'pubcheck')) {
      const valid = !(secret?.type === 'rsa' && given.has('check') && rsaFaults(secret).length > 0);
      tool.out.write(valid ? 'Key is valid\n' : 'Key is invalid\n');
      if (!valid) throw new Failure('Detailed error: \n');
    }
    const compressed = given.value('ec_conv_form') === 'compressed';
    const der = /^d/i.test(given.value('outform') ?? '');
    if (!given.has('noout')) {
      if (given.has('pubout') || !secret) {
        const bytes = encodePublicKey(publicKeyOf(key), { compressed });
        await writeOut(invocation, out, der ? bytes : writePem('PUBLIC KEY', bytes));
      } else await writePrivateKey(invocation, secret, { path: out, der, traditional: given.has('traditional'), cipher, password: passout });
    }
    const text = given.has('text') && secret && !given.has('text_pub', 'pubout') ? privateKeyText(secret, compressed) : given.has('text', 'text_pub') ? publicKeyText(key, 0, compressed) : '';
    if (text !== '') {
      if (out === undefined) tool.out.write(text);
      else process.writeFile(out, text, { append: true });
    }
    return 0;
  },
};
