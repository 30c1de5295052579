import { isProbablePrime, randomPrime } from '../../../pki/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/prime.ts';
import { numberHex } from '../print/hex.ts';

/** openssl-prime(1). */
export const prime: Command = {
  options,
  async run({ options: given, name, process, tool }) {
    const search = { random: process.random, checkpoint: () => process.checkpoint() };
    const hex = given.has('hex');
    if (given.has('generate')) {
      if (given.rest.length > 0) throw usage(name, `Extra option: "${given.rest[0]}"`);
      const bits = given.number('bits');
      if (bits === undefined || bits === 0) throw new Failure('Specify the number of bits.\n');
      const found = await randomPrime(bits, search);
      tool.out.write(`${hex ? numberHex(found) : found}\n`);
      return 0;
    }
    if (given.rest.length === 0) throw new Failure(`Missing number (s) to check\n${name}: Use -help for summary.\n`);
    for (const text of given.rest) {
      if (!(hex ? /^[\da-f]+$/i : /^\d+$/).test(text)) throw new Failure(`Failed to process value (${text})\n`);
      const value = BigInt(hex ? `0x${text}` : text);
      tool.out.write(`${value.toString(16).toUpperCase()} (${text}) ${(await isProbablePrime(value, search)) ? 'is' : 'is not'} prime\n`);
    }
    return 0;
  },
};
