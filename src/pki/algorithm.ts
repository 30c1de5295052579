import type { DigestName } from './digest.ts';
import { type DerNode, nullElement, oid, oidOf, sequence } from './der/index.ts';

/** AlgorithmIdentifier: X.509's way to name an algorithm. */
export interface AlgorithmIdentifier {
  oid: string;
  /** The parameters as they are, header included; undefined when absent. */
  parameters: DerNode | undefined;
  /** All of it, as it was read. */
  der: Uint8Array;
}

/** Reads an AlgorithmIdentifier. */
export function algorithmOf(node: DerNode): AlgorithmIdentifier {
  return { oid: oidOf(node.child(0)), parameters: node.children[1], der: node.raw };
}

/** Writes one. */
export function algorithm(dotted: string, parameters?: Uint8Array): Uint8Array {
  return sequence(oid(dotted), parameters);
}

/** Object identifiers of digests. */
export const digestOids: Partial<Record<DigestName, string>> = {
  md5: '1.2.840.113549.2.5', sha1: '1.3.14.3.2.26', ripemd160: '1.3.36.3.2.1', sha224: '2.16.840.1.101.3.4.2.4', sha256: '2.16.840.1.101.3.4.2.1', sha384: '2.16.840.1.101.3.4.2.2', sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5', 'sha512-256': '2.16.840.1.101.3.4.2.6', 'sha3-224': '2.16.840.1.101.3.4.2.7', 'sha3-256': '2.16.840.1.101.3.4.2.8', 'sha3-384': '2.16.840.1.101.3.4.2.9', 'sha3-512': '2.16.840.1.101.3.4.2.10',
};

/** Object identifiers of RSA (PKCS #1 v1.5) signatures by digest. */
export const rsaSignatureOids: Partial<Record<DigestName, string>> = {
  md5: '1.2.840.113549.1.1.4', sha1: '1.2.840.113549.1.1.5', sha224: '1.2.840.113549.1.1.14', sha256: '1.2.840.113549.1.1.11', sha384: '1.2.840.113549.1.1.12', sha512: '1.2.840.113549.1.1.13',
  'sha512-224': '1.2.840.113549.1.1.15', 'sha512-256': '1.2.840.113549.1.1.16', 'sha3-224': '2.16.840.1.101.3.4.3.13', 'sha3-256': '2.16.840.1.101.3.4.3.14', 'sha3-384': '2.16.840.1.101.3.4.3.15', 'sha3-512': '2.16.840.1.101.3.4.3.16',
};

/** Object identifiers of ECDSA signatures by digest. */
export const ecdsaSignatureOids: Partial<Record<DigestName, string>> = {
  sha1: '1.2.840.10045.4.1', sha224: '1.2.840.10045.4.3.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4',
  'sha3-224': '2.16.840.1.101.3.4.3.9', 'sha3-256': '2.16.840.1.101.3.4.3.10', 'sha3-384': '2.16.840.1.101.3.4.3.11', 'sha3-512': '2.16.840.1.101.3.4.3.12',
};

/** The digest with this object identifier in one of the tables above. */
export function digestByOid(table: Partial<Record<DigestName, string>>, dotted: string): DigestName | undefined {
  return (Object.keys(table) as DigestName[]).find((name) => table[name] === dotted);
}

/** Object identifiers of keys and of what is no digest. */
export const oids = {
  rsa: '1.2.840.113549.1.1.1', rsaPss: '1.2.840.113549.1.1.10', mgf1: '1.2.840.113549.1.1.8', ec: '1.2.840.10045.2.1', ed25519: '1.3.101.112', x25519: '1.3.101.110', ed448: '1.3.101.113', x448: '1.3.101.111',
} as const;

/** AlgorithmIdentifier of a digest, with the NULL that PKCS #1 wants. */
export function digestAlgorithm(name: DigestName): Uint8Array {
  return algorithm(digestOids[name] ?? '', nullElement);
}
