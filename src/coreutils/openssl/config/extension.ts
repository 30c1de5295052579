import {
  boolean, explicit, type Extension, extensionOids, implicit, integer, keyIdentifier, keyUsageBits, namedBits, octetString, oid, readDer, sequence, string, findExtension, subjectKeyIdentifierOf, tags,
} from '../../../pki/index.ts';
import { oidByName } from '../objects.ts';
import type { ExtensionContext } from './extension-context.ts';
import { generalName, generalNames, ValueError } from './general-name.ts';
import { generate } from './generate-der.ts';
import { parseList } from './values.ts';

/** A list that says nothing, or a section that is not there. */
class EmptyList extends Error {}

type Maker = (value: string, context: ExtensionContext) => Uint8Array | undefined;

/** What stands in a list, or in the section that `@name` names. */
function listOf(value: string, { config }: ExtensionContext): { name: string; value: string | undefined }[] {
  if (value.trim() === '') throw new EmptyList('error:1100006C:X509 V3 routines:X509V3_parse_list:invalid empty name:../crypto/x509/v3_utl.c:388:');
  if (!value.startsWith('@')) return parseList(value);
  const section = config?.section(value.slice(1));
  if (!section) throw new EmptyList();
  return section.map(([name, each]) => ({ name, value: each }));
}

function truth(name: string, value: string | undefined): boolean {
  if (value !== undefined && /^(TRUE|true|Y|y|YES|yes)$/.test(value)) return true;
  if (value !== undefined && /^(FALSE|false|N|n|NO|no)$/.test(value)) return false;
  throw new ValueError([`error:11000068:X509 V3 routines:X509V3_get_value_bool:invalid boolean string:../crypto/x509/v3_utl.c:291:name=${name}, value=${value ?? '(null)'}`]);
}

function whole(name: string, value: string | undefined): bigint {
  if (value !== undefined && /^-?(0x[\da-f]+|\d+)$/i.test(value)) return value.startsWith('-') ? -BigInt(value.slice(1)) : BigInt(value);
  throw new ValueError([`error:11000064:X509 V3 routines:s2i_ASN1_INTEGER:bn dec2bn error:../crypto/x509/v3_utl.c:233:name=${name}, value=${value ?? '(null)'}`]);
}

const usageNames: Record<string, number> = {
  ...keyUsageBits, 'Digital Signature': 0, 'Non Repudiation': 1, 'Key Encipherment': 2, 'Data Encipherment': 3, 'Key Agreement': 4, 'Certificate Sign': 5, 'CRL Sign': 6, 'Encipher Only': 7, 'Decipher Only': 8,
};
const netscapeNames: Record<string, number> = { client: 0, server: 1, email: 2, objsign: 3, reserved: 4, sslCA: 5, emailCA: 6, objCA: 7 };

function bits(names: Record<string, number>): Maker {
  return (value, context) => namedBits(listOf(value, context).map(({ name }) => {
    const bit = names[name];
    if (bit === undefined) throw new ValueError([`error:1100006F:X509 V3 routines:v2i_ASN1_BIT_STRING:unknown bit string argument:../crypto/x509/v3_bitst.c:82:${name}`]);
    return bit;
  }));
}

