import { digest, extensionOids, findExtension, integerOf, isSignedBy, readDer, sameName, writePem } from '../../../pki/index.ts';
import { type Command, say } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { writeOut } from '../files.ts';
import { inputFormat, loadCertificates, loadRevocationList } from '../load.ts';
import { subjectHash } from '../../trust/rehash.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/crl.ts';
import { revocationListText } from '../print/certificate.ts';
import { colonHex, numberHex } from '../print/hex.ts';
import { defaultNameFormat, formatName, nameFormat } from '../print/name.ts';
import { printTime } from '../print/time.ts';
import { digestOption } from '../sign-options.ts';
import { threadId } from '../password.ts';

/** openssl-crl(1). */
export const crl: Command = {
  options,
  async run(invocation) {
    const { options: given, name, process } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const md = digestOption(invocation);
    const format = given.has('nameopt') ? nameFormat(given.value('nameopt') ?? '') : defaultNameFormat;
    if (!format) throw new Failure(`${name}: Use -help for summary.\n`);
    const list = await loadRevocationList(invocation, { path: given.value('in'), what: 'CRL', format: inputFormat(invocation) });
    let failed = false;
    if (given.has('CAfile', 'verify')) {
      const authorities = given.has('CAfile') ? await loadCertificates(invocation, { path: given.value('CAfile'), what: 'CA certificates' }) : [];
      const issuer = authorities.find((each) => sameName(each.subject, list.issuer));
      if (!issuer) await say(invocation, 'Error getting CRL issuer certificate\n');
      else if (isSignedBy(list, issuer.publicKey)) await say(invocation, 'verify OK\n');
      else {
        failed = true;
        const id = threadId(process);
        await say(invocation, `verify failure\n${[...queue.rsaVerify, 'error:06880006:asn1 encoding routines:ASN1_item_verify_ctx:EVP lib:../crypto/asn1/a_verify.c:219:'].map((line) => `${id}:${line}\n`).join('')}`);
      }
    }
    const iso = given.value('dateopt') === 'iso_8601';
    let text = '';
    for (const { name: option } of given.given) {
      if (option === 'issuer') text += `issuer=${formatName(list.issuer, format)}\n`;
      if (option === 'crlnumber') {
        const number = findExtension(list.extensions, extensionOids.crlNumber);
        text += `crlNumber=${number ? `0x${numberHex(integerOf(readDer(number.value)))}` : '<NONE>'}\n`;
      }
      if (option === 'hash') text += `issuer name hash=${subjectHash(list.issuer)}\n`;
      if (option === 'lastupdate') text += `lastUpdate=${printTime(list.thisUpdate, iso)}\n`;
      if (option === 'nextupdate') text += `nextUpdate=${list.nextUpdate === undefined ? 'NONE' : printTime(list.nextUpdate, iso)}\n`;
      if (option === 'fingerprint') text += `${md ? md : 'SHA1'} Fingerprint=${colonHex(digest(md ?? 'sha1', list.der), true)}\n`;
    }
    if (given.has('text')) text += revocationListText(list, format, iso);
    if (given.has('noout')) await writeOut(invocation, given.value('out'), text);
    else if (/^d/i.test(given.value('outform') ?? '')) await writeOut(invocation, given.value('out'), list.der);
    else await writeOut(invocation, given.value('out'), text + writePem('X509 CRL', list.der));
    return failed ? 1 : 0;
  },
};
