import { bitString, type DerNode, implicit, integer, integerOf, oid, oidOf, readDer, sequence, setOf, tags } from '../der/index.ts';
import { encodePublicKey, type PrivateKey, type PublicKey, publicKeyOf, sign, type SignatureOptions } from '../key/index.ts';
import { lazyPublicKey, type Signed, signedOf } from './certificate.ts';
import { encodeExtensions, type Extension, extensionsOf } from './extension.ts';
import { type Name, nameOf } from './name.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

/** An attribute of a request. */
export interface RequestAttribute {
  oid: string;
  values: readonly DerNode[];
}

/** A certification request: PKCS #10. */
export interface CertificateRequest extends Signed {
  readonly version: number;
  readonly subject: Name;
  readonly publicKeyInfo: DerNode;
  readonly publicKey: PublicKey;
  readonly attributes: readonly RequestAttribute[];
  /** Those asked for by the attribute extensionRequest. */
  readonly extensions: readonly Extension[];
}

/** Object identifiers of attributes. */
export const requestAttributeOids = { extensionRequest: '1.2.840.113549.1.9.14', microsoftExtensionRequest: '1.3.6.1.4.1.311.2.1.14', challengePassword: '1.2.840.113549.1.9.7', unstructuredName: '1.2.840.113549.1.9.2' } as const;

/** Reads a request. Throws PkiError `bad-der`. */
export function readRequest(der: Uint8Array): CertificateRequest {
  const { body, ...signed } = signedOf(readDer(der));
  const attributes = (body.context(0)?.children ?? []).map((each) => ({ oid: oidOf(each.child(0)), values: each.child(1).children }));
  const asked = attributes.find((each) => each.oid === requestAttributeOids.extensionRequest || each.oid === requestAttributeOids.microsoftExtensionRequest)?.values[0];
  const publicKeyInfo = body.child(2).expect(tags.sequence);
  const key = lazyPublicKey(publicKeyInfo);
  return {
    ...signed,
    version: Number(integerOf(body.child(0).expect(tags.integer))) + 1,
    subject: nameOf(body.child(1)),
    publicKeyInfo,
    get publicKey() {
      return key();
    },
    attributes,
    extensions: asked ? extensionsOf(asked) : [],
  };
}

/** Makes and signs a request; `attributes` are encoded values by object identifier, beside the extensions. */
export async function makeRequest({ subject, key, extensions = [], attributes = [], signature }: { subject: Name; key: PrivateKey; extensions?: readonly Extension[]; attributes?: readonly { oid: string; value: Uint8Array }[]; signature?: SignatureOptions }): Promise<CertificateRequest> {
  const all = extensions.length > 0 ? [...attributes, { oid: requestAttributeOids.extensionRequest, value: encodeExtensions(extensions) }] : attributes;
  const set = setOf(...all.map((each) => sequence(oid(each.oid), setOf(each.value))));
  const body = sequence(integer(0), subject.der, encodePublicKey(publicKeyOf(key)), implicit(0, readDer(set).content, true));
  return readRequest(await signBody(body, key, signature));
}

/** Signs the body of a certificate, request or list: SEQUENCE of it, the algorithm, and the signature. */
export async function signBody(body: Uint8Array, key: PrivateKey, options?: SignatureOptions): Promise<Uint8Array> {
  return sequence(body, signatureAlgorithm(key, options), bitString(await sign(key, body, options)));
}

