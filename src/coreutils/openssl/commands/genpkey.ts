import { curveOids, type KeySpec, oid, publicKeyPem, readPem, writePem } from '../../../pki/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { checkWritable, readTextFile, writeOut } from '../files.ts';
import { makeKey } from '../generate.ts';
import { keySpec, SpecError } from '../key-algorithm.ts';
import { cipherOption, writePrivateKey } from '../key-output.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/genpkey.ts';
import { passwordOf } from '../password.ts';
import { privateKeyText } from '../print/key.ts';
import { curveOfParameters } from '../ec-parameters.ts';

/** openssl-genpkey(1). */
export const genpkey: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const cipher = cipherOption(invocation);
    const algorithm = given.value('algorithm');
    const paramfile = given.value('paramfile');
    if (algorithm === undefined && paramfile === undefined) throw new Failure(`${name}: Use -help for summary.\n`);
    const password = await passwordOf(process, given.value('pass'));
    let spec: KeySpec;
    if (paramfile !== undefined) {
      let text: string;
      try {
        text = await readTextFile(invocation, paramfile);
      } catch (error) {
        if (error instanceof Failure) throw new Failure(`Can't open parameter file ${paramfile}\n`, error.queue);
        throw error;
      }
      const curve = curveOfParameters(readPem(text).find(({ label }) => label === 'EC PARAMETERS')?.bytes);
      if (!curve) throw new Failure(`Error reading parameter file ${paramfile}\n`);
      spec = { type: 'ec', curve };
    } else {
      try {
        spec = keySpec(algorithm ?? '', given.all('pkeyopt'));
      } catch (error) {
        if (!(error instanceof SpecError)) throw error;
        if (error.kind === 'algorithm') throw new Failure(`Error initializing ${error.option} context\n`, error.queue);
        if (error.kind === 'option') throw new Failure(`${name}: Error setting ${error.option} parameter:\n`, error.queue);
        throw new Failure(`${name}: Error generating ${(algorithm ?? '').toUpperCase()} key\n`, error.queue);
      }
    }
    const out = given.value('out');
    try {
      await checkWritable(invocation, out, !given.has('genparam'));
    } catch (error) {
      if (error instanceof Failure) throw new Failure(`${error.text}Error writing to outfile: '${out ?? ''}'. Error: ${/, ([^,]*)\n$/.exec(error.text)?.[1] ?? ''}\n`, [], 0);
      throw error;
    }
    if (given.has('genparam')) {
      if (spec.type !== 'ec') throw new Failure(`Error initializing ${algorithm ?? ''} context\n`);
      await writeOut(invocation, out, writePem('EC PARAMETERS', oid(curveOids[spec.curve])));
      return 0;
    }
    const key = await makeKey(invocation, spec, !given.has('quiet'));
    const publicFile = given.value('outpubkey');
    if (publicFile !== undefined) await writeOut(invocation, publicFile, publicKeyPem(key));
    await writePrivateKey(invocation, key, { path: out, der: /^d/i.test(given.value('outform') ?? ''), cipher, password });
    if (given.has('text')) {
      if (out === undefined) tool.out.write(privateKeyText(key));
      else process.writeFile(out, privateKeyText(key), { append: true });
    }
    return 0;
  },
};
