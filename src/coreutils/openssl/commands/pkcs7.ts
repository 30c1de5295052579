import { type Certificate, type DerNode, isPkiError, readCertificate, readDer, readPem, readRevocationList, tags, type RevocationList, writePem } from '../../../pki/index.ts';
import { binaryOf } from '../../program/index.ts';
import { asn1Queue } from '../asn1-queue.ts';
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
    if (der) return contentOf(bytes);
    const blocks = readPem(binaryOf(bytes));
    const block = blocks.find(({ label }) => label === 'PKCS7' || label === 'PKCS #7 SIGNED DATA');
    if (block) return contentOf(block.bytes);
    // PEM_read_bio_PKCS7 takes a certificate for what it may look for.
    const certificate = blocks.find(({ label }) => label === 'CERTIFICATE');
    if (certificate) throw new Failure('unable to load PKCS7 object\n', [...asn1Queue(certificate.bytes, 'PKCS7'), 'error:0488000D:PEM routines:PEM_ASN1_read_bio:ASN1 lib:../crypto/pem/pem_oth.c:33:']);
  } catch (error) {
    if (!isPkiError(error)) throw error;
  }
  throw new Failure('unable to load PKCS7 object\n', der ? asn1Queue(bytes, 'PKCS7') : [`${queue.noStartLine}Expecting: PKCS7`]);
}

function contentOf(bytes: Uint8Array): DerNode {
  const node = readDer(bytes).expect(tags.sequence);
  node.child(0).expect(tags.oid);
  return node;
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
