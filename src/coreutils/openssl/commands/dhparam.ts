import { bigintToBytes, integer, integerOf, isPkiError, randomSafePrime, readDer, readPem, sequence, writePem } from '../../../pki/index.ts';
import { binaryOf } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { checkWritable, readFile, writeOut } from '../files.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/dhparam.ts';
import { hexLines } from '../print/hex.ts';

interface DhParameters {
  p: bigint;
  g: bigint;
  length: number | undefined;
}

/** openssl-dhparam(1). */
export const dhparam: Command = {
  options,
  async run(invocation) {
    const { options: given, name } = invocation;
    const [size, extra] = given.rest;
    if (size !== undefined && !/^[-+]?\d+$/.test(size)) throw usage(name, `Can't parse "${size}" as a number`);
    if (extra !== undefined) throw usage(name, `Extra option: "${extra}"`);
    const generator = given.given.findLast((each) => /^[235]$/.test(each.name))?.name;
    const bits = size === undefined ? (generator === undefined ? 0 : 2048) : Number(size);
    if (given.has('dsaparam')) throw new Failure('openssl: dhparam -dsaparam is not part of this sandbox\n');
    await checkWritable(invocation, given.value('out'));
    const parameters = bits > 0 ? await generate(invocation, bits, Number(generator ?? '2')) : await load(invocation);
    const text = given.has('text') ? textOf(parameters) : '';
    if (given.has('check')) await say(invocation, 'DH parameters appear to be ok.\n');
    const der = sequence(integer(parameters.p), integer(parameters.g), ...(parameters.length === undefined ? [] : [integer(parameters.length)]));
    if (given.has('noout')) await writeOut(invocation, given.value('out'), text);
    else if (/^d/i.test(given.value('outform') ?? '')) await writeOut(invocation, given.value('out'), der);
    else await writeOut(invocation, given.value('out'), text + writePem('DH PARAMETERS', der));
    return 0;
  },
};

/** How many bits of a private key are enough, by the size of the prime. */
function privateLength(bits: number): number {
  const steps = [[512, 125], [768, 150], [1024, 175], [1536, 200], [2048, 225], [3072, 275], [4096, 325], [6144, 375], [8192, 400]] as const;
  return steps.find(([most]) => bits <= most)?.[1] ?? 400;
}

async function generate(invocation: Invocation, bits: number, generator: number): Promise<DhParameters> {
  const { options: given, name, process } = invocation;
  const quiet = given.has('quiet');
  if (!quiet) await say(invocation, `Generating DH parameters, ${bits} bit long safe prime\n`);
  if (bits < 512) throw new Failure(`${name}: Generating DH key parameters failed\n`, ['error:0280007E:Diffie-Hellman routines:dh_builtin_genparams:modulus too small:../crypto/dh/dh_gen.c:169:']);
  // The residues for which the generator makes the group of half the order.
  const [modulus, rest] = generator === 2 ? [24n, 23n] : generator === 5 ? [60n, 59n] : [12n, 11n];
  let marks = '';
  const show = async (): Promise<void> => {
    if (!quiet && marks !== '') await process.write(2, marks);
    marks = '';
  };
  const p = await randomSafePrime(bits, modulus, rest, {
    random: process.random, progress: (mark) => (marks += mark),
    checkpoint: async () => {
      await show();
      await process.checkpoint();
    },
  });
  marks += '\n';
  await show();
  return { p, g: BigInt(generator), length: privateLength(bits) };
}

async function load(invocation: Invocation): Promise<DhParameters> {
  const { options: given } = invocation;
  const bytes = await readFile(invocation, given.value('in'), 'r');
  try {
    const der = /^d/i.test(given.value('inform') ?? '') ? bytes : readPem(binaryOf(bytes)).find(({ label }) => label === 'DH PARAMETERS')?.bytes;
    if (der) {
      const node = readDer(der);
      const last = node.children[2];
      return { p: integerOf(node.child(0)), g: integerOf(node.child(1)), length: last && Number(integerOf(last)) };
    }
  } catch (error) {
    if (!isPkiError(error)) throw error;
  }
  throw new Failure('Error, unable to load parameters\n', [`error:1E08010C:DECODER routines:OSSL_DECODER_from_bio:unsupported:../crypto/encode_decode/decoder_lib.c:104:No supported data to decode. Input type: ${/^d/i.test(given.value('inform') ?? '') ? 'DER' : 'PEM'}`]);
}

function textOf({ p, g, length }: DhParameters): string {
  const bytes = bigintToBytes(p);
  const signed = (bytes[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...bytes) : bytes;
  return `    DH Parameters: (${p.toString(2).length} bit)\n    P:   \n${hexLines(signed, 8, 15)}    G:    ${g} (0x${g.toString(16)})\n${length === undefined ? '' : `    recommended-private-length: ${length} bits\n`}`;
}
