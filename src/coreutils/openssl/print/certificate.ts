import { type AlgorithmIdentifier, algorithmOf, type Certificate, type CertificateRequest, type DerNode, type Extension, integerOf, isPkiError, oids, type PublicKey, requestAttributeOids, type RevocationList, type Signed, textOfString } from '../../../pki/index.ts';
import { longName } from '../objects.ts';
import { extensionsText } from './extension.ts';
import { hexLines, numberHex } from './hex.ts';
import { publicKeyText } from './key.ts';
import { compatTextName, formatName, type NameFormat } from './name.ts';
import { printTime } from './time.ts';

/** What is left out of a text: `no_serial` … of openssl-x509(1), and how times look. */
export interface TextOptions {
  format: NameFormat;
  without: ReadonlySet<string>;
  iso?: boolean;
}

const certificateOptions = new Set(['compatible', 'ca_default', 'no_header', 'no_version', 'no_serial', 'no_signame', 'no_validity', 'no_subject', 'no_issuer', 'no_pubkey', 'no_extensions', 'no_sigdump', 'no_aux', 'no_attributes', 'ext_default', 'ext_error', 'ext_parse', 'ext_dump']);

/** The options of -certopt and -reqopt; undefined when one is unknown. */
export function textOptions(list: string): ReadonlySet<string> | undefined {
  const options = list.split(',').map((each) => each.trim()).filter(Boolean);
  if (!options.every((each) => certificateOptions.has(each.replace(/^-/, '')))) return undefined;
  return new Set(options.flatMap((each) => (each === 'ca_default' ? ['no_issuer', 'no_pubkey', 'no_header', 'no_version'] : [each])));
}

function nameLine(label: string, indent: number, name: Certificate['subject'], format: NameFormat): string {
  const pad = ' '.repeat(indent);
  if (format.compat) return `${pad}${label}: ${compatTextName(name)}\n`;
  if (format.separator === 'lines') return `${pad}${label}:\n${pad}    ${formatName(name, format, `${pad}    `)}\n`;
  return `${pad}${label}: ${formatName(name, format)}\n`;
}

function algorithmText(algorithm: AlgorithmIdentifier, indent: number): string {
  return longName(algorithm.oid) + parametersText(algorithm, indent);
}

function parametersText(algorithm: AlgorithmIdentifier, indent: number): string {
  if (algorithm.oid !== oids.rsaPss) return '\n';
  const pad = ' '.repeat(indent);
  const { parameters } = algorithm;
  const inner = (tag: number): DerNode | undefined => parameters?.context(tag)?.children[0];
  const [hash, mask, salt] = [inner(0), inner(1), inner(2)];
  const maskHash = mask && algorithmOf(mask).parameters;
  return `${pad}\n${pad}Hash Algorithm: ${hash ? longName(algorithmOf(hash).oid) : 'sha1 (default)'}\n${pad}Mask Algorithm: ${mask ? `mgf1 with ${maskHash ? longName(algorithmOf(maskHash).oid) : ''}` : 'mgf1 with sha1 (default)'}\n${pad} Salt Length: 0x${salt ? numberHex(integerOf(salt)) : '14 (default)'}\n${pad}Trailer Field: 0x01 (default)\n`;
}

function signatureText(signed: Signed): string {
  return `    Signature Algorithm: ${longName(signed.signatureAlgorithm.oid)}\n    Signature Value:${parametersText(signed.signatureAlgorithm, 8)}${hexLines(signed.signature, 8, 18)}`;
}

function keyText(owner: { publicKeyInfo: DerNode; publicKey: PublicKey }): string {
  const algorithm = `        Subject Public Key Info:\n            Public Key Algorithm: ${longName(algorithmOf(owner.publicKeyInfo.child(0)).oid)}\n`;
  try {
    return algorithm + publicKeyText(owner.publicKey, 16);
  } catch (error) {
    if (isPkiError(error)) return `${algorithm}            Unable to load Public Key\n`;
    throw error;
  }
}

