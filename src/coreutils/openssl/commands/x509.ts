import {
  type Certificate, type CertificateRequest, encodePublicKey, type Extension, isSignedBy, makeRequest, type Name, type PrivateKey, publicKeyOf, samePublicKey, sequence, writePem,
} from '../../../pki/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { reason } from '../../program/index.ts';
import { checkAttributes } from '../certificate-checks.ts';
import { type CertificatePrints, isPrint, printOne } from '../certificate-prints.ts';
import { type Command, type Invocation, say } from '../command.ts';
import type { Config } from '../config/config.ts';
import { addSection } from '../config/extension.ts';
import type { ExtensionContext } from '../config/extension-context.ts';
import { ValueError } from '../config/general-name.ts';
import { loadConfig } from '../config/load.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { inputFormat, loadCertificate, loadPrivateKey, loadPublicKey } from '../load.ts';
import { randomSerial, signX509 } from '../make-x509.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/x509.ts';
import { passwordOf } from '../password.ts';
import { requestText, textOptions } from '../print/certificate.ts';
import { numberHex } from '../print/hex.ts';
import { defaultNameFormat, formatName, nameFormat } from '../print/name.ts';
import { parseTime } from '../print/time.ts';
import { digestOption, signatureOptions } from '../sign-options.ts';
import { parseSubject } from '../subject-option.ts';
import { parseRequest, serialOption } from './req.ts';

/** openssl-x509(1). */
export const x509: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const days = given.number('days');
    if (days !== undefined && days < -1) throw new Failure(`${name}: -days parameter arg must be >= -1\n`);
    const inform = given.value('inform');
    if (inform !== undefined && inputFormat(invocation) === undefined) throw usage(name, `Bad format "${inform}"; must be one of:  pem der`);
    const digest = digestOption(invocation);
    const format = given.has('nameopt') ? nameFormat(given.value('nameopt') ?? '') : defaultNameFormat;
    const without = textOptions(given.value('certopt') ?? '');
    if (!format || !without) throw new Failure(`${name}: Use -help for summary.\n`);
    const serial = serialOption(given.value('set_serial'), invocation);
    const copy = given.value('copy_extensions');
    if (copy !== undefined && !['none', 'copy', 'copyall'].includes(copy)) throw new Failure(`Invalid extension copy option: ${copy}\n`);
    const password = await passwordOf(process, given.value('passin'));
    const prints: CertificatePrints = { format, without, iso: given.value('dateopt') === 'iso_8601', digest, extensions: given.all('ext').flatMap((each) => each.split(',')) };
    const certificate = await subjectCertificate(invocation, { digest, serial, password });
    if (!('notAfter' in certificate)) {
      const text = given.has('text') ? requestText(certificate, prints) : '';
      await writeOut(invocation, given.value('out'), text + (given.has('noout') ? '' : writePem('CERTIFICATE REQUEST', certificate.der)));
      return 0;
    }
    let text = '';
    for (const { name: option } of given.given) {
      const part = isPrint(option) ? printOne(option, certificate, prints) : '';
      if (option === 'ext' && part === '') await say(invocation, 'No extensions in certificate\n');
      text += part;
    }
    const end = given.value('checkend');
    let status = 0;
    if (end !== undefined) {
      const expires = certificate.notAfter < process.clock.now() + Number(end) * 1000;
      text += expires ? 'Certificate will expire\n' : 'Certificate will not expire\n';
      status = expires ? 1 : 0;
    }
    const checks = checkAttributes(given, certificate);
    text += checks.text;
    if (checks.failed) status = 1;
    const out = given.value('out');
    const hidden = given.has('noout', 'nocert') || end !== undefined;
    if (!hidden && /^d/i.test(given.value('outform') ?? '')) {
      tool.out.write(text);
      await writeOut(invocation, out, certificate.der);
      return status;
    }
    if (!hidden) text += writePem(given.has('trustout') ? 'TRUSTED CERTIFICATE' : 'CERTIFICATE', given.has('trustout') ? Uint8Array.from([...certificate.der, ...sequence()]) : certificate.der);
    await writeOut(invocation, out, text);
    return status;
  },
};

