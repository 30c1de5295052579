import { type Certificate, type CertificateRequest, encodePublicKey, type Extension, isPkiError, isSignedBy, makeRequest, type Name, type PrivateKey, publicKeyOf, readPem, readRequest, requestAttributeOids, samePublicKey, string, writePem } from '../../../pki/index.ts';
import { binaryOf } from '../../program/index.ts';
import { asn1Queue } from '../asn1-queue.ts';
import { type Command, type Invocation, say } from '../command.ts';
import type { Config } from '../config/config.ts';
import { addSection, makeExtension } from '../config/extension.ts';
import type { ExtensionContext } from '../config/extension-context.ts';
import { ValueError } from '../config/general-name.ts';
import { loadConfig, loadDefaultConfig, parse } from '../config/load.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { makeKey } from '../generate.ts';
import { keySpec, SpecError } from '../key-algorithm.ts';
import { cipherName, writePrivateKey } from '../key-output.ts';
import { inputFormat, loadCertificate, loadPrivateKey } from '../load.ts';
import { randomSerial, signX509 } from '../make-x509.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/req.ts';
import { passwordOf } from '../password.ts';
import { certificateText, requestText, textOptions } from '../print/certificate.ts';
import { numberHex } from '../print/hex.ts';
import { defaultNameFormat, formatName, nameFormat } from '../print/name.ts';
import { parseTime } from '../print/time.ts';
import { configuredSubject } from '../req-subject.ts';
import { digestByName, digestOption, signatureOptions } from '../sign-options.ts';
import type { StoreFormat } from '../store.ts';
import { parseSubject } from '../subject-option.ts';

/** openssl-req(1). */
export const req: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const digest = digestOption(invocation);
    const format = nameFormat(given.value('nameopt') ?? '-');
    const chosen = given.has('nameopt') ? format : defaultNameFormat;
    const without = textOptions(given.value('reqopt') ?? '');
    if (!chosen || !without) throw new Failure(`${name}: Use -help for summary.\n`);
    const x509 = given.has('x509', 'x509v1', 'CA', 'precert');
    const [passin, passout] = [await passwordOf(process, given.value('passin')), await passwordOf(process, given.value('passout'))];
    const config = given.has('config') ? await loadConfig(invocation, given.value('config') ?? '') : loadDefaultConfig(invocation);
    const section = given.value('section') ?? 'req';
    const added = addedExtensions(invocation);
    const extensionSection = given.value('extensions', 'reqexts') ?? config.get(section, x509 ? 'x509_extensions' : 'req_extensions');
    if (extensionSection !== undefined) checkSection(config, extensionSection, x509);
    const fresh = given.has('new', 'newkey', 'x509', 'x509v1', 'CA', 'precert') && !given.has('in');
    let key: PrivateKey | undefined;
    if (given.has('key')) key = await loadPrivateKey(invocation, { path: given.value('key'), what: 'private key', password: passin });
    if (!key && fresh) key = await newKey(invocation, config, section, passout);
    const request = fresh ? undefined : await readRequestFile(invocation, given.value('in'));
    const out = new Outcome(invocation, { format: chosen, without });
    const subject = given.has('subj') ? await parseSubject(invocation, given.value('subj') ?? '', 'subject', given.has('utf8') || config.get(section, 'utf8') === 'yes') : undefined;
    const md = digest ?? digestByName(config.get(section, 'default_md') ?? '') ?? 'sha256';
    if (x509) {
      const certificate = await makeX509(invocation, { config, section, extensionSection, added, key, request, subject, md, passin });
      return out.certificate(certificate);
    }
    if (request && !key && !subject) return out.request(request);
    if (!key) throw new Failure('Must provide a signature key using -key or provide -CA / -CAkey\n');
    const asked = subject ? { subject, attributes: [] } : request ? { subject: request.subject, attributes: [] } : await configuredSubject(invocation, config, section, { batch: given.has('batch'), attributes: true });
    const context: ExtensionContext = { config, publicKeyInfo: encodePublicKey(publicKeyOf(key)), subject: asked.subject, request: true, present: request ? [...request.extensions] : [] };
    addExtensions(context, extensionSection, added);
    const made = await makeRequest({ subject: asked.subject, key, extensions: context.present, attributes: asked.attributes.map(({ type, value, tag }) => ({ oid: type, value: string(type === requestAttributeOids.challengePassword ? 12 : tag, value) })), signature: signatureOptions(invocation, key, md, given.all('sigopt')) });
    return out.request(made);
  },
};

