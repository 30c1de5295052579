import { addressBytes, type Certificate, isPkiError, readCertificate, readCertificatesPem, readRevocationList, readPem, type RevocationList } from '../../../pki/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { binaryOf, reason } from '../../program/index.ts';
import { asn1Queue } from '../asn1-queue.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { loadCertificates, loadRevocationList } from '../load.ts';
import { options } from '../options/verify.ts';
import { threadId } from '../password.ts';
import { defaultNameFormat, formatName, nameFormat } from '../print/name.ts';
import { purposeByName, type Verification, verifyCertificate } from '../verification.ts';
import { certificatesIn } from '../../trust/authorities.ts';
import { defaultAnchors } from '../trust-store.ts';

/** openssl-verify(1). */
export const verify: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    const purpose = given.value('purpose');
    if (purpose !== undefined && !purposeByName(purpose)) throw new Failure(`${name}: Invalid purpose ${purpose}\n`);
    if (given.has('verify_ip') && !addressBytes(given.value('verify_ip') ?? '')) return 1;
    const format = given.has('nameopt') ? nameFormat(given.value('nameopt') ?? '') : defaultNameFormat;
    if (!format) throw new Failure(`${name}: Use -help for summary.\n`);
    const store = await anchors(invocation);
    const untrusted = await all(invocation, given.all('untrusted'), 'untrusted certificates');
    const crls: RevocationList[] = [...store.crls];
    for (const path of given.all('CRLfile')) crls.push(await loadRevocationList(invocation, { path, what: 'other CRLs' }));
    const verification: Verification = {
      anchors: store.certificates, untrusted, crls, at: given.has('no_check_time') && !given.has('attime') ? undefined : given.has('attime') ? Number(given.value('attime')) * 1000 : process.clock.now(), purpose: purposeByName(purpose ?? ''),
      host: given.value('verify_hostname'), ip: given.value('verify_ip'), email: given.value('verify_email'), partialChain: given.has('partial_chain'), depth: given.number('verify_depth'), crlCheck: given.has('crl_check_all') ? 'all' : given.has('crl_check') ? 'leaf' : undefined, strict: given.has('x509_strict'),
    };
    let status = 0;
    for (const path of given.rest.length > 0 ? given.rest : [undefined]) {
      let certificate: Certificate | undefined;
      try {
        [certificate] = await loadCertificates(invocation, { path, what: 'certificate file' });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const id = threadId(process);
        await say(invocation, error.text + error.queue.map((line) => `${id}:${line}\n`).join(''));
        status = 2;
        continue;
      }
      if (!certificate) continue;
      const label = path ?? 'stdin';
      const { chain, trusted, errors } = verifyCertificate(certificate, verification);
      if (errors.length === 0) {
        tool.out.write(`${label}: OK\n`);
        if (given.has('show_chain')) tool.out.write(`Chain:\n${chain.map((each, depth) => `depth=${depth}: ${formatName(each.subject, format)}${depth < chain.length - trusted ? ' (untrusted)' : ''}\n`).join('')}`);
        continue;
      }
      status = 2;
      await say(invocation, `${errors.map(({ code, text, depth, certificate: wrong }) => `${formatName(wrong.subject, format)}\nerror ${code} at ${depth} depth lookup: ${text}\n`).join('')}error ${label}: verification failed\n`);
    }
    return status;
  },
};

async function all(invocation: Invocation, paths: readonly string[], what: string): Promise<Certificate[]> {
  const found: Certificate[] = [];
  for (const path of paths) found.push(...(await loadCertificates(invocation, { path, what })));
  return found;
}

/** What is trusted: -trusted alone, or -CAfile and -CApath, each by default the system's. */
async function anchors(invocation: Invocation): Promise<{ certificates: Certificate[]; crls: RevocationList[] }> {
  const { options: given, process } = invocation;
  if (given.has('trusted')) return { certificates: await all(invocation, given.all('trusted'), 'trusted certificates'), crls: [] };
  const certificates: Certificate[] = [];
  const crls: RevocationList[] = [];
  const file = given.value('CAfile');
  if (file !== undefined) {
    const loaded = readTrustFile(invocation, file);
    certificates.push(...loaded.certificates);
    crls.push(...loaded.crls);
  } else if (!given.has('no-CAfile')) certificates.push(...defaultAnchors(process));
  const folder = given.value('CApath');
  if (folder !== undefined) certificates.push(...certificatesIn(process, folder));
  return { certificates, crls };
}

function readTrustFile({ process }: Invocation, path: string): { certificates: Certificate[]; crls: RevocationList[] } {
  let bytes: Uint8Array;
  try {
    bytes = process.readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(`Error loading file ${path}\n`, [...queue.fileControl(path, reason(error)), 'error:05880020:x509 certificate routines:X509_load_cert_file_ex:BIO lib:../crypto/x509/by_file.c:105:']);
  }
  const text = binaryOf(bytes);
  try {
    if (bytes[0] === 0x30) return { certificates: [readCertificate(bytes)], crls: [] };
    const certificates = readCertificatesPem(text);
    const crls = readPem(text).filter(({ label }) => label === 'X509 CRL').map(({ bytes }) => readRevocationList(bytes));
    if (certificates.length + crls.length > 0) return { certificates, crls };
  } catch (error) {
    if (!isPkiError(error)) throw error;
  }
  throw new Failure(`Error loading file ${path}\n`, [...asn1Queue(bytes, 'X509'), 'error:05800087:x509 certificate routines:X509_load_cert_file_ex:no certificate found:../crypto/x509/by_file.c:153:']);
}
