import { systemRandom } from '../../base/index.ts';
import { generateEcKey, rawKeyLength, rawKeyOf } from './curve.ts';
import type { CurveName, PrivateKey, RawKeyType } from './key.ts';
import { generateRsaKey, type RsaGeneration } from './rsa.ts';

/** What key is wanted. */
export type KeySpec = { type: 'rsa'; bits: number; exponent?: bigint } | { type: 'ec'; curve: CurveName } | { type: RawKeyType };

/** A new key. `random` defaults to the machine's; `subtle` speeds RSA up where it is given; `checkpoint` lets others run and may throw to give up. */
export async function generateKey(spec: KeySpec, generation: Partial<RsaGeneration> = {}): Promise<PrivateKey> {
  const random = generation.random ?? systemRandom;
  if (spec.type === 'rsa') return generateRsaKey(spec.bits, { ...generation, random, exponent: spec.exponent ?? generation.exponent });
  if (spec.type === 'ec') return generateEcKey(spec.curve, random);
  return rawKeyOf(spec.type, random(rawKeyLength[spec.type]).slice());
}
