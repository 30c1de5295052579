import { isSystemError } from '../../../kernel/uapi/index.ts';
import { isPkiError, type PemBlock, readPem, writePem } from '../../../pki/index.ts';
import { binaryOf, reason } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/storeutl.ts';

/** openssl-storeutl(1), for PEM files. */
export const storeutl: Command = {
  options,
  run({ options: given, process, name, tool }) {
    const [path, extra] = given.rest;
    if (path === undefined) throw usage(name, 'No URI given, nothing to do...');
    if (extra !== undefined) throw usage(name, 'Unknown extra parameters after URI');
    let blocks: PemBlock[];
    try {
      blocks = readPem(binaryOf(process.readFile(path.replace(/^file:(\/\/)?/, ''))));
    } catch (error) {
      if (isPkiError(error)) blocks = [];
      else if (isSystemError(error)) throw new Failure(`Couldn't open file or uri ${path}\n`, [`error:80000002:system library:file_open:${reason(error)}:../providers/implementations/storemgmt/file_store.c:265:calling stat(${path})`]);
      else throw error;
    }
    const kind = ({ label }: PemBlock): string => (label.endsWith('PRIVATE KEY') ? 'Pkey' : label === 'PUBLIC KEY' ? 'Pubkey' : label === 'X509 CRL' ? 'CRL' : label.endsWith('CERTIFICATE') ? 'Certificate' : '');
    const wanted = blocks.filter((block) => kind(block) !== '' && (!given.has('certs', 'keys', 'crls') || (given.has('certs') && kind(block) === 'Certificate') || (given.has('keys') && kind(block) === 'Pkey') || (given.has('crls') && kind(block) === 'CRL')));
    for (const [number, block] of wanted.entries()) tool.out.write(`${number}: ${kind(block)}\n${given.has('noout') ? '' : writePem(block.label, block.bytes)}`);
    tool.out.write(`Total found: ${wanted.length}\n`);
    return 0;
  },
};
