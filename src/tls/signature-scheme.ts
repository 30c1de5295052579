/** How something is signed: RFC 8446, section 4.2.3. */
export interface SignatureScheme {
  id: number;
  name: string;
  /** The key that can do it. */
  key: 'rsa' | 'ec' | 'ed25519';
  /** EC in TLS 1.3: the curve that goes with it. */
  curve?: 'P-256' | 'P-384' | 'P-521';
  padding?: 'pkcs1' | 'pss';
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512' | undefined;
  /** May sign a handshake of TLS 1.3; else only certificates there. */
  version13: boolean;
}

/** The schemes that are spoken here. */
export const signatureSchemes: readonly SignatureScheme[] = [
  { id: 0x0403, name: 'ecdsa_secp256r1_sha256', key: 'ec', curve: 'P-256', hash: 'sha256', version13: true },
  { id: 0x0503, name: 'ecdsa_secp384r1_sha384', key: 'ec', curve: 'P-384', hash: 'sha384', version13: true },
  { id: 0x0603, name: 'ecdsa_secp521r1_sha512', key: 'ec', curve: 'P-521', hash: 'sha512', version13: true },
  { id: 0x0807, name: 'ed25519', key: 'ed25519', hash: undefined, version13: true },
  { id: 0x0804, name: 'rsa_pss_rsae_sha256', key: 'rsa', padding: 'pss', hash: 'sha256', version13: true },
  { id: 0x0805, name: 'rsa_pss_rsae_sha384', key: 'rsa', padding: 'pss', hash: 'sha384', version13: true },
  { id: 0x0806, name: 'rsa_pss_rsae_sha512', key: 'rsa', padding: 'pss', hash: 'sha512', version13: true },
  { id: 0x0401, name: 'rsa_pkcs1_sha256', key: 'rsa', padding: 'pkcs1', hash: 'sha256', version13: false },
  { id: 0x0501, name: 'rsa_pkcs1_sha384', key: 'rsa', padding: 'pkcs1', hash: 'sha384', version13: false },
  { id: 0x0601, name: 'rsa_pkcs1_sha512', key: 'rsa', padding: 'pkcs1', hash: 'sha512', version13: false },
];

const byId = new Map(signatureSchemes.map((scheme) => [scheme.id, scheme]));

/** The scheme with that number; undefined for one that is not spoken here. */
export function signatureScheme(id: number): SignatureScheme | undefined {
  return byId.get(id);
}
