import { bigintToBytes, bytesToBigint, keyBits, type PrivateKey, rsaPublic, sign } from '../../../pki/index.ts';
import { type Command, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { loadPrivateKey, loadPublicKey } from '../load.ts';
import { options } from '../options/rsautl.ts';
import { passwordOf } from '../password.ts';
import { Padding } from './pkeyutl.ts';

/** openssl-rsautl(1), which pkeyutl replaced. */
export const rsautl: Command = {
  options,
  async run(invocation) {
    const { options: given, process } = invocation;
    await say(invocation, "The command rsautl was deprecated in version 3.0. Use 'pkeyutl' instead.\n");
    const path = given.value('inkey');
    if (path === undefined) throw new Failure('no keyfile specified\n');
    const key = given.has('pubin') ? await loadPublicKey(invocation, { path, what: 'public key' }) : await loadPrivateKey(invocation, { path, what: 'private key', password: await passwordOf(process, given.value('passin')) });
    const input = await readFile(invocation, given.value('in'));
    if (key.type !== 'rsa') throw new Failure('Not an RSA key\n');
    const padding = new Padding(invocation);
    let result: Uint8Array;
    if (given.has('sign')) result = await sign(key as PrivateKey, input, { prehashed: true });
    else if (given.has('verify')) {
      const block = bigintToBytes(rsaPublic(key, bytesToBigint(input)), Math.ceil(keyBits(key) / 8));
      result = block.subarray(block.indexOf(0, 2) + 1);
    } else result = padding.run(given.has('decrypt') ? 'decrypt' : 'encrypt', key, input);
    await writeOut(invocation, given.value('out'), result);
    return 0;
  },
};
