import { hmacOf } from '../../../pki/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { hexBytes } from '../hex-bytes.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/mac.ts';
import { plainHex } from '../print/hex.ts';
import { digestByName } from '../sign-options.ts';

/** openssl-mac(1): HMAC. */
export const mac: Command = {
  options,
  async run(invocation) {
    const { options: given, name } = invocation;
    const [algorithm, extra] = given.rest;
    if (algorithm === undefined) throw usage(name, 'Missing argument: MAC name');
    if (extra !== undefined) throw usage(name, `Extra argument after MAC name: "${extra}"`);
    if (/^(?:CMAC|GMAC|KMAC-?128|KMAC-?256|POLY1305|SIPHASH|BLAKE2[BS]MAC)$/i.test(algorithm)) throw new Failure(`openssl: mac ${algorithm} is not part of this sandbox\n`);
    if (algorithm.toUpperCase() !== 'HMAC') throw new Failure(`Invalid MAC name ${algorithm}\n${name}: Use -help for summary.\n`, [queue.unsupported(algorithm)]);
    let key: Uint8Array | undefined;
    let digestName = given.value('digest');
    for (const option of given.all('macopt')) {
      const colon = option.indexOf(':');
      const [parameter, value] = [option.slice(0, colon), option.slice(colon + 1)];
      if (colon < 0) throw new Failure(`Parameter error '${option}'\n`);
      if (parameter === 'key') key = bytesOf(value);
      else if (parameter === 'hexkey') key = hexBytes(value, (lines) => new Failure(`Parameter error '${option}'\n`, lines));
      else if (parameter === 'digest') digestName = value;
      else throw new Failure(`Parameter unknown '${option}'\n`);
    }
    const hash = digestName === undefined ? undefined : digestByName(digestName);
    if (digestName !== undefined && !hash) throw new Failure('MAC parameter error\n', [queue.unsupported(digestName)]);
    if (!key || !hash) throw new Failure('EVP_MAC_Init failed\n');
    const code = hmacOf(hash, key, await readFile(invocation, given.value('in')));
    await writeOut(invocation, given.value('out'), given.has('binary') ? code : `${plainHex(code)}${given.has('out') ? '' : '\n'}`);
    return 0;
  },
};