/** The extensions of -addext, checked, as a configuration. */
function addedExtensions(invocation: Invocation): Config | undefined {
  const { options: given } = invocation;
  const lines = given.all('addext');
  if (lines.length === 0) return undefined;
  const seen = new Set<string>();
  for (const line of lines) {
    const equals = line.indexOf('=');
    if (equals < 0) throw new Failure("Parse error on -addext: missing '='\n");
    const extension = line.slice(0, equals).trim();
    if (seen.has(extension)) throw new Failure(`Duplicate extension name: ${extension}\n`);
    seen.add(extension);
  }
  const config = parse(invocation, lines.join('\n'), 'BIO');
  try {
    for (const [extension, value] of config.section('default') ?? []) makeExtension('default', extension, value, { config, present: [] });
  } catch (error) {
    if (error instanceof ValueError) throw new Failure('Error checking extensions defined using -addext\n', error.queue);
    throw error;
  }
  return config;
}

function checkSection(config: Config, section: string, x509: boolean): void {
  const words = `Error checking ${x509 ? 'x509' : 'request'} extension section ${section}\n`;
  if (!config.has(section)) throw new Failure(words);
  try {
    for (const [extension, value] of config.section(section) ?? []) makeExtension(section, extension, value, { config, present: [] });
  } catch (error) {
    if (error instanceof ValueError) throw new Failure(words, error.queue);
    throw error;
  }
}

function addExtensions(context: ExtensionContext, section: string | undefined, added: Config | undefined): void {
  try {
    if (section !== undefined) addSection(section, context);
    if (added) addSection('default', Object.assign(context, { config: added }));
  } catch (error) {
    if (error instanceof ValueError) throw new Failure(section === undefined || added ? 'Error adding extensions defined via -addext\n' : `Error adding ${context.request ? 'request' : 'x509'} extensions from section ${section}\n`, error.queue);
    throw error;
  }
}

async function newKey(invocation: Invocation, config: Config, section: string, passout: Uint8Array | undefined): Promise<PrivateKey> {
  const { options: given } = invocation;
  const wanted = given.value('newkey');
  const bits = Number(config.get(section, 'default_bits') ?? 2048);
  let [algorithm = 'rsa', parameter] = (wanted ?? 'rsa').split(/:(.*)/s);
  if (/^\d+$/.test(algorithm)) [algorithm, parameter] = ['rsa', algorithm];
  let size = bits;
  if (parameter) {
    if (/^\d+$/.test(parameter)) size = Number(parameter);
    else throw new Failure(`Cannot open parameter file ${parameter}\n`, queue.fopen(parameter, 'r', 'No such file or directory'));
  }
  if (algorithm.toLowerCase() === 'rsa' && size < 512) throw new Failure('Error setting keysize\n', ['error:1C8000AB:Provider routines:rsa_gen_set_params:key size too small:../providers/implementations/keymgmt/rsa_kmgmt.c:513:']);
  let key: PrivateKey;
  try {
    const spec = keySpec(algorithm, given.all('pkeyopt'), size);
    key = await makeKey(invocation, spec, !given.has('quiet'));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    if (error.kind === 'option') throw new Failure(`parameter error "${error.option}"\n`, error.queue);
    throw new Failure(error.kind === 'algorithm' ? 'Error allocating keygen context\n' : `Error generating ${algorithm.toUpperCase()} key\n`, error.queue);
  }
  const out = given.value('keyout') ?? config.get(section, 'default_keyfile');
  const plain = given.has('nodes', 'noenc') || config.get(section, 'encrypt_key') === 'no' || config.get(section, 'encrypt_rsa_key') === 'no';
  const cipher = plain ? undefined : cipherName(given.value('cipher') ?? 'aes-256-cbc');
  const kept = passout ?? (config.get(section, 'output_password') === undefined ? undefined : await passwordOf(invocation.process, `pass:${config.get(section, 'output_password') ?? ''}`));
  await writePrivateKey(invocation, key, { path: out, cipher, password: kept });
  await say(invocation, '-----\n');
  return key;
}

