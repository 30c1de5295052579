import { enumerated, explicit, integer, integerOf, readDer, sequence, tags, time, timeOf } from '../der/index.ts';
import type { PrivateKey, SignatureOptions } from '../key/index.ts';
import { type Signed, signedOf } from './certificate.ts';
import { encodeExtensions, type Extension, extensionOids, extensionsOf } from './extension.ts';
import { type Name, nameOf } from './name.ts';
import { signBody } from './request.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

/** A certificate that was revoked. */
export interface RevokedCertificate {
  serial: bigint;
  /** Milliseconds since the epoch. */
  date: number;
  extensions: readonly Extension[];
}

/** A certificate revocation list. */
export interface RevocationList extends Signed {
  readonly version: number;
  readonly issuer: Name;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly revoked: readonly RevokedCertificate[];
  readonly extensions: readonly Extension[];
}

/** Reads a list. Throws PkiError `bad-der`. */
export function readRevocationList(der: Uint8Array): RevocationList {
  const { body, ...signed } = signedOf(readDer(der));
  const parts = [...body.children];
  const version = parts[0]?.is(tags.integer) ? Number(integerOf(body.child(0))) + 1 : 1;
  const at = version > 1 ? 1 : 0;
  const isTime = (index: number): boolean => parts[index]?.is(tags.utcTime) === true || parts[index]?.is(tags.generalizedTime) === true;
  const next = isTime(at + 3) ? at + 3 : undefined;
  const list = parts.slice(at + 3).find((each) => each.is(tags.sequence));
  const extensions = body.context(0);
  return {
    ...signed, version,
    issuer: nameOf(body.child(at + 1)),
    thisUpdate: timeOf(body.child(at + 2)),
    nextUpdate: next === undefined ? undefined : timeOf(body.child(next)),
    revoked: list?.children.map((each) => ({ serial: integerOf(each.child(0)), date: timeOf(each.child(1)), extensions: each.children[2] ? extensionsOf(each.child(2)) : [] })) ?? [],
    extensions: extensions ? extensionsOf(extensions.child(0)) : [],
  };
}

/** Makes and signs a list (version 2 when it or an entry has extensions). */
export async function makeRevocationList(content: { issuer: Name; thisUpdate: number; nextUpdate?: number; revoked: readonly RevokedCertificate[]; extensions?: readonly Extension[] }, key: PrivateKey, signature?: SignatureOptions): Promise<RevocationList> {
  const { extensions = [], revoked } = content;
  const second = extensions.length > 0 || revoked.some((each) => each.extensions.length > 0);
  const body = sequence(
    second ? integer(1) : undefined,
    signatureAlgorithm(key, signature),
    content.issuer.der,
    time(content.thisUpdate),
    content.nextUpdate === undefined ? undefined : time(content.nextUpdate),
    revoked.length > 0 ? sequence(...revoked.map((each) => sequence(integer(each.serial), time(each.date), each.extensions.length > 0 ? encodeExtensions(each.extensions) : undefined))) : undefined,
    extensions.length > 0 ? explicit(0, encodeExtensions(extensions)) : undefined,
  );
  return readRevocationList(await signBody(body, key, signature));
}

/** Why a certificate was revoked, by OpenSSL's words in its index; the number is CRLReason's. */
export const revocationReasons: readonly (string | undefined)[] = ['unspecified', 'keyCompromise', 'CACompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold', undefined, 'removeFromCRL'];

/** The extensions of an entry with a reason. */
export function reasonExtension(reason: number): Extension {
  return { oid: extensionOids.reasonCode, critical: false, value: enumerated(reason) };
}

/** The extension cRLNumber. */
export function crlNumber(number: bigint): Extension {
  return { oid: extensionOids.crlNumber, critical: false, value: integer(number) };
}

