import type { RandomBytes } from '../../base/index.ts';
import { attributeOids, encodePublicKey, makeCertificate, makeName, toBase64 } from '../../pki/index.ts';
import type { SigningKey } from '../signing-key.ts';

const utf8String = 0x0c;
const day = 86_400_000;

/** A certificate of the key that signs tokens, as it stands in their header (`x5c`, RFC 7515): base64 of its DER form. Self-signed. */
export async function tokenCertificate(key: SigningKey, random: RandomBytes, now: number): Promise<string> {
  const name = makeName([[{ type: attributeOids.CN, tag: utf8String, value: key.jwk.kid }]]);
  const serial = random(8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const content = { serial, issuer: name, subject: name, notBefore: now - day, notAfter: now + 365 * day, publicKeyInfo: encodePublicKey(key.privateKey) };
  return toBase64((await makeCertificate(content, key.privateKey, { random })).der);
}
