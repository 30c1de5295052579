import { type Certificate, type DerNode, isPkiError, readCertificate, readDer, readPem, readRevocationList, type RevocationList, writePem } from '../../../pki/index.ts';
import { binaryOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { options } from '../options/pkcs7.ts';
import { certificateText, revocationListText } from '../print/certificate.ts';
import { defaultNameFormat, formatName, nameFormat } from '../print/name.ts';

/** openssl-pkcs7(1). */
export const pkcs7: Command = {
  options,
  async run(invocation) {
    const { options: given } = invocation;
    const bytes = await readFile(invocation, given.value('in'));
    const oldFormat = nameFormat('compat') ?? defaultNameFormat;
    const node = contents(bytes, /^d/i.test(given.value('inform') ?? ''));
    let text = '';
    if (given.has('print_certs')) {
      for (const each of certificatesOf(node)) {
        text += given.has('text') ? `${certificateText(each, { format: oldFormat, without: new Set() })}` : given.has('quiet') ? '' : `subject=${formatName(each.subject, defaultNameFormat)}\nissuer=${formatName(each.issuer, defaultNameFormat)}\n`;
        text += `${given.has('noout') ? '' : writePem('CERTIFICATE', each.der)}\n`;
      }
      for (const each of listsOf(node)) text += `${revocationListText(each, defaultNameFormat)}${given.has('noout') ? '' : writePem('X509 CRL', each.der)}\n`;
      await writeOut(invocation, given.value('out'), text);
      return 0;
    }
    if (!given.has('noout')) await writeOut(invocation, given.value('out'), /^d/i.test(given.value('outform') ?? '') ? node.raw : writePem('PKCS7', node.raw));
    return 0;
  },
};

function contents(bytes: Uint8Array, der: boolean): DerNode {
  try {
    if (der) return readDer(bytes);
    const block = readPem(binaryOf(bytes)).find(({ label }) => label === 'PKCS7' || label === 'PKCS #7 SIGNED DATA');
    if (block) return readDer(block.bytes);
  } catch (error) {
    if (!isPkiError(error)) throw error;
  }
  throw new Failure('unable to load PKCS7 object\n', der ? [queue.notEnoughData] : [`${queue.noStartLine}Expecting: PKCS7`]);
}

function signedData(node: DerNode): DerNode {
  return node.child(1).child(0);
}

function certificatesOf(node: DerNode): Certificate[] {
  return signedData(node).context(0)?.children.map((each) => readCertificate(each.raw)) ?? [];
}

function listsOf(node: DerNode): RevocationList[] {
  return signedData(node).context(1)?.children.map((each) => readRevocationList(each.raw)) ?? [];
}
