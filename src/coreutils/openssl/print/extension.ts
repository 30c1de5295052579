import { authorityKeyIdentifierOf, basicConstraintsOf, type DerNode, type Extension, extensionOids, type GeneralName, generalNameOf, integerOf, isPkiError, namedBitsOf, oidOf, readDer, tags, textOfString } from '../../../pki/index.ts';
import { formatAddress } from '../address.ts';
import { longName } from '../objects.ts';
import { colonHex, numberHex, printableText } from './hex.ts';
import { compatName } from './name.ts';

/** A name of a subject, as it stands in a list: `DNS:x.test`. */
export function generalNameText(name: GeneralName, inTree = false): string {
  switch (name.kind) {
    case 'dns': return `DNS:${name.value}`;
    case 'email': return `email:${name.value}`;
    case 'uri': return `URI:${name.value}`;
    case 'ip': return inTree ? `IP:${formatAddress(name.bytes.subarray(0, name.bytes.length / 2))}/${formatAddress(name.bytes.subarray(name.bytes.length / 2))}` : `IP Address:${formatAddress(name.bytes)}`;
    case 'directory': return `DirName:${compatName(name.name, false)}`;
    case 'rid': return `Registered ID:${longName(name.oid)}`;
    case 'other': return `othername: ${longName(name.oid)}:${name.value && [tags.utf8String, tags.ia5String, tags.printableString].some((tag) => name.value?.is(tag)) ? textOfString(name.value) : '<unsupported>'}`;
    case 'x400': return 'X400Name:<unsupported>';
    case 'ediParty': return 'EdiPartyName:<unsupported>';
  }
}

const keyUsages = ['Digital Signature', 'Non Repudiation', 'Key Encipherment', 'Data Encipherment', 'Key Agreement', 'Certificate Sign', 'CRL Sign', 'Encipher Only', 'Decipher Only'];
const netscapeTypes = ['SSL Client', 'SSL Server', 'S/MIME', 'Object Signing', 'Unused', 'SSL CA', 'S/MIME CA', 'Object Signing CA'];
const reasonFlags = ['Unused', 'Key Compromise', 'CA Compromise', 'Affiliation Changed', 'Superseded', 'Cessation Of Operation', 'Certificate Hold', 'Privilege Withdrawn', 'AA Compromise'];
const reasons = ['Unspecified', 'Key Compromise', 'CA Compromise', 'Affiliation Changed', 'Superseded', 'Cessation Of Operation', 'Certificate Hold', undefined, 'Remove From CRL', 'Privilege Withdrawn', 'AA Compromise'];
const bits = (node: DerNode, names: readonly string[]): string => namedBitsOf(node).map((bit) => names[bit] ?? '').filter(Boolean).join(', ');