const makers: Record<string, Maker> = {
  basicConstraints: (value, context) => {
    let ca = false;
    let length: bigint | undefined;
    for (const each of listOf(value, context)) {
      if (each.name === 'CA') ca = truth('CA', each.value);
      else if (each.name === 'pathlen') length = whole('pathlen', each.value);
      else throw new ValueError([`error:1100006A:X509 V3 routines:v2i_BASIC_CONSTRAINTS:invalid name:../crypto/x509/v3_bcons.c:76:name=${each.name}${each.value === undefined ? '' : `, value=${each.value}`}`]);
    }
    return sequence(ca ? boolean(true) : undefined, length === undefined ? undefined : integer(length));
  },
  keyUsage: bits(usageNames),
  nsCertType: bits(netscapeNames),
  extendedKeyUsage: (value, context) => sequence(...listOf(value, context).map(({ name, value: given }) => {
    const found = oidByName(given ?? name);
    if (found === undefined) throw new ValueError(['error:04000067:object identifier routines:OBJ_txt2obj:unknown object name:../crypto/objects/obj_dat.c:435:', `error:1100006E:X509 V3 routines:v2i_EXTENDED_KEY_USAGE:invalid object identifier:../crypto/x509/v3_extku.c:118:${given ?? name}`]);
    return oid(found);
  })),
  subjectKeyIdentifier: (value, { publicKeyInfo }) => {
    if (value === 'none') return octetString(new Uint8Array(0));
    if (value === 'hash') return octetString(publicKeyInfo ? keyIdentifier(publicKeyInfo) : new Uint8Array(20));
    return octetString(hexBytes(value));
  },
  authorityKeyIdentifier: authorityKeyIdentifier,
  subjectAltName: (value, context) => generalNames(listOf(value, context), context),
  issuerAltName: (value, context) => {
    if (value === 'issuer:copy') {
      const names = context.issuer ? findExtension(context.issuer.extensions, extensionOids.subjectAltName) : findExtension(context.present, extensionOids.subjectAltName);
      return names?.value;
    }
    return generalNames(listOf(value, context), context);
  },
  crlDistributionPoints: (value, context) => sequence(...value.split(',').map((each) => each.trim()).map((each) => {
    const section = each.includes(':') ? undefined : context.config?.section(each.replace(/^@/, ''));
    if (!section) {
      const [name = ''] = parseList(each);
      return sequence(explicit(0, implicit(0, generalName(name || { name: '', value: undefined }, context), true)));
    }
    const full = section.find(([name]) => name === 'fullname')?.[1];
    const issuer = section.find(([name]) => name === 'CRLissuer')?.[1];
    return sequence(full === undefined ? undefined : explicit(0, implicit(0, contentOf(generalNames(parseList(full), context)), true)), issuer === undefined ? undefined : implicit(2, contentOf(generalNames(parseList(issuer), context)), true));
  })),
  authorityInfoAccess: (value, context) => sequence(...listOf(value, context).map((each) => {
    const semicolon = each.name.indexOf(';');
    const access = oidByName(each.name.slice(0, semicolon));
    if (semicolon < 0) throw new ValueError(['error:1100008F:X509 V3 routines:v2i_AUTHORITY_INFO_ACCESS:invalid syntax:../crypto/x509/v3_info.c:126:']);
    if (access === undefined) throw new ValueError(['error:04000067:object identifier routines:OBJ_txt2obj:unknown object name:../crypto/objects/obj_dat.c:435:', `error:11000077:X509 V3 routines:v2i_AUTHORITY_INFO_ACCESS:bad object:../crypto/x509/v3_info.c:142:value=${each.name.slice(0, semicolon)}`]);
    return sequence(oid(access), generalName({ name: each.name.slice(semicolon + 1), value: each.value }, context));
  })),
  certificatePolicies: (value, context) => sequence(...value.split(',').map((each) => policy(each.trim(), context))),
  nameConstraints: (value, context) => {
    const trees = (label: string): Uint8Array[] => listOf(value, context).filter(({ name }) => name.startsWith(`${label};`)).map((each) => sequence(generalName({ name: each.name.slice(label.length + 1), value: each.value }, context, true)));
    const [permitted, excluded] = [trees('permitted'), trees('excluded')];
    return sequence(permitted.length > 0 ? explicit(0, ...permitted) : undefined, excluded.length > 0 ? explicit(1, ...excluded) : undefined);
  },
  tlsfeature: (value, context) => sequence(...listOf(value, context).map(({ name }) => integer(name === 'status_request' ? 5 : name === 'status_request_v2' ? 17 : whole('tlsfeature', name)))),
  policyConstraints: (value, context) => {
    const part = (label: string, tag: number): Uint8Array | undefined => {
      const found = listOf(value, context).find(({ name }) => name === label);
      return found && implicit(tag, contentOf(integer(whole(label, found.value))));
    };
    return sequence(part('requireExplicitPolicy', 0), part('inhibitPolicyMapping', 1));
  },
  inhibitAnyPolicy: (value) => integer(whole('inhibitAnyPolicy', value)),
  noCheck: () => Uint8Array.of(5, 0),
};
for (const name of ['nsComment', 'nsBaseUrl', 'nsRevocationUrl', 'nsCaRevocationUrl', 'nsRenewalUrl', 'nsCaPolicyUrl', 'nsSslServerName']) makers[name] = (value) => string(tags.ia5String, value);

function contentOf(element: Uint8Array): Uint8Array {
  return readDer(element).content;
}