interface Wanted {
  digest: ReturnType<typeof digestOption>;
  serial: bigint | undefined;
  password: Uint8Array | undefined;
}

/** The certificate that the options read, make or sign; with -x509toreq the request. */
async function subjectCertificate(invocation: Invocation, wanted: Wanted): Promise<Certificate | CertificateRequest> {
  const { options: given, process } = invocation;
  const path = given.value('in');
  const keyPath = given.value('key', 'signkey');
  const subject = given.has('set_subject', 'subj') ? await parseSubject(invocation, given.value('set_subject', 'subj') ?? '') : undefined;
  const making = given.has('req') || given.has('new');
  if (given.has('new') && !subject) throw new Failure('The -new option requires a subject to be set using -subj\n');
  const config = given.has('extfile') ? await extensionFile(invocation) : undefined;
  if (config) checkFile(invocation, config);
  else if (given.has('extensions')) await say(invocation, 'Warning: ignoring -extensions option without -extfile\n');
  const key = keyPath === undefined ? undefined : await loadPrivateKey(invocation, { path: keyPath, what: 'private key', password: wanted.password });
  let request: CertificateRequest | undefined;
  let source: Certificate | undefined;
  if (given.has('req')) {
    const after = `error: unable to load certificate request input from file '${path ?? '<stdin>'}'\n`;
    request = parseRequest(await readFile(invocation, path, 'rb', after), after, inputFormat(invocation));
    const good = isSignedBy(request, request.publicKey);
    if (!good) throw new Failure('Certificate request self-signature did not match the contents\n');
    await say(invocation, `Certificate request self-signature ok\nsubject=${formatName(request.subject, given.has('nameopt') ? nameFormat(given.value('nameopt') ?? '') ?? defaultNameFormat : defaultNameFormat)}\n`);
  } else if (!given.has('new')) source = await loadCertificate(invocation, { path, what: 'certificate', password: wanted.password, format: inputFormat(invocation) });
  const forced = given.has('force_pubkey') ? await loadPublicKey(invocation, { path: given.value('force_pubkey'), what: 'public key' }) : undefined;
  if (given.has('x509toreq')) return toRequest(invocation, source, key, subject, wanted);
  if (!making && !key && !given.has('CA') && !subject && source) return source;
  let issuer: Certificate | undefined;
  let signer = key;
  if (given.has('CA')) {
    if (key) throw new Failure('Cannot use both -key/-signkey and -CA option\n');
    issuer = await loadCertificate(invocation, { path: given.value('CA'), what: 'CA certificate', password: wanted.password });
    signer = await loadPrivateKey(invocation, { path: given.value('CAkey') ?? given.value('CA'), what: 'CA private key', password: wanted.password });
    if (!samePublicKey(signer, issuer.publicKey)) throw new Failure('CA certificate and CA private key do not match\n', [queue.keyMismatch]);
  }
  if (!signer) throw new Failure('We need a private key to sign with, use -key or -CAkey or -CA with private key\n');
  const keyInfo = forced ? encodePublicKey(forced) : key ? encodePublicKey(publicKeyOf(key)) : request?.publicKeyInfo.raw ?? source?.publicKeyInfo.raw ?? encodePublicKey(publicKeyOf(signer));
  const now = Math.floor(process.clock.now() / 1000) * 1000;
  const times = validity(invocation, source, now);
  const serial = wanted.serial ?? (issuer ? nextSerial(invocation) : making || !source ? randomSerial(process.random) : source.serial);
  const name = subject ?? request?.subject ?? source?.subject;
  if (!name) throw new Failure('The -new option requires a subject to be set using -subj\n');
  const issuerName = issuer?.subject ?? (given.has('set_issuer') ? await parseSubject(invocation, given.value('set_issuer') ?? '', 'issuer') : name);
  const present = given.has('clrext') ? [] : keptExtensions(given.value('copy_extensions'), request, source);
  const context: ExtensionContext = { config, publicKeyInfo: keyInfo, subject: name, ...(issuer ? { issuer } : {}), issuerName, serial, present };
  addFromFile(invocation, context);
  return signX509({ serial, subject: name, issuerName, ...times, publicKeyInfo: keyInfo, extensions: present }, signer, issuer, signatureOptions(invocation, signer, wanted.digest, given.all('sigopt')));
}