const printers: Record<string, (node: DerNode, extension: Extension) => string[]> = {
  [extensionOids.basicConstraints]: (_, extension) => {
    const constraints = basicConstraintsOf([extension]);
    return [`CA:${constraints?.ca ? 'TRUE' : 'FALSE'}${constraints?.pathLength === undefined ? '' : `, pathlen:${constraints.pathLength}`}`];
  },
  [extensionOids.keyUsage]: (node) => [bits(node, keyUsages)],
  [extensionOids.netscapeCertType]: (node) => [bits(node, netscapeTypes)],
  [extensionOids.extendedKeyUsage]: (node) => [node.children.map((each) => longName(oidOf(each))).join(', ')],
  [extensionOids.subjectKeyIdentifier]: (node) => [colonHex(node.content, true)],
  [extensionOids.authorityKeyIdentifier]: (_, extension) => {
    const identifier = authorityKeyIdentifierOf([extension]);
    const alone = identifier?.issuer.length === 0 && identifier.serial === undefined;
    return [
      ...(identifier?.keyId ? [`${alone ? '' : 'keyid:'}${colonHex(identifier.keyId, true)}`] : []), ...(identifier?.issuer.map((name) => generalNameText(name)) ?? []),
      ...(identifier?.serial === undefined ? [] : [`serial:${(numberHex(identifier.serial).match(/../g) ?? []).join(':')}`]),
    ];
  },
  [extensionOids.subjectAltName]: (node) => [node.children.length === 0 ? '<EMPTY>' : node.children.map((each) => generalNameText(generalNameOf(each))).join(', ')],
  [extensionOids.issuerAltName]: (node) => [node.children.length === 0 ? '<EMPTY>' : node.children.map((each) => generalNameText(generalNameOf(each))).join(', ')],
  [extensionOids.crlDistributionPoints]: (node) => node.children.flatMap((point, i) => [...(i > 0 ? [''] : []), ...distributionPoint(point)]).concat(''),
  [extensionOids.authorityInfoAccess]: (node) => node.children.map((each) => `${longName(oidOf(each.child(0)))} - ${generalNameText(generalNameOf(each.child(1)))}`),
  [extensionOids.certificatePolicies]: (node) => node.children.flatMap(policy),
  [extensionOids.nameConstraints]: (node) => [['Permitted', 0], ['Excluded', 1]].flatMap(([label, tag]) => {
    const list = node.context(Number(tag));
    return list ? [`${label}:`, ...list.children.map((tree) => `  ${generalNameText(generalNameOf(tree.child(0)), true)}`)] : [];
  }),
  [extensionOids.tlsFeature]: (node) => [node.children.map((each) => ({ 5: 'status_request', 17: 'status_request_v2' } as Record<string, string>)[String(integerOf(each))] ?? String(integerOf(each))).join(', ')],
  [extensionOids.netscapeComment]: (node) => [printableText(node.content)],
  '2.5.29.36': (node) => [['Require Explicit Policy', 0], ['Inhibit Policy Mapping', 1]].flatMap(([label, tag]) => {
    const found = node.context(Number(tag));
    return found ? [`${label}:${found.content[0]}`] : [];
  }).join(', ').split('\n'),
  '2.5.29.54': (node) => [String(integerOf(node))],
  [extensionOids.crlNumber]: (node) => [String(integerOf(node)).length > 18 ? `0x${numberHex(integerOf(node))}` : String(integerOf(node))],
  '2.5.29.27': (node) => [String(integerOf(node))],
  [extensionOids.reasonCode]: (node) => [reasons[Number(integerOf(node))] ?? '']
    ,
  '1.3.6.1.5.5.7.48.1.5': () => [''],
};
for (const oid of ['2.16.840.1.113730.1.2', '2.16.840.1.113730.1.3', '2.16.840.1.113730.1.4', '2.16.840.1.113730.1.7', '2.16.840.1.113730.1.8', '2.16.840.1.113730.1.12']) printers[oid] = (node) => [printableText(node.content)];

function distributionPoint(point: DerNode): string[] {
  const full = point.context(0)?.context(0);
  const flags = point.context(1);
  const issuer = point.context(2);
  const lines: string[] = [];
  if (full) lines.push('Full Name:', ...full.children.map((each) => `  ${generalNameText(generalNameOf(each))}`));
  if (flags) lines.push('Reasons:', `  ${bits(flags, reasonFlags)}`);
  if (issuer) lines.push('CRL Issuer:', ...issuer.children.map((each) => `  ${generalNameText(generalNameOf(each))}`));
  return lines;
}

function policy(node: DerNode): string[] {
  const lines = [`Policy: ${longName(oidOf(node.child(0)))}`];
  for (const qualifier of node.children[1]?.children ?? []) {
    const value = qualifier.child(1);
    if (oidOf(qualifier.child(0)) === '1.3.6.1.5.5.7.2.1') lines.push(`  CPS: ${textOfString(value)}`);
    else lines.push('  User Notice:', ...value.children.flatMap((part) => (part.is(tags.sequence)
      ? [`    Organization: ${textOfString(part.child(0))}`, `    Number${part.child(1).children.length > 1 ? 's' : ''}: ${part.child(1).children.map(integerOf).join(', ')}`]
      : [`    Explicit Text: ${textOfString(part)}`])));
  }
  return lines;
}

/** The value of an extension, in lines without indentation. */
export function extensionLines(extension: Extension): string[] {
  const printer = printers[extension.oid];
  if (!printer) return printableText(extension.value).split('\n');
  try {
    return printer(readDer(extension.value), extension);
  } catch (error) {
    if (isPkiError(error)) return ['<Parse Error>'];
    throw error;
  }
}

/** Extensions as `-text` shows them: each a heading and its value, four deeper. */
export function extensionsText(extensions: readonly Extension[], indent: number): string {
  const pad = ' '.repeat(indent);
  return extensions.map((each) => `${pad}${longName(each.oid)}: ${each.critical ? 'critical' : ''}\n${extensionLines(each).map((line) => (line === '' ? '\n' : `${pad}    ${line}\n`)).join('')}`).join('');
}
