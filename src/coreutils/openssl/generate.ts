import { type CurveName, curveByOid, generateKey, type KeySpec, type PrivateKey } from '../../pki/index.ts';
import type { Invocation } from './command.ts';
import { oidByName } from './objects.ts';
import { searchMarks } from './search-marks.ts';

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
    const chance = (): number => new DataView(Uint8Array.from(process.random(4)).buffer).getUint32(0) / 2 ** 32;
    for (let prime = 0; prime < 2; prime++) await process.write(2, searchMarks(spec.bits, chance));
  }
  return key;
}
