import { type AlgorithmIdentifier, algorithm, algorithmOf, digestAlgorithm, digestByOid, digestOids, ecdsaSignatureOids, oids, rsaSignatureOids } from '../algorithm.ts';
import { explicit, integer, integerOf, nullElement, sequence } from '../der/index.ts';
import { type DigestName, hashOf } from '../digest.ts';
import { PkiError } from '../error.ts';
import type { PublicKey, SignatureOptions } from '../key/index.ts';

/** The AlgorithmIdentifier of a signature that this key makes with these options. Throws PkiError `unsupported` for pairs that have none. */
export function signatureAlgorithm(key: PublicKey, options: SignatureOptions = {}): Uint8Array {
  const name = options.digest ?? 'sha256';
  if (key.type === 'ed25519' || key.type === 'ed448') return algorithm(oids[key.type]);
  if (key.type === 'ec' && ecdsaSignatureOids[name]) return algorithm(ecdsaSignatureOids[name]);
  if (key.type === 'rsa' && options.padding === 'pss') {
    const length = typeof options.saltLength === 'number' ? options.saltLength : hashOf(name).outputLen;
    return algorithm(oids.rsaPss, sequence(explicit(0, digestAlgorithm(name)), explicit(1, algorithm(oids.mgf1, digestAlgorithm(options.maskDigest ?? name))), explicit(2, integer(length))));
  }
  if (key.type === 'rsa' && rsaSignatureOids[name]) return algorithm(rsaSignatureOids[name], nullElement);
  throw new PkiError('unsupported', `signatures of ${key.type} with ${name}`);
}

/** What an AlgorithmIdentifier of a signature asks for: the key's type and the options for `verify`. Undefined for algorithms that are not here. */
export function signatureOptionsOf({ oid, parameters }: AlgorithmIdentifier): { type: PublicKey['type']; options: SignatureOptions } | undefined {
  if (oid === oids.ed25519 || oid === oids.ed448) return { type: oid === oids.ed25519 ? 'ed25519' : 'ed448', options: {} };
  const rsa = digestByOid(rsaSignatureOids, oid);
  if (rsa) return { type: 'rsa', options: { digest: rsa } };
  const ec = digestByOid(ecdsaSignatureOids, oid);
  if (ec) return { type: 'ec', options: { digest: ec } };
  if (oid !== oids.rsaPss) return undefined;
  const inner = (tag: number): AlgorithmIdentifier | undefined => {
    const node = parameters?.context(tag)?.children[0];
    return node && algorithmOf(node);
  };
  const hash = inner(0);
  const name: DigestName | undefined = hash ? digestByOid(digestOids, hash.oid) : 'sha1';
  const mgf = inner(1)?.parameters;
  const maskDigest = mgf ? digestByOid(digestOids, algorithmOf(mgf).oid) : 'sha1';
  const salt = parameters?.context(2)?.children[0];
  return name && maskDigest ? { type: 'rsa', options: { digest: name, padding: 'pss', maskDigest, saltLength: salt ? Number(integerOf(salt)) : 20 } } : undefined;
}