function hexBytes(text: string): Uint8Array {
  const digits = text.replaceAll(':', '');
  if (!/^([\da-f]{2})+$/i.test(digits)) throw new ValueError(['error:0780007C:common libcrypto routines:hexstr2buf_sep:illegal hex digit:../crypto/o_str.c:170:']);
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function authorityKeyIdentifier(value: string, context: ExtensionContext): Uint8Array | undefined {
  if (value === 'none') return sequence();
  const list = parseList(value);
  const wanted = (name: string): 'always' | 'yes' | undefined => {
    const found = list.find((each) => each.name === name);
    return found && (found.value === 'always' ? 'always' : 'yes');
  };
  const unknown = list.find(({ name }) => name !== 'keyid' && name !== 'issuer');
  if (unknown) throw new ValueError([`error:110000AC:X509 V3 routines:v2i_AUTHORITY_KEYID:unknown value:../crypto/x509/v3_akid.c:142:name=${unknown.name}`]);
  if (context.request) throw new ValueError(['error:11000079:X509 V3 routines:v2i_AUTHORITY_KEYID:no issuer certificate:../crypto/x509/v3_akid.c:156:']);
  if (!context.publicKeyInfo) return sequence();
  const self = !context.issuer;
  const own = context.present.find((each) => each.oid === extensionOids.subjectKeyIdentifier);
  const keyId = context.issuer ? subjectKeyIdentifierOf(context.issuer.extensions) : own ? contentOf(own.value) : keyIdentifier(context.publicKeyInfo);
  // A certificate that another key signs for the same name is no certificate of itself.
  const keyid = wanted('keyid') === undefined ? undefined : keyId;
  if (wanted('keyid') === 'always' && !keyid) throw new ValueError(['error:1100007B:X509 V3 routines:v2i_AUTHORITY_KEYID:unable to get issuer keyid:../crypto/x509/v3_akid.c:209:']);
  const named = wanted('issuer') === 'always' || (wanted('issuer') === 'yes' && !keyid);
  const name = context.issuer?.issuer ?? context.issuerName ?? context.subject;
  const serial = context.issuer?.serial ?? context.serial;
  if (!keyid && !named) return undefined;
  return sequence(keyid ? implicit(0, keyid) : undefined, named && name ? implicit(1, explicit(4, name.der), true) : undefined, named && serial !== undefined && (!self || context.serial !== undefined) ? implicit(2, contentOf(integer(serial))) : undefined);
}

function policy(text: string, context: ExtensionContext): Uint8Array {
  if (text.startsWith('@')) {
    const section = context.config?.section(text.slice(1)) ?? [];
    const value = (name: string): string | undefined => section.find(([key]) => key === name)?.[1];
    const qualifiers = section.flatMap(([name, each]) => {
      if (name.startsWith('CPS')) return [sequence(oid('1.3.6.1.5.5.7.2.1'), string(tags.ia5String, each))];
      if (!name.startsWith('userNotice')) return [];
      const notice = context.config?.section(each.replace(/^@/, '')) ?? [];
      const part = (key: string): string | undefined => notice.find(([other]) => other === key)?.[1];
      const [organization, numbers, explicitText] = [part('organization'), part('noticeNumbers'), part('explicitText')];
      return [sequence(oid('1.3.6.1.5.5.7.2.2'), sequence(organization === undefined ? undefined : sequence(string(tags.visibleString, organization), sequence(...(numbers ?? '').split(',').filter(Boolean).map((each) => integer(Number(each))))), explicitText === undefined ? undefined : string(tags.visibleString, explicitText)))];
    });
    return sequence(oid(oidByName(value('policyIdentifier') ?? '') ?? '2.5.29.32.0'), qualifiers.length > 0 ? sequence(...qualifiers) : undefined);
  }
  const found = oidByName(text);
  if (found === undefined) throw new ValueError(['error:04000067:object identifier routines:OBJ_txt2obj:unknown object name:../crypto/objects/obj_dat.c:435:', `error:1100006E:X509 V3 routines:r2i_certpol:invalid object identifier:../crypto/x509/v3_cpols.c:138:${text}`]);
  return sequence(oid(found));
}

/** Makes one extension of a line of configuration. Undefined: it asks for nothing. Throws a ValueError with the queue's lines. */
export function makeExtension(section: string, name: string, given: string, context: ExtensionContext): Extension | undefined {
  let value = given;
  const critical = /^critical\s*,\s*/.exec(value);
  if (critical) value = value.slice(critical[0].length);
  const trace = `error:11000080:X509 V3 routines:X509V3_EXT_nconf_int:error in extension:../crypto/x509/v3_conf.c:48:section=${section}, name=${name}, value=${critical ? value : given}`;
  const dotted = oidByName(name);
  try {
    const raw = /^(DER|ASN1):(.*)$/.exec(value);
    if (raw && dotted !== undefined) return { oid: dotted, critical: critical !== null, value: raw[1] === 'DER' ? hexBytes((raw[2] ?? '').trim()) : generate(raw[2] ?? '', context.config) };
    const make = makers[name];
    if (dotted === undefined) throw new ValueError(['error:11000082:X509 V3 routines:do_ext_nconf:unknown extension name:../crypto/x509/v3_conf.c:101:']);
    if (!make) throw new ValueError([`error:11000081:X509 V3 routines:do_ext_nconf:unknown extension:../crypto/x509/v3_conf.c:107:name=${name}`]);
    const made = make(value, context);
    return made && { oid: dotted, critical: critical !== null, value: made };
  } catch (error) {
    if (error instanceof EmptyList) throw new ValueError([...(error.message === '' ? [] : [error.message]), `error:11000069:X509 V3 routines:do_ext_nconf:invalid extension string:../crypto/x509/v3_conf.c:115:name=${name},section=${value}`, trace]);
    if (error instanceof ValueError) throw new ValueError([...error.queue, trace]);
    throw error;
  }
}

/** Adds the extensions of a section; one that is there already is replaced. Throws a ValueError. */
export function addSection(section: string, context: ExtensionContext): void {
  for (const [name, value] of context.config?.section(section) ?? []) {
    const extension = makeExtension(section, name, value, context);
    if (!extension) continue;
    const place = context.present.findIndex((each) => each.oid === extension.oid);
    if (place >= 0) context.present[place] = extension;
    else context.present.push(extension);
  }
}