function keptExtensions(copy: string | undefined, request: CertificateRequest | undefined, source: Certificate | undefined): Extension[] {
  if (source) return [...source.extensions];
  return request && (copy === 'copy' || copy === 'copyall') ? [...request.extensions] : [];
}

async function extensionFile(invocation: Invocation): Promise<Config> {
  return loadConfig(invocation, invocation.options.value('extfile') ?? '');
}

/** Looks for what is wrong with the file before anything is read or signed. */
function checkFile(invocation: Invocation, config: Config): void {
  addFromFile(invocation, { config, present: [] });
}

function addFromFile({ options: given }: Invocation, context: ExtensionContext): void {
  const { config } = context;
  if (!config) return;
  const section = given.value('extensions') ?? config.get(undefined, 'extensions') ?? 'default';
  if (!config.has(section)) throw new Failure(`Error checking extension section ${section}\n`);
  try {
    addSection(section, context);
  } catch (error) {
    if (error instanceof ValueError) throw new Failure(`Error checking extension section ${section}\n`, error.queue);
    throw error;
  }
}

function validity({ options: given }: Invocation, source: Certificate | undefined, now: number): { notBefore: number; notAfter: number } {
  if (given.has('preserve_dates') && source) return { notBefore: source.notBefore, notAfter: source.notAfter };
  const notBefore = given.has('not_before') ? parseTime(given.value('not_before') ?? '', now) : now;
  if (notBefore === undefined) throw new Failure('start date is invalid, it should be "today" or have format [CC]YYMMDDHHMMSSZ\n');
  const notAfter = given.has('not_after') ? parseTime(given.value('not_after') ?? '', now) : now + (given.number('days') ?? 30) * 86_400_000;
  if (notAfter === undefined) throw new Failure('end date is invalid, it should be "today" or have format [CC]YYMMDDHHMMSSZ\n');
  return { notBefore, notAfter };
}

/** The serial number of -CAserial's file, one more than it holds, which is written back; a random one without such a file. */
function nextSerial(invocation: Invocation): bigint {
  const { options: given, process } = invocation;
  const named = given.value('CAserial');
  const path = named ?? `${(given.value('CA') ?? '').replace(/\.[^./]*$/, '')}.srl`;
  let serial: bigint;
  if (process.exists(path)) {
    const [digits = ''] = /^[\da-f]*/i.exec(process.readTextFile(path)) ?? [];
    const problem = digits.length < 2 ? '06800096:asn1 encoding routines:a2i_ASN1_INTEGER:short line:../crypto/asn1/f_int.c:135:' : digits.length % 2 !== 0 ? '06800091:asn1 encoding routines:a2i_ASN1_INTEGER:odd number of chars:../crypto/asn1/f_int.c:100:' : undefined;
    if (problem !== undefined) throw new Failure(`Unable to load number from ${path}\n`, [`error:${problem}`]);
    serial = BigInt(`0x${digits}`) + 1n;
  } else {
    if (named !== undefined && !given.has('CAcreateserial')) throw new Failure(`${path}: No such file or directory\n`, queue.fopen(path, 'r', 'No such file or directory'));
    serial = randomSerial(process.random);
    if (!given.has('CAcreateserial')) return serial;
  }
  try {
    process.writeFile(path, `${numberHex(serial)}\n`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(`${path}: ${reason(error)}\n`, queue.fopen(path, 'w', reason(error)));
  }
  return serial;
}

function toRequest(invocation: Invocation, source: Certificate | undefined, key: PrivateKey | undefined, subject: Name | undefined, { digest }: Wanted): Promise<CertificateRequest> {
  if (!source) throw new Failure('Must specify certificate using -in\n');
  if (!key) throw new Failure('Must specify request signing key using -key\n');
  const copy = invocation.options.value('copy_extensions');
  return makeRequest({ subject: subject ?? source.subject, key, extensions: copy === 'copy' || copy === 'copyall' ? source.extensions : [], signature: signatureOptions(invocation, key, digest, invocation.options.all('sigopt')) });
}
