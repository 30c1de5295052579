import { equalBytes, type RandomBytes } from '../../base/index.ts';
import {
  algorithmOf, type Certificate, decodePrivateKey, decryptPkcs8, decryptWithPassword, type DerNode, digest, digestAlgorithm, digestByOid, digestOids, encodePkcs8, encryptPkcs8, encryptWithPassword, explicit, hmacOf, implicit, integer, integerOf, octetString, oid, oidOf, pkcs12Key, PkiError,
  type PrivateKey, readCertificate, readDer, sequence, setOf, string, tags, textOfString,
} from '../../pki/index.ts';

const types = { data: '1.2.840.113549.1.7.1', encrypted: '1.2.840.113549.1.7.6', keyBag: '1.2.840.113549.1.12.10.1.1', shroudedKeyBag: '1.2.840.113549.1.12.10.1.2', certBag: '1.2.840.113549.1.12.10.1.3', x509: '1.2.840.113549.1.9.22.1', friendlyName: '1.2.840.113549.1.9.20', localKeyId: '1.2.840.113549.1.9.21' };

/** What lies in a PKCS #12 file, in its order. */
export interface Pkcs12Bag {
  kind: 'key' | 'shrouded' | 'certificate';
  key?: PrivateKey;
  certificate?: Certificate;
  friendlyName: string | undefined;
  localKeyId: Uint8Array | undefined;
}

/** An opened PKCS #12 file. */
export interface Pkcs12 {
  parts: { encrypted: boolean; scheme: DerNode | undefined; bags: Pkcs12Bag[] }[];
  mac: { name: string; iterations: number; length: number; saltLength: number } | undefined;
  key: PrivateKey | undefined;
  certificates: Certificate[];
}

/** Opens a file. Throws PkiError `bad-password` when the MAC says so, `bad-der` when it is no such file. */
export function openPkcs12(bytes: Uint8Array, password: Uint8Array): Pkcs12 {
  const node = readDer(bytes).expect(tags.sequence);
  node.child(0).expect(tags.integer);
  const safe = node.child(1).expect(tags.sequence);
  if (oidOf(safe.child(0)) !== types.data) throw new PkiError('unsupported', 'signed PKCS #12');
  const content = safe.child(1).child(0).content;
  const mac = node.children[2] && checkMac(node.children[2], content, password);
  const parts = readDer(content).children.map((part) => {
    if (oidOf(part.child(0)) === types.data) return { encrypted: false, scheme: undefined, bags: readBags(part.child(1).child(0).content, password) };
    const info = part.child(1).child(0).child(1);
    const data = info.context(0);
    if (!data) throw new PkiError('bad-der', 'no content');
    return { encrypted: true, scheme: info.child(1), bags: readBags(decryptWithPassword(info.child(1), data.content, password), password) };
  });
  const bags = parts.flatMap((part) => part.bags);
  return { parts, mac, key: bags.find((bag) => bag.key)?.key, certificates: bags.flatMap((bag) => bag.certificate ?? []) };
}

function checkMac(node: DerNode, content: Uint8Array, password: Uint8Array): Pkcs12['mac'] {
  const { oid: dotted } = algorithmOf(node.child(0).child(0));
  const name = digestByOid(digestOids, dotted);
  if (!name) throw new PkiError('unsupported', `MAC ${dotted}`);
  const [expected, salt] = [node.child(0).child(1).content, node.child(1).content];
  const iterations = node.children[2] ? Number(integerOf(node.children[2])) : 1;
  const key = pkcs12Key(password, salt, iterations, 3, expected.length, name);
  if (!equalBytes(hmacOf(name, key, content), expected)) throw new PkiError('bad-password', 'Mac verify error');
  return { name, iterations, length: expected.length, saltLength: salt.length };
}

function readBags(content: Uint8Array, password: Uint8Array): Pkcs12Bag[] {
  return readDer(content).children.flatMap((bag): Pkcs12Bag[] => {
    const kind = oidOf(bag.child(0));
    const value = bag.child(1).child(0);
    const attribute = (wanted: string): DerNode | undefined => bag.children[2]?.children.find((each) => oidOf(each.child(0)) === wanted)?.child(1).child(0);
    const name = attribute(types.friendlyName);
    const shared = { friendlyName: name && textOfString(name), localKeyId: attribute(types.localKeyId)?.content };
    if (kind === types.keyBag) return [{ kind: 'key', key: decodePrivateKey(value), ...shared }];
    if (kind === types.shroudedKeyBag) return [{ kind: 'shrouded', key: decryptPkcs8(value.raw, password), ...shared }];
    if (kind === types.certBag) return [{ kind: 'certificate', certificate: readCertificate(value.child(1).child(0).content), ...shared }];
    return [];
  });
}

function attributes(friendlyName: string | undefined, localKeyId: Uint8Array | undefined): Uint8Array | undefined {
  const list = [
    ...(friendlyName === undefined ? [] : [sequence(oid(types.friendlyName), setOf(string(tags.bmpString, friendlyName)))]),
    ...(localKeyId ? [sequence(oid(types.localKeyId), setOf(octetString(localKeyId)))] : []),
  ];
  return list.length > 0 ? setOf(...list) : undefined;
}

/** Makes a file as OpenSSL 3 does: certificates encrypted, the key shrouded, both with AES-256 and PBKDF2, and a MAC with SHA-256. */
export function makePkcs12({ key, certificates, friendlyName, password, random, encrypt = true }: { key: PrivateKey | undefined; certificates: readonly Certificate[]; friendlyName: string | undefined; password: Uint8Array; random: RandomBytes; encrypt?: boolean }): Uint8Array {
  const [own] = certificates;
  const localKeyId = key && own ? digest('sha1', own.der) : undefined;
  const certBags = sequence(...certificates.map((certificate, i) => sequence(oid(types.certBag), explicit(0, sequence(oid(types.x509), explicit(0, octetString(certificate.der)))), i === 0 ? attributes(friendlyName, localKeyId) : undefined)));
  const parts: Uint8Array[] = [];
  if (certificates.length > 0) {
    const { algorithm, encrypted } = encryptWithPassword(certBags, password, { random });
    parts.push(encrypt ? sequence(oid(types.encrypted), explicit(0, sequence(integer(0), sequence(oid(types.data), algorithm, implicit(0, encrypted))))) : sequence(oid(types.data), explicit(0, octetString(certBags))));
  }
  if (key) {
    const bag = encrypt ? sequence(oid(types.shroudedKeyBag), explicit(0, encryptPkcs8(key, password, { random })), attributes(friendlyName, localKeyId)) : sequence(oid(types.keyBag), explicit(0, encodePkcs8(key)), attributes(friendlyName, localKeyId));
    parts.push(sequence(oid(types.data), explicit(0, octetString(sequence(bag)))));
  }
  const content = sequence(...parts);
  const salt = random(8);
  const mac = hmacOf('sha256', pkcs12Key(password, salt, 2048, 3, 32, 'sha256'), content);
  return sequence(integer(3), sequence(oid(types.data), explicit(0, octetString(content))), sequence(sequence(digestAlgorithm('sha256'), octetString(mac)), octetString(salt), integer(2048)));
}
