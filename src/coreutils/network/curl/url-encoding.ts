import { bytesOf } from '../../program/index.ts';

/** All but the unreserved characters of RFC 3986 as %XX: curl_easy_escape(3). */
export function percentEncode(text: Uint8Array | string): string {
  let result = '';
  for (const byte of typeof text === 'string' ? bytesOf(text) : text) {
    const char = String.fromCharCode(byte);
    result += /[A-Za-z0-9\-._~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

/** %XX as the bytes meant; anything else as it is. */
export function percentDecode(text: string): Uint8Array {
  const source = bytesOf(text);
  const result: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const hex = source[at] === 37 ? String.fromCharCode(...source.subarray(at + 1, at + 3)) : '';
    if (/^[0-9a-fA-F]{2}$/.test(hex)) {
      result.push(Number.parseInt(hex, 16));
      at += 2;
    } else result.push(source[at] ?? 0);
  }
  return Uint8Array.from(result);
}
