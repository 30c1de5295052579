import type { Failure } from './failure.ts';

/** Bytes of hexadecimal digits; `fail` makes the failure of the lines for the error queue. */
export function hexBytes(text: string, fail: (lines: readonly string[]) => Failure): Uint8Array {
  if (!/^[\da-f]*$/i.test(text)) throw fail(['error:07800066:common libcrypto routines:hexstr2buf_sep:illegal hex digit:../crypto/o_str.c:232:']);
  if (text.length % 2 !== 0) throw fail(['error:07800067:common libcrypto routines:prepare_from_text:odd number of digits:../crypto/params_from_text.c:122:']);
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
