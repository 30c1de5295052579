import { type DerNode, integerOf, namedBitsOf, oidOf, readDer, tags } from '../der/index.ts';
import { boolean, octetString, oid, sequence } from '../der/index.ts';
import { isPkiError } from '../error.ts';
import { type Name, nameOf } from './name.ts';

/** An extension of a certificate, request or list; `value` is what the OCTET STRING holds. */
export interface Extension {
  oid: string;
  critical: boolean;
  value: Uint8Array;
}

/** Object identifiers of extensions. */
export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14', keyUsage: '2.5.29.15', subjectAltName: '2.5.29.17', issuerAltName: '2.5.29.18', basicConstraints: '2.5.29.19', crlNumber: '2.5.29.20', reasonCode: '2.5.29.21', invalidityDate: '2.5.29.24', nameConstraints: '2.5.29.30', crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32', authorityKeyIdentifier: '2.5.29.35', extendedKeyUsage: '2.5.29.37', authorityInfoAccess: '1.3.6.1.5.5.7.1.1', tlsFeature: '1.3.6.1.5.5.7.1.24', netscapeCertType: '2.16.840.1.113730.1.1', netscapeComment: '2.16.840.1.113730.1.13',
} as const;

/** Bits of keyUsage, by X.509's names. */
export const keyUsageBits = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, dataEncipherment: 3, keyAgreement: 4, keyCertSign: 5, cRLSign: 6, encipherOnly: 7, decipherOnly: 8 } as const;

/** One bit of keyUsage. */
export type KeyUsage = keyof typeof keyUsageBits;

/** Reads SEQUENCE OF Extension. */
export function extensionsOf(node: DerNode): Extension[] {
  return node.expect(tags.sequence).children.map((each) => {
    const last = each.child(each.children.length - 1).expect(tags.octetString);
    const flag = each.children.length > 2 ? each.child(1) : undefined;
    return { oid: oidOf(each.child(0)), critical: flag?.is(tags.boolean) === true && flag.content[0] !== 0, value: last.content };
  });
}

/** Writes SEQUENCE OF Extension. */
export function encodeExtensions(extensions: readonly Extension[]): Uint8Array {
  return sequence(...extensions.map((each) => sequence(oid(each.oid), each.critical ? boolean(true) : undefined, octetString(each.value))));
}

/** A name of a subject: RFC 5280, 4.2.1.6. */
export type GeneralName =
  | { kind: 'dns' | 'email' | 'uri'; value: string }
  | { kind: 'ip'; bytes: Uint8Array }
  | { kind: 'directory'; name: Name }
  | { kind: 'rid'; oid: string }
  | { kind: 'other'; oid: string; value: DerNode | undefined }
  | { kind: 'x400' | 'ediParty' };

/** Reads one GeneralName. */
export function generalNameOf(node: DerNode): GeneralName {
  const text = (): string => Array.from(node.content, (byte) => String.fromCharCode(byte)).join('');
  switch (node.tag) {
    case 0: return { kind: 'other', oid: oidOf(node.child(0)), value: node.children[1]?.children[0] };
    case 1: return { kind: 'email', value: text() };
    case 2: return { kind: 'dns', value: text() };
    case 3: return { kind: 'x400' };
    case 4: return { kind: 'directory', name: nameOf(node.child(0)) };
    case 5: return { kind: 'ediParty' };
    case 6: return { kind: 'uri', value: text() };
    case 7: return { kind: 'ip', bytes: node.content };
    default: return { kind: 'rid', oid: oidOfContent(node) };
  }
}

function oidOfContent(node: DerNode): string {
  return oidOf(readDer(Uint8Array.of(tags.oid, node.content.length, ...node.content)));
}

/** The value of the extension with this object identifier. */
export function findExtension(extensions: readonly Extension[], dotted: string): Extension | undefined {
  return extensions.find((each) => each.oid === dotted);
}

function valueOf(extensions: readonly Extension[], dotted: string): DerNode | undefined {
  const found = findExtension(extensions, dotted);
  if (!found) return undefined;
  try {
    return readDer(found.value);
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** basicConstraints; undefined when absent. */
export function basicConstraintsOf(extensions: readonly Extension[]): { ca: boolean; pathLength: number | undefined } | undefined {
  const node = valueOf(extensions, extensionOids.basicConstraints);
  if (!node) return undefined;
  const [first, second] = node.children;
  const ca = first?.is(tags.boolean) === true && first.content[0] !== 0;
  const length = first?.is(tags.integer) ? first : second;
  return { ca, pathLength: length ? Number(integerOf(length)) : undefined };
}

/** keyUsage; undefined when absent, which allows all. */
export function keyUsageOf(extensions: readonly Extension[]): ReadonlySet<KeyUsage> | undefined {
  const node = valueOf(extensions, extensionOids.keyUsage);
  if (!node) return undefined;
  const bits = namedBitsOf(node);
  return new Set((Object.keys(keyUsageBits) as KeyUsage[]).filter((usage) => bits.includes(keyUsageBits[usage])));
}

/** Object identifiers of extendedKeyUsage; undefined when absent, which allows all. */
export function extendedKeyUsageOf(extensions: readonly Extension[]): readonly string[] | undefined {
  return valueOf(extensions, extensionOids.extendedKeyUsage)?.children.map(oidOf);
}

/** subjectAltName; empty when absent. */
export function subjectAltNamesOf(extensions: readonly Extension[]): readonly GeneralName[] {
  return valueOf(extensions, extensionOids.subjectAltName)?.children.map(generalNameOf) ?? [];
}

/** subjectKeyIdentifier. */
export function subjectKeyIdentifierOf(extensions: readonly Extension[]): Uint8Array | undefined {
  return valueOf(extensions, extensionOids.subjectKeyIdentifier)?.content;
}

/** authorityKeyIdentifier: what of it is there. */
export function authorityKeyIdentifierOf(extensions: readonly Extension[]): { keyId: Uint8Array | undefined; issuer: readonly GeneralName[]; serial: bigint | undefined } | undefined {
  const node = valueOf(extensions, extensionOids.authorityKeyIdentifier);
  if (!node) return undefined;
  const serial = node.context(2);
  return { keyId: node.context(0)?.content, issuer: node.context(1)?.children.map(generalNameOf) ?? [], serial: serial && integerOf(serial) };
}
