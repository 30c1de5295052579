import { type Command, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { checkWritable } from '../files.ts';
import { makeKey } from '../generate.ts';
import { cipherOption, writePrivateKey } from '../key-output.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/genrsa.ts';
import { passwordOf } from '../password.ts';

/** openssl-genrsa(1). */
export const genrsa: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    const [size = '2048', extra] = given.rest;
    if (extra !== undefined) throw usage(name, `Extra option: "${size}"`);
    if (!/^[-+]?\d+$/.test(size)) throw new Failure(`${name}: Can't parse "${size}" as a number\n`);
    const cipher = cipherOption(invocation, false);
    const password = await passwordOf(process, given.value('passout'));
    const bits = Number(size);
    if (bits > 16384) await say(invocation, `Warning: It is not recommended to use more than 16384 bit for RSA keys.\n         Your key size is ${bits}! Larger key size may behave not as expected.\n`);
    if (bits < 512) throw new Failure('Error setting RSA length\n', ['error:1C8000AB:Provider routines:rsa_gen_set_params:key size too small:../providers/implementations/keymgmt/rsa_kmgmt.c:513:']);
    await checkWritable(invocation, given.value('out'), true);
    const exponent = given.has('3') ? 3n : 65537n;
    if (given.has('verbose')) await say(invocation, `Generating RSA key with ${bits} bits\n`);
    const key = await makeKey(invocation, { type: 'rsa', bits, exponent }, given.has('verbose'));
    if (given.has('verbose')) await say(invocation, `e is ${exponent} (0x${exponent.toString(16).padStart(6, '0')})\n`);
    await writePrivateKey(invocation, key, { path: given.value('out'), traditional: given.has('traditional'), cipher, password });
    return 0;
  },
};
