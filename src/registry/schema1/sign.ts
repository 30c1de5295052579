import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { type Digest, digestOf } from '../../oci/index.ts';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import type { SigningKey } from '../signing-key.ts';
import type { Schema1Manifest } from './convert.ts';

const indent = '   ';

/** A signed manifest, and the digest it goes by: that of its payload, which is the document without the signatures. */
export interface SignedSchema1 {
  bytes: Uint8Array;
  digest: Digest;
}

/**
 * Signs as libtrust does: a JSON web signature whose payload is the indented document itself, and whose protected header tells how to get it back from the signed one (the first
 * `formatLength` bytes, then `formatTail`).
 */
export function signSchema1(manifest: Schema1Manifest, key: SigningKey, nowMs: number): SignedSchema1 {
  const payload = goIndented(manifest);
  const body = payload.slice(0, payload.length - 2);
  const formatLength = encodeUtf8(body).length;
  const time = new Date(nowMs).toISOString().replace(/\.\d+/, '');
  const protectedHeader = toBase64Url(encodeUtf8(JSON.stringify({ formatLength, formatTail: toBase64Url(encodeUtf8('\n}')), time })));
  const signature = toBase64Url(key.sign(encodeUtf8(`${protectedHeader}.${toBase64Url(encodeUtf8(payload))}`)));
  const signatures = goIndented([{ header: { jwk: key.jwk, alg: 'ES256' }, signature, protected: protectedHeader }]).replaceAll('\n', `\n${indent}`);
  return { bytes: encodeUtf8(`${body},\n${indent}"signatures": ${signatures}\n}`), digest: digestOf(encodeUtf8(payload)) };
}

/** The payload of a signed manifest; undefined when it is none. */
export function schema1Payload(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const { signatures } = JSON.parse(decodeUtf8(bytes)) as { signatures: { protected: string }[] };
    const header = JSON.parse(decodeUtf8(fromBase64Url(signatures[0]?.protected ?? '') ?? new Uint8Array())) as { formatLength: number; formatTail: string };
    const tail = fromBase64Url(header.formatTail) ?? new Uint8Array();
    const payload = new Uint8Array(header.formatLength + tail.length);
    payload.set(bytes.subarray(0, header.formatLength));
    payload.set(tail, header.formatLength);
    return payload;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** json.MarshalIndent with three spaces. */
function goIndented(document: object): string {
  return JSON.stringify(document, undefined, indent).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
