import type { KeySpec } from '../../pki/index.ts';
import { queue } from './failure.ts';
import { curveByName } from './generate.ts';

/** What an option or a curve's absence leads to: lines of the queue; undefined when all is well. */
export class SpecError extends Error {
  /** `algorithm`: unknown; `option`: -pkeyopt is not right; `generate`: the rest. */
  readonly kind: 'algorithm' | 'option' | 'generate';
  readonly option: string;
  readonly queue: readonly string[];

  constructor(kind: SpecError['kind'], option: string, lines: readonly string[]) {
    super(option);
    this.kind = kind;
    this.option = option;
    this.queue = lines;
  }
}

const raw = new Set(['ed25519', 'ed448', 'x25519', 'x448']);

/** The key that an algorithm's name and -pkeyopt options ask for. Throws a SpecError. */
export function keySpec(algorithm: string, pkeyopts: readonly string[], bits = 2048): KeySpec {
  const small = algorithm.toLowerCase();
  if (raw.has(small)) {
    const [option] = pkeyopts;
    if (option !== undefined) throw new SpecError('option', option, [commandUnsupported(option)]);
    return { type: small as 'ed25519' };
  }
  if (small === 'rsa' || small === 'rsa-pss' || small === 'rsaencryption' || small === 'rsassa-pss') return rsaSpec(pkeyopts, bits);
  if (small === 'ec' || small === 'id-ecpublickey') return ecSpec(pkeyopts);
  if (small === 'dsa' || small === 'dh') throw new SpecError('generate', '', [`error:030000E9:digital envelope routines:evp_keymgmt_gen:provider keymgmt failure:../crypto/evp/keymgmt_meth.c:458:${small.toUpperCase()} key generation:OpenSSL ${small === 'dsa' ? 'DSA' : 'PKCS#3 DH'} implementation`]);
  throw new SpecError('algorithm', algorithm, [queue.unsupported(algorithm)]);
}

function commandUnsupported(option: string): string {
  const colon = option.indexOf(':');
  return `error:03000093:digital envelope routines:default_fixup_args:command not supported:../crypto/evp/ctrl_params_translate.c:585:[action:2, state:4] name=${option.slice(0, colon)}, value=${option.slice(colon + 1)}`;
}

function rsaSpec(pkeyopts: readonly string[], defaultBits: number): KeySpec {
  let bits = defaultBits;
  let exponent: bigint | undefined;
  for (const option of pkeyopts) {
    const [name, value = ''] = option.split(':');
    if (name === 'rsa_keygen_bits' || name === 'bits') {
      if (!/^\d+$/.test(value)) throw new SpecError('option', option, []);
      bits = Number(value);
      if (bits < 512) throw new SpecError('option', option, ['error:1C8000AB:Provider routines:rsa_gen_set_params:key size too small:../providers/implementations/keymgmt/rsa_kmgmt.c:513:']);
    } else if (name === 'rsa_keygen_pubexp' || name === 'e') {
      if (!/^(0x[\da-f]+|\d+)$/i.test(value)) throw new SpecError('option', option, []);
      exponent = BigInt(value);
    } else if (name !== 'rsa_keygen_primes' && name !== 'primes') throw new SpecError('option', option, [commandUnsupported(option)]);
  }
  return { type: 'rsa', bits, ...(exponent === undefined ? {} : { exponent }) };
}

function ecSpec(pkeyopts: readonly string[]): KeySpec {
  let group: string | undefined;
  for (const option of pkeyopts) {
    const [name, value = ''] = option.split(':');
    if (name === 'ec_paramgen_curve' || name === 'group') group = value;
    else if (name !== 'ec_param_enc' && name !== 'encoding' && name !== 'point-format') throw new SpecError('option', option, [commandUnsupported(option)]);
  }
  if (group === undefined) throw new SpecError('generate', '', ['error:030000E9:digital envelope routines:evp_keymgmt_gen:provider keymgmt failure:../crypto/evp/keymgmt_meth.c:458:EC key generation:OpenSSL EC implementation']);
  const curve = curveByName(group);
  if (!curve) throw new SpecError('generate', '', [queue.invalidCurve]);
  return { type: 'ec', curve };
}
