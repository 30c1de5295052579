import { isSystemError } from '../../../kernel/uapi/index.ts';
import {
  type Certificate, type CertificateRequest, crlNumber, isSignedBy, makeName, makeRevocationList, type Name, type PrivateKey, reasonExtension, revocationReasons, type RevokedCertificate, samePublicKey, writePem,
} from '../../../pki/index.ts';
import { reason } from '../../program/index.ts';
import { CaDatabase, longTime, shortTime } from '../ca-database.ts';
import { type Command, type Invocation, say } from '../command.ts';
import type { Config } from '../config/config.ts';
import { addSection } from '../config/extension.ts';
import type { ExtensionContext } from '../config/extension-context.ts';
import { ValueError } from '../config/general-name.ts';
import { defaultConfigPath, loadConfig } from '../config/load.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { loadCertificate, loadPrivateKey } from '../load.ts';
import { randomSerial, signX509 } from '../make-x509.ts';
import { longName, oidByName } from '../objects.ts';
import { options } from '../options/ca.ts';
import { passwordOf, readLine } from '../password.ts';
import { certificateText } from '../print/certificate.ts';
import { extensionsText } from '../print/extension.ts';
import { numberHex } from '../print/hex.ts';
import { compatName, defaultNameFormat } from '../print/name.ts';
import { parseTime, printTime } from '../print/time.ts';
import { digestByName, signatureOptions } from '../sign-options.ts';
import { parseSubject } from '../subject-option.ts';
import { parseRequest } from './req.ts';

interface Authority {
  config: Config;
  section: string;
  database: CaDatabase;
  key: PrivateKey;
  certificate: Certificate | undefined;
}

/** openssl-ca(1). */
export const ca: Command = {
  options,
  async run(invocation) {
    const { options: given, process } = invocation;
    const path = given.value('config') ?? process.env.OPENSSL_CONF ?? defaultConfigPath;
    if (!given.has('quiet')) await say(invocation, `Using configuration from ${path}\n`);
    const config = await loadConfig(invocation, path);
    const section = given.value('name', 'section') ?? config.get('ca', 'default_ca');
    if (section === undefined) throw new Failure('variable lookup failed for ca::default_ca\n');
    if (given.has('status', 'updatedb')) return status(invocation, openDatabase(invocation, config, section));
    const authority = await openAuthority(invocation, config, section);
    if (given.has('gencrl')) return generateList(invocation, authority);
    if (given.has('revoke')) return revoke(invocation, authority);
    return signRequests(invocation, authority);
  },
};

function setting(config: Config, section: string, name: string): string {
  const value = config.get(section, name);
  if (value === undefined) throw new Failure(`variable lookup failed for ${section}::${name}\n`);
  return value;
}