async function readRequestFile(invocation: Invocation, path: string | undefined): Promise<CertificateRequest> {
  const where = path ?? '<stdin>';
  const after = `error: unable to load X509 request from file '${where}'\n`;
  const bytes = await readFile(invocation, path, 'rb', after);
  return parseRequest(bytes, after, inputFormat(invocation));
}

/** Reads a request in PEM or DER, or only in the one that -inform says. Throws a Failure that ends with `after`, with -inform in words of its own. */
export function parseRequest(bytes: Uint8Array, after: string, format?: StoreFormat): CertificateRequest {
  const failure = (lines: readonly string[]): Failure => (format ? new Failure('', lines, 1, 'Unable to load X509 request\n') : new Failure('', lines, 1, after));
  const block = format === 'der' ? undefined : requestBlock(bytes);
  if (!block && format === 'pem') throw failure([`${queue.noStartLine}Expecting: CERTIFICATE REQUEST`]);
  try {
    return readRequest(block ?? bytes);
  } catch (error) {
    if (isPkiError(error)) throw failure(asn1Queue(bytes, 'X509_REQ'));
    throw error;
  }
}

function requestBlock(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return readPem(binaryOf(bytes)).find(({ label }) => label === 'CERTIFICATE REQUEST' || label === 'NEW CERTIFICATE REQUEST')?.bytes;
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

interface X509Parts {
  config: Config;
  section: string;
  extensionSection: string | undefined;
  added: Config | undefined;
  key: PrivateKey | undefined;
  request: CertificateRequest | undefined;
  subject: Name | undefined;
  md: ReturnType<typeof digestByName>;
  passin: Uint8Array | undefined;
}

async function makeX509(invocation: Invocation, parts: X509Parts): Promise<Certificate> {
  const { options: given, process } = invocation;
  const { config, key, request } = parts;
  let issuer: Certificate | undefined;
  let signer = key;
  if (given.has('CA')) {
    issuer = await loadCertificate(invocation, { path: given.value('CA'), what: 'issuer certificate' });
    signer = await loadPrivateKey(invocation, { path: given.value('CAkey') ?? given.value('CA'), what: `issuer private key from ${given.has('CAkey') ? '-CAkey' : '-CA'} arg`, password: parts.passin });
    if (!samePublicKey(signer, issuer.publicKey)) throw new Failure('Issuer CA certificate and key do not match\n', [queue.keyMismatch]);
    if (key) await say(invocation, 'Warning: Not using -key or -newkey for signing since -CA option is given\n');
  }
  if (!signer) throw new Failure('Need to give the private key using -key\n');
  const own = request?.publicKeyInfo.raw ?? encodePublicKey(publicKeyOf(key ?? signer));
  const subject = parts.subject ?? request?.subject ?? (await configuredSubject(invocation, config, parts.section, { batch: given.has('batch'), attributes: false })).subject;
  const now = Math.floor(process.clock.now() / 1000) * 1000;
  const notBefore = given.has('not_before') ? parseTime(given.value('not_before') ?? '', now) : now;
  const notAfter = given.has('not_after') ? parseTime(given.value('not_after') ?? '', now) : (notBefore ?? now) - (given.has('not_before') ? (notBefore ?? now) - now : 0) + (given.number('days') ?? 30) * 86_400_000;
  if (notBefore === undefined) throw new Failure('start date is invalid, it should be "today" or have format [CC]YYMMDDHHMMSSZ\n');
  if (notAfter === undefined) throw new Failure('end date is invalid, it should be "today" or have format [CC]YYMMDDHHMMSSZ\n');
  const copy = given.value('copy_extensions');
  const present: Extension[] = request && (copy === 'copy' || copy === 'copyall') ? [...request.extensions] : [];
  const serial = serialOption(given.value('set_serial'), invocation) ?? randomSerial(process.random);
  const issuerName = issuer?.subject ?? subject;
  const context: ExtensionContext = { config, publicKeyInfo: own, subject, ...(issuer ? { issuer } : {}), issuerName, serial, present };
  addExtensions(context, parts.extensionSection, parts.added);
  return signX509({ serial, subject, issuerName, notBefore, notAfter, publicKeyInfo: own, extensions: present, ...(given.has('x509v1') ? { version: 1 } : {}) }, signer, issuer, signatureOptions(invocation, signer, parts.md, given.all('sigopt')));
}

/** The number of -set_serial, decimal or with `0x`. */
export function serialOption(text: string | undefined, { name }: Invocation): bigint | undefined {
  if (text === undefined) return undefined;
  if (/^-?(0x[\da-f]+|\d+)$/i.test(text)) return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
  throw new Failure(`${name}: Use -help for summary.\n`, ['error:11000064:X509 V3 routines:s2i_ASN1_INTEGER:bn dec2bn error:../crypto/x509/v3_utl.c:233:']);
}

/** What is printed of what was made or read. */
class Outcome {
  readonly #invocation: Invocation;
  readonly #text: { format: NonNullable<ReturnType<typeof nameFormat>>; without: ReadonlySet<string> };

  constructor(invocation: Invocation, text: { format: NonNullable<ReturnType<typeof nameFormat>>; without: ReadonlySet<string> }) {
    this.#invocation = invocation;
    this.#text = text;
  }

  async request(request: CertificateRequest): Promise<number> {
    const { options: given } = this.#invocation;
    if (given.has('verify')) {
      const good = isSignedBy(request, request.publicKey);
      if (good) this.#invocation.tool.out.write('Certificate request self-signature verify OK\n');
      else await say(this.#invocation, 'Certificate request self-signature verify failure\n');
      if (!good) return 1;
    }
    const label = given.has('newhdr') ? 'NEW CERTIFICATE REQUEST' : 'CERTIFICATE REQUEST';
    return this.#write(request, given.has('text') ? requestText(request, this.#text) : '', label);
  }

  certificate(certificate: Certificate): Promise<number> {
    const { options: given } = this.#invocation;
    return this.#write(certificate, given.has('text') ? certificateText(certificate, this.#text) : '', 'CERTIFICATE');
  }

  async #write(made: Certificate | CertificateRequest, text: string, label: string): Promise<number> {
    const { options: given } = this.#invocation;
    const parts: string[] = [];
    if (given.has('pubkey')) parts.push(writePem('PUBLIC KEY', made.publicKeyInfo.raw));
    parts.push(text);
    if (given.has('subject')) parts.push(`subject=${this.#text.format.separator === 'lines' ? `\n    ${formatName(made.subject, this.#text.format, '    ')}` : formatName(made.subject, this.#text.format)}\n`);
    if (given.has('modulus')) {
      const key = made.publicKey;
      parts.push(`Modulus=${key.type === 'rsa' ? numberHex(key.n).replace(/^0(?=.)/, '') : 'Wrong Algorithm type'}\n`);
    }
    const der = /^d/i.test(given.value('outform') ?? '');
    if (!given.has('noout') && !der) parts.push(writePem(label, made.der));
    const out = given.value('out');
    if (!given.has('noout') && der) await writeOut(this.#invocation, out, made.der);
    else if (parts.join('') !== '' || out !== undefined) await writeOut(this.#invocation, out, parts.join(''));
    return 0;
  }
}
