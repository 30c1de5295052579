import { curveOids, encodeTraditional, isPkiError, oid, readPem, writePem } from '../../../pki/index.ts';
import { type Command, say } from '../command.ts';
import { curveList } from '../curve-list.ts';
import { curveOfParameters } from '../ec-parameters.ts';
import { Failure, queue } from '../failure.ts';
import { checkWritable, readTextFile, writeOut } from '../files.ts';
import { curveByName, makeKey } from '../generate.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/ecparam.ts';
import { curveLabels } from '../print/key.ts';

const bits = { 'P-256': 256, 'P-384': 384, 'P-521': 521, secp256k1: 256 } as const;

/** openssl-ecparam(1), for curves that have a name. */
export const ecparam: Command = {
  options,
  async run(invocation) {
    const { options: given, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    if (given.has('list_curves')) {
      await writeOut(invocation, given.value('out'), curveList);
      return 0;
    }
    const out = given.value('out');
    await checkWritable(invocation, out, given.has('genkey'));
    const wanted = given.value('name');
    let curve;
    if (wanted === undefined) {
      const text = await readTextFile(invocation, given.value('in'));
      const block = tryPem(text);
      if (!block) throw new Failure(`Unable to load parameters from ${given.value('in') ?? '<stdin>'}\n`);
      curve = curveOfParameters(block);
    } else {
      const known = { secp256r1: 'prime256v1', secp192r1: 'prime192v1' }[wanted];
      if (known !== undefined) await say(invocation, `using curve name ${known} instead of ${wanted}\n`);
      curve = curveByName(known ?? wanted);
    }
    if (!curve) throw new Failure('unable to generate key\n', [queue.invalidCurve]);
    const [object, nist] = curveLabels(curve);
    const parts: string[] = [];
    if (given.has('text')) parts.push(`EC-Parameters: (${bits[curve]} bit)\nASN1 OID: ${object}\n${nist === undefined ? '' : `NIST CURVE: ${nist}\n`}`);
    if (given.has('check', 'check_named')) await say(invocation, 'checking elliptic curve parameters: ok\n');
    const der = oid(curveOids[curve]);
    const binary = /^d/i.test(given.value('outform') ?? '');
    if (!given.has('noout') && !binary) parts.push(writePem('EC PARAMETERS', der));
    if (given.has('genkey')) {
      const { label, der: key } = encodeTraditional(await makeKey(invocation, { type: 'ec', curve }));
      parts.push(writePem(label, key));
    }
    if (binary && !given.has('noout') && parts.length === 0) await writeOut(invocation, out, der);
    else if (out === undefined) tool.out.write(parts.join(''));
    else await writeOut(invocation, out, parts.join(''), given.has('genkey'));
    return 0;
  },
};

function tryPem(text: string): Uint8Array | undefined {
  try {
    return readPem(text).find(({ label }) => label === 'EC PARAMETERS')?.bytes;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
