import { type CurveName, curveByOid, generateKey, type KeySpec, type PrivateKey } from '../../pki/index.ts';
import type { Invocation } from './command.ts';
import { oidByName } from './objects.ts';

/** The curve of a name of OpenSSL's or NIST's; undefined for one that is not here. */
export function curveByName(name: string): CurveName | undefined {
  if (name === 'P-256' || name === 'P-384' || name === 'P-521') return name;
  const dotted = oidByName(name);
  return dotted === undefined ? undefined : curveByOid(dotted);
}

/** Makes a key in the background of others; `dots`: what genpkey and req show on standard error meanwhile. */
export async function makeKey({ process }: Invocation, spec: KeySpec, dots = false): Promise<PrivateKey> {
  const key = await generateKey(spec, { random: process.random, subtle: globalThis.crypto?.subtle, checkpoint: () => process.checkpoint() });
  if (dots && spec.type === 'rsa') {
    for (let prime = 0; prime < 2; prime++) await process.write(2, searchMarks(process.random(200), spec.bits));
  }
  return key;
}

/** The marks of a search for a prime, one line: candidates, then rounds of the test. */
function searchMarks(chance: Uint8Array, bits: number): string {
  const run = (from: number, length: number): string => Array.from(chance.subarray(from, from + length), (byte) => (byte % 5 === 0 ? '+' : '.')).join('');
  const found = '+'.repeat(bits >= 2048 ? 39 : 26);
  return `.${run(0, 20 + ((chance[198] ?? 0) % 60))}${found}*.${run(80, 10 + ((chance[199] ?? 0) % 60))}${found}*.${run(160, 38)}++++++\n`;
}

