import { concatBytes } from '../../../base/index.ts';
import { type Certificate, explicit, implicit, integer, isPkiError, oid, readCertificatesPem, sequence, setOf, writePem } from '../../../pki/index.ts';
import { binaryOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { loadRevocationList } from '../load.ts';
import { options } from '../options/crl2pkcs7.ts';

/** openssl-crl2pkcs7(1): certificates and a list in a PKCS #7 file that signs nothing. */
export const crl2pkcs7: Command = {
  options,
  async run(invocation) {
    const { options: given } = invocation;
    const certificates: Certificate[] = [];
    const list = given.has('nocrl') ? undefined : await loadRevocationList(invocation, { path: given.value('in'), what: 'CRL' });
    for (const path of given.all('certfile')) {
      let text: string;
      try {
        text = binaryOf(await readFile(invocation, path, 'r'));
      } catch (error) {
        if (error instanceof Failure) throw new Failure(`error opening the file, ${path}\nerror loading certificates\n`, error.queue);
        throw error;
      }
      try {
        certificates.push(...readCertificatesPem(text));
      } catch (error) {
        if (isPkiError(error)) throw new Failure(`error reading the file, ${path}\nerror loading certificates\n`, [queue.noStartLine]);
        throw error;
      }
    }
    const signed = sequence(integer(1), setOf(), sequence(oid('1.2.840.113549.1.7.1')), implicit(0, concatBytes(certificates.map((each) => each.der)), true), list ? implicit(1, list.der, true) : undefined, setOf());
    const der = sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signed));
    await writeOut(invocation, given.value('out'), /^d/i.test(given.value('outform') ?? '') ? der : writePem('PKCS7', der));
    return 0;
  },
};
