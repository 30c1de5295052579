import { concatBytes, decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { type Digest, digestOf } from '../../oci/index.ts';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { type SigningKey, verifyEs256 } from '../signing-key.ts';
import type { Schema1Manifest } from './convert.ts';

const indent = '   ';

/** A signed manifest, and the digest it goes by: that of its payload, which is the document without the signatures. */
export interface SignedSchema1 {
  bytes: Uint8Array;
  digest: Digest;
}

/** The document that is signed: json.MarshalIndent's text with three spaces. */
export function schema1Text(manifest: Schema1Manifest): Uint8Array {
  return encodeUtf8(goIndented(manifest));
}

/**
 * Signs as libtrust does: a JSON web signature whose payload is the indented document itself, and whose protected header tells how to get it back from the signed one (the first
 * `formatLength` bytes, then `formatTail`).
 */
export function signSchema1(payload: Uint8Array, key: SigningKey, nowMs: number): SignedSchema1 {
  const text = decodeUtf8(payload);
  const body = text.replace(/\s*\}\s*$/, '');
  const formatLength = encodeUtf8(body).length;
  const time = new Date(nowMs).toISOString().replace(/\.\d+/, '');
  const protectedHeader = toBase64Url(encodeUtf8(JSON.stringify({ formatLength, formatTail: toBase64Url(encodeUtf8(text.slice(body.length))), time })));
  const signature = toBase64Url(key.sign(encodeUtf8(`${protectedHeader}.${toBase64Url(payload)}`)));
  const signatures = goIndented([{ header: { jwk: key.jwk, alg: 'ES256' }, signature, protected: protectedHeader }]).replaceAll('\n', `\n${indent}`);
  return { bytes: encodeUtf8(`${body},\n${indent}"signatures": ${signatures}\n}`), digest: digestOf(payload) };
}

/** Whether every signature of a manifest is good, by the P-256 key that stands beside it. */
export function verifySchema1(bytes: Uint8Array): boolean {
  const payload = schema1Payload(bytes);
  if (!payload) return false;
  const { signatures } = JSON.parse(decodeUtf8(bytes)) as { signatures: { header: { jwk?: { x?: string; y?: string }; alg?: string }; signature: string; protected: string }[] };
  return signatures.length > 0 && signatures.every(({ header, signature, protected: head }) => {
    const [x, y, given] = [fromBase64Url(header.jwk?.x ?? ''), fromBase64Url(header.jwk?.y ?? ''), fromBase64Url(signature)];
    return header.alg === 'ES256' && x?.length === 32 && y?.length === 32 && given !== undefined && verifyEs256(concatBytes([Uint8Array.of(4), x, y]), encodeUtf8(`${head}.${toBase64Url(payload)}`), given);
  });
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
