import { fromBase64 } from '../pem.ts';

/** Base64 as JSON web keys have it: RFC 7515, section 2. */
export function fromBase64Url(text: string): Uint8Array {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, '='));
}