/** A serial number as the text of a certificate shows it. */
export function serialText(serial: bigint): string {
  if (serial <= 0x7fffffffffffffffn && serial >= -0x7fffffffffffffffn) return ` ${serial} (${serial < 0n ? '-' : ''}0x${(serial < 0n ? -serial : serial).toString(16)})\n`;
  return `\n            ${serial < 0n ? ' (Negative)' : ''}${(numberHex(serial < 0n ? -serial : serial).toLowerCase().match(/../g) ?? []).join(':')}\n`;
}

/** A certificate as `openssl x509 -text` shows it. */
export function certificateText(certificate: Certificate, { format, without, iso }: TextOptions): string {
  const show = (part: string): boolean => !without.has(`no_${part}`);
  return [
    show('header') ? 'Certificate:\n    Data:\n' : '',
    show('version') ? `        Version: ${certificate.version} (0x${certificate.version - 1})\n` : '',
    show('serial') ? `        Serial Number:${serialText(certificate.serial)}` : '',
    show('signame') ? `        Signature Algorithm: ${algorithmText(certificate.innerAlgorithm, 8)}` : '',
    show('issuer') ? nameLine('Issuer', 8, certificate.issuer, format) : '',
    show('validity') ? `        Validity\n            Not Before: ${printTime(certificate.notBefore, iso)}\n            Not After : ${printTime(certificate.notAfter, iso)}\n` : '',
    show('subject') ? nameLine('Subject', 8, certificate.subject, format) : '',
    show('pubkey') ? keyText(certificate) : '',
    show('extensions') && certificate.extensions.length > 0 ? `        X509v3 extensions:\n${extensionsText(certificate.extensions, 12)}` : '',
    show('sigdump') ? signatureText(certificate) : '',
  ].join('');
}

/** A request as `openssl req -text` shows it. */
export function requestText(request: CertificateRequest, { format, without }: TextOptions): string {
  const show = (part: string): boolean => !without.has(`no_${part}`);
  const attributes = request.attributes.filter((each) => each.oid !== requestAttributeOids.extensionRequest && each.oid !== requestAttributeOids.microsoftExtensionRequest);
  const lines = attributes.flatMap((each) => each.values.map((value) => `            ${longName(each.oid).padEnd(25)}:${value.constructed ? '' : textOfString(value)}\n`)).join('');
  const none = request.attributes.length === 0 ? '            (none)\n' : '';
  return [
    show('header') ? 'Certificate Request:\n    Data:\n' : '',
    show('version') ? `        Version: ${request.version} (0x${request.version - 1})\n` : '',
    show('subject') ? nameLine('Subject', 8, request.subject, format) : '',
    show('pubkey') ? keyText(request) : '',
    show('attributes') ? `        Attributes:\n${none}${lines}` : '',
    show('extensions') ? `            Requested Extensions:\n${extensionsText(request.extensions, 16)}` : '',
    show('sigdump') ? signatureText(request) : '',
  ].join('');
}

/** A revocation list as `openssl crl -text` shows it. */
export function revocationListText(list: RevocationList, format: NameFormat, iso?: boolean): string {
  const entries = list.revoked.map((each) => `    Serial Number: ${numberHex(each.serial)}\n        Revocation Date: ${printTime(each.date, iso)}\n${entryExtensions(each.extensions)}`).join('');
  return [
    `Certificate Revocation List (CRL):\n        Version ${list.version} (0x${list.version - 1})\n        Signature Algorithm: ${algorithmText(list.signatureAlgorithm, 8)}`,
    `        Issuer: ${formatName(list.issuer, format)}\n        Last Update: ${printTime(list.thisUpdate, iso)}\n        Next Update: ${list.nextUpdate === undefined ? 'NONE' : printTime(list.nextUpdate, iso)}\n`,
    list.extensions.length > 0 ? `        CRL extensions:\n${extensionsText(list.extensions, 12)}` : '',
    list.revoked.length > 0 ? `Revoked Certificates:\n${entries}` : 'No Revoked Certificates.\n',
    signatureText(list),
  ].join('');
}

function entryExtensions(extensions: readonly Extension[]): string {
  return extensions.length === 0 ? '' : `        CRL entry extensions:\n${extensionsText(extensions, 12)}`;
}

