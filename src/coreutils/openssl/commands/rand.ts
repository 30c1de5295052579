import { concatBytes } from '../../../base/index.ts';
import { toBase64 } from '../../../pki/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { writeOut } from '../files.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/rand.ts';
import { colonHex } from '../print/hex.ts';

const suffixes: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** openssl-rand(1). */
export const rand: Command = {
  options,
  async run(invocation) {
    const { options: given, name, process } = invocation;
    const [size, extra] = given.rest;
    if (extra !== undefined) throw usage(name, `Extra option: "${size}"`);
    if (size === undefined) {
      if (given.has('hex')) await writeOut(invocation, given.value('out'), '\n');
      return 0;
    }
    const match = /^(\d+)([KMGT]?)$/.exec(size);
    if (!match && !/^\d/.test(size)) throw new Failure(`Invalid size suffix ${size}\n${name}: Use -help for summary.\n`);
    if (!match) throw new Failure(`Invalid size suffix ${size.replace(/^\d+/, '')}\n${name}: Use -help for summary.\n`);
    const count = Number(match[1]) * (suffixes[match[2] ?? ''] ?? 1);
    if (count === 0) throw new Failure(`${name}: Use -help for summary.\n`);
    const form = given.given.findLast((each) => each.name === 'hex' || each.name === 'base64')?.name;
    const out = given.value('out');
    if (form === 'hex') await writeOut(invocation, out, `${colonHex(process.random(count)).replaceAll(':', '')}\n`);
    else if (form === 'base64') await writeOut(invocation, out, toBase64(process.random(count)).replaceAll(/.{1,64}/g, '$&\n'));
    else {
      const parts: Uint8Array[] = [];
      for (let left = count; left > 0; left -= 65536) {
        const part = process.random(Math.min(left, 65536));
        if (out === undefined) await process.write(1, part);
        else parts.push(part);
        await process.checkpoint();
      }
      if (out !== undefined) await writeOut(invocation, out, concatBytes(parts));
    }
    return 0;
  },
};
