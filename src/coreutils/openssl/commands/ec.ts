import { curveOids, encodePublicKey, isPrivateKey, oid, type PrivateKey, type PublicKey, publicKeyOf, writePem } from '../../../pki/index.ts';
import { type Command, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { writeOut } from '../files.ts';
import { cipherOption, writePrivateKey } from '../key-output.ts';
import { inputFormat, loadPrivateKey, loadPublicKey } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/ec.ts';
import { passwordOf } from '../password.ts';
import { privateKeyText, publicKeyText } from '../print/key.ts';

/** openssl-ec(1). */
export const ec: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const cipher = cipherOption(invocation);
    const [passin, passout] = [await passwordOf(process, given.value('passin')), await passwordOf(process, given.value('passout'))];
    await say(invocation, 'read EC key\n');
    const path = given.value('in');
    let key: PublicKey | PrivateKey;
    try {
      key = given.has('pubin') ? await loadPublicKey(invocation, { path, what: 'public key', password: passin, format: inputFormat(invocation) }) : await loadPrivateKey(invocation, { path, what: 'private key', password: passin, format: inputFormat(invocation) });
    } catch (error) {
      if (error instanceof Failure) throw new Failure(error.text, error.queue, 1, 'unable to load Key\n');
      throw error;
    }
    const secret = isPrivateKey(key) ? key : undefined;
    const compressed = given.value('conv_form') === 'compressed';
    if (given.has('text')) tool.out.write(secret ? privateKeyText(secret, compressed) : publicKeyText(key, 0, compressed));
    if (given.has('check')) await say(invocation, 'EC Key valid.\n');
    if (given.has('noout')) return 0;
    await say(invocation, 'writing EC key\n');
    const der = /^d/i.test(given.value('outform') ?? '');
    const out = given.value('out');
    if (given.has('param_out') && key.type === 'ec') await writeOut(invocation, out, der ? oid(curveOids[key.curve]) : writePem('EC PARAMETERS', oid(curveOids[key.curve])));
    else if (given.has('pubout') || !secret) {
      const bytes = encodePublicKey(publicKeyOf(key), { compressed });
      await writeOut(invocation, out, der ? bytes : writePem('PUBLIC KEY', bytes));
    } else await writePrivateKey(invocation, secret, { path: out, der, traditional: key.type === 'ec' || key.type === 'rsa', cipher, password: passout });
    return 0;
  },
};