function openDatabase({ process }: Invocation, config: Config, section: string): CaDatabase {
  const path = setting(config, section, 'database');
  try {
    return new CaDatabase(process, path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure('', queue.fopen(path, 'r', reason(error)));
  }
}

async function openAuthority(invocation: Invocation, config: Config, section: string): Promise<Authority> {
  const { options: given, process } = invocation;
  const password = await passwordOf(process, given.value('passin') ?? (given.has('key') ? `pass:${given.value('key') ?? ''}` : undefined));
  const key = await loadPrivateKey(invocation, { path: given.value('keyfile') ?? setting(config, section, 'private_key'), what: 'CA private key', password });
  let certificate: Certificate | undefined;
  if (!given.has('selfsign')) {
    certificate = await loadCertificate(invocation, { path: given.value('cert') ?? setting(config, section, 'certificate'), what: 'CA certificate' });
    if (!samePublicKey(certificate.publicKey, key)) throw new Failure('CA certificate and CA private key do not match\n', [queue.keyMismatch]);
  }
  if (!given.has('gencrl', 'revoke')) checkFolder(invocation, config, section);
  return { config, section, database: openDatabase(invocation, config, section), key, certificate };
}

/** Where new certificates go. */
function checkFolder({ options: given, process }: Invocation, config: Config, section: string): string {
  const folder = given.value('outdir') ?? setting(config, section, 'new_certs_dir');
  if (!process.exists(folder)) throw new Failure(`ca: ${folder} is not a directory\n${folder}: No such file or directory\n`);
  return folder;
}

async function status(invocation: Invocation, database: CaDatabase): Promise<number> {
  const { options: given } = invocation;
  const serial = given.value('status');
  if (serial === undefined) return 0;
  const even = serial.length % 2 ? `0${serial}` : serial;
  const entry = database.entries.find((each) => each.serial === even.toUpperCase());
  if (!entry) {
    await say(invocation, `Serial ${even.toUpperCase()} not present in db.\nError verifying serial ${serial}!\n`);
    return 1;
  }
  await say(invocation, `${even.toUpperCase()}=${{ V: 'Valid (V)', R: 'Revoked (R)', E: 'Expired (E)' }[entry.status]}\n`);
  return 1;
}

function readNumber({ process }: Invocation, path: string, what: string): bigint {
  try {
    return BigInt(`0x${process.readTextFile(path).trim()}`);
  } catch (error) {
    if (!isSystemError(error)) throw new Failure(`unable to load number from ${path}\nerror while loading ${what}\n`);
    throw new Failure(`${path}: ${reason(error)}\n`, queue.fopen(path, 'r', reason(error)), 1, `error while loading ${what}\n`);
  }
}

function writeNumber({ process }: Invocation, path: string, value: bigint): void {
  process.writeFile(`${path}.old`, process.readTextFile(path));
  process.writeFile(path, `${numberHex(value)}\n`);
}

async function revoke(invocation: Invocation, { database }: Authority): Promise<number> {
  const { options: given, process } = invocation;
  const certificate = await loadCertificate(invocation, { path: given.value('revoke'), what: 'certificate to be revoked' });
  const word = given.value('crl_reason');
  const code = word === undefined ? -1 : revocationReasons.findIndex((each) => each?.toLowerCase() === word.toLowerCase());
  if (word !== undefined && code < 0) throw new Failure(`Unknown CRL reason ${word}\n`);
  let entry = database.bySerial(certificate.serial);
  if (!entry) {
    await say(invocation, `Adding Entry with serial number ${numberHex(certificate.serial)} to DB for ${compatName(certificate.subject)}\n`);
    database.add(certificate.serial, certificate.subject, certificate.notAfter);
    entry = database.entries.at(-1);
  } else if (entry.status === 'R') throw new Failure(`ERROR:Already revoked, serial number ${entry.serial}\n`);
  if (!entry) return 1;
  await say(invocation, `Revoking Certificate ${entry.serial}.\n`);
  entry.status = 'R';
  entry.revoked = `${shortTime(process.clock.now())}${code < 0 ? '' : `,${revocationReasons[code] ?? ''}`}`;
  database.save();
  await say(invocation, 'Database updated\n');
  return 0;
}

async function generateList(invocation: Invocation, { config, section, database, key, certificate }: Authority): Promise<number> {
  const { options: given, process } = invocation;
  const numberFile = config.get(section, 'crlnumber');
  const number = numberFile === undefined ? undefined : readNumber(invocation, numberFile, 'CRL number');
  const now = Math.floor(process.clock.now() / 1000) * 1000;
  const day = 86_400_000;
  const asked = (given.number('crldays') ?? 0) * day + (given.number('crlhours') ?? 0) * 3_600_000 + (given.number('crlsec') ?? 0) * 1000;
  const span = asked || Number(config.get(section, 'default_crl_days') ?? 0) * day + Number(config.get(section, 'default_crl_hours') ?? 0) * 3_600_000;
  if (span === 0) throw new Failure('cannot lookup how long until the next CRL is issued\n');
  const revoked = database.entries.filter((each) => each.status === 'R').map((each): RevokedCertificate => {
    const [time = '', word] = each.revoked.split(',');
    const code = word === undefined ? -1 : revocationReasons.indexOf(word);
    return { serial: BigInt(`0x${each.serial}`), date: longTime(time), extensions: code < 0 ? [] : [reasonExtension(code)] };
  }).toSorted((a, b) => (a.serial < b.serial ? -1 : 1));
  const md = digestByName(given.value('md') ?? config.get(section, 'default_md') ?? 'default') ?? 'sha256';
  const list = await makeRevocationList({ issuer: certificate?.subject ?? makeName([]), thisUpdate: now, nextUpdate: now + span, revoked, extensions: number === undefined ? [] : [crlNumber(number)] }, key, signatureOptions(invocation, key, md, given.all('sigopt')));
  if (numberFile !== undefined && number !== undefined) writeNumber(invocation, numberFile, number + 1n);
  await writeOut(invocation, given.value('out'), writePem('X509 CRL', list.der));
  return 0;
}

async function signRequests(invocation: Invocation, authority: Authority): Promise<number> {
  const { options: given, process, tool } = invocation;
  const { config, section, database } = authority;
  if (given.has('enddate', 'not_after') && (given.has('days') || config.get(section, 'default_days') !== undefined)) await say(invocation, 'Warning: -enddate or -not_after option overriding -days option\n');
  const paths = [...(given.has('in') ? [given.value('in') ?? ''] : []), ...given.rest];
  const serialFile = given.has('rand_serial') ? undefined : config.get(section, 'serial') ?? setting(config, section, 'serial');
  let serial = serialFile === undefined ? randomSerial(process.random) : process.exists(serialFile) || !given.has('create_serial') ? readNumber(invocation, serialFile, 'serial number') : randomSerial(process.random);
  if (serialFile !== undefined && !process.exists(serialFile)) process.writeFile(serialFile, `${numberHex(serial)}\n`);
  const folder = checkFolder(invocation, config, section);
  const made: Certificate[] = [];
  for (const path of paths) {
    const certificate = await certify(invocation, authority, path, serial);
    if (!certificate) continue;
    made.push(certificate);
    database.add(serial, certificate.subject, certificate.notAfter);
    serial++;
  }
  if (made.length > 0) {
    if (!given.has('batch')) {
      await say(invocation, `\n${made.length} out of ${paths.length} certificate requests certified, commit? [y/n]`);
      const answer = (await readLine(process, 0)) ?? '';
      if (!/^y/i.test(answer)) {
        await say(invocation, 'CERTIFICATION CANCELED\n');
        return 0;
      }
    }
    await say(invocation, `${given.has('batch') ? '\n' : ''}Write out database with ${made.length} new entries\n`);
    if (serialFile !== undefined) writeNumber(invocation, serialFile, serial);
    for (const certificate of made) {
      const text = (given.has('notext') ? '' : certificateText(certificate, { format: defaultNameFormat, without: new Set() })) + writePem('CERTIFICATE', certificate.der);
      process.writeFile(`${folder}/${numberHex(certificate.serial)}.pem`, text);
      if (given.value('out') === undefined) tool.out.write(text);
      else await writeOut(invocation, given.value('out'), text);
    }
    database.save();
    await say(invocation, 'Database updated\n');
  }
  return 0;
}

async function certify(invocation: Invocation, authority: Authority, path: string, serial: bigint): Promise<Certificate | undefined> {
  const { options: given, process } = invocation;
  const { config, section, database, key } = authority;
  const after = `error: unable to load certificate request from file '${path}'\n`;
  const request = parseRequest(await readFile(invocation, path, 'rb', after), after);
  await say(invocation, 'Check that the request matches the signature\n');
  if (!isSignedBy(request, request.publicKey)) throw new Failure('Signature did not match the certificate request\n');
  await say(invocation, 'Signature ok\n');
  const asked = given.has('subj') ? await parseSubject(invocation, given.value('subj') ?? '') : request.subject;
  const subject = applyPolicy(config, given.value('policy') ?? setting(config, section, 'policy'), asked, authority.certificate, given.has('preserveDN') || config.get(section, 'preserve') === 'yes');
  const now = Math.floor(process.clock.now() / 1000) * 1000;
  const notBefore = parseTime(given.value('startdate', 'not_before') ?? 'today', now);
  const days = given.number('days') ?? Number(config.get(section, 'default_days') ?? 0);
  const end = given.value('enddate', 'not_after');
  if (end === undefined && days === 0) throw new Failure('cannot lookup how many days to certify for\n');
  const notAfter = end === undefined ? now + days * 86_400_000 : parseTime(end, now);
  if (notBefore === undefined || notAfter === undefined) throw new Failure('start date is invalid, it should be YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ\n');
  const extensions = extensionsFor(invocation, authority, request, subject, serial, given.has('extfile') ? await loadConfig(invocation, given.value('extfile') ?? '') : config);
  if (database.uniqueSubject && database.entries.some((each) => each.status === 'V' && each.subject === compatName(subject))) {
    const old = database.entries.find((each) => each.status === 'V' && each.subject === compatName(subject));
    throw new Failure(`ERROR:There is already a certificate for ${compatName(subject)}\nThe matching entry has the following details\nType          :Valid\nExpires on    :${old?.expires ?? ''}\nSerial Number :${old?.serial ?? ''}\nFile name     :${old?.file ?? ''}\nSubject Name  :${old?.subject ?? ''}\n`);
  }
  const md = digestByName(given.value('md') ?? config.get(section, 'default_md') ?? 'default') ?? 'sha256';
  await say(invocation, details({ serial, subject, notBefore, notAfter, extensions }));
  await say(invocation, `Certificate is to be certified until ${printTime(notAfter)} (${Math.floor((notAfter - now) / 86_400_000)} days)\n`);
  const certificate = await signX509({ serial, subject, issuerName: authority.certificate?.subject ?? subject, notBefore, notAfter, publicKeyInfo: request.publicKeyInfo.raw, extensions }, key, authority.certificate, signatureOptions(invocation, key, md, given.all('sigopt')));
  if (!given.has('batch')) {
    await say(invocation, 'Sign the certificate? [y/n]:');
    const answer = (await readLine(process, 0)) ?? '';
    if (!/^y/i.test(answer)) {
      await say(invocation, 'CERTIFICATE WILL NOT BE CERTIFIED\n');
      return undefined;
    }
    await say(invocation, '\n');
  }
  return certificate;
}

function details(certificate: Pick<Certificate, 'serial' | 'subject' | 'notBefore' | 'notAfter' | 'extensions'>): string {
  const names = certificate.subject.rdns.flat().map(({ type, value }) => `            ${longName(type).padEnd(25)} = ${value}\n`).join('');
  const serial = certificate.serial <= 0x7fffffffffffffffn ? ` ${certificate.serial} (0x${certificate.serial.toString(16)})\n` : `\n            ${(numberHex(certificate.serial).toLowerCase().match(/../g) ?? []).join(':')}\n`;
  return `Certificate Details:\n        Serial Number:${serial}        Validity\n            Not Before: ${printTime(certificate.notBefore)}\n            Not After : ${printTime(certificate.notAfter)}\n        Subject:\n${names}${certificate.extensions.length > 0 ? `        X509v3 extensions:\n${extensionsText(certificate.extensions, 12)}` : ''}`;
}

function extensionsFor(invocation: Invocation, authority: Authority, request: CertificateRequest, subject: Name, serial: bigint, config: Config): ExtensionContext['present'] {
  const { options: given } = invocation;
  const section = given.value('extensions') ?? (given.has('extfile') ? config.get('default', 'extensions') ?? 'default' : authority.config.get(authority.section, 'x509_extensions'));
  const context: ExtensionContext = { config, publicKeyInfo: request.publicKeyInfo.raw, subject, ...(authority.certificate ? { issuer: authority.certificate } : {}), issuerName: authority.certificate?.subject ?? subject, serial, present: [] };
  if (section !== undefined) {
    if (!config.has(section)) throw new Failure(`Error checking extension section ${section}\n`);
    try {
      addSection(section, context);
    } catch (error) {
      if (error instanceof ValueError) throw new Failure(`Error checking extension section ${section}\n`, error.queue);
      throw error;
    }
  }
  const copy = authority.config.get(authority.section, 'copy_extensions');
  if (copy === 'copy' || copy === 'copyall') for (const each of request.extensions) if (!context.present.some(({ oid }) => oid === each.oid)) context.present.push(each);
  return context.present;
}

/** The name that a policy makes of what was asked for. */
function applyPolicy(config: Config, policy: string, asked: Name, issuer: Certificate | undefined, preserve: boolean): Name {
  const rules = config.section(policy);
  if (!rules) throw new Failure(`unable to find '${policy}' in config\n`);
  const given = asked.rdns.flat();
  const kept: { type: string; tag: number; value: string }[] = [];
  for (const [name, rule] of rules) {
    const type = oidByName(name);
    if (type === undefined) throw new Failure(`${name}:unknown object type in 'policy' configuration\n`);
    const found = given.filter((each) => each.type === type);
    if (rule === 'supplied' && found.length === 0) throw new Failure(`The ${name} field needed to be supplied and was missing\n`);
    if (rule === 'match') {
      if (found.length === 0) throw new Failure(`The mandatory ${name} field was missing\n`);
      const own = issuer?.subject.rdns.flat().find((each) => each.type === type);
      if (!own) throw new Failure(`The ${name} field does not exist in the CA certificate,\nthe 'policy' is misconfigured\n`);
      if (own.value !== found[0]?.value) throw new Failure(`The ${name} field is different between\nCA certificate (${own.value}) and the request (${found[0]?.value ?? ''})\n`);
    }
    kept.push(...found.map(({ type: kind, tag, value }) => ({ type: kind, tag, value })));
  }
  return preserve ? asked : makeName(kept.map((each) => [each]));
}
