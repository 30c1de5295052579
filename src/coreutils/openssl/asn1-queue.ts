import { queue } from './failure.ts';

/** The value of DER at a place (eight bytes are read in any case); where none is, how far reading went: eight bytes for a header that is none, past the end for contents that are not all there. */
export function nextValue(bytes: Uint8Array, from: number): { value?: Uint8Array; end: number; wrong?: 'header' | 'length' } {
  const wrong = { end: from + 8, wrong: 'header' as const };
  const missing = { end: bytes.length + 1 };
  let at = from;
  const byte = (): number => bytes[at++] ?? -1;
  const tag = byte();
  if ((tag & 31) === 31) {
    let more = byte();
    for (let count = 1; more >= 128; count++, more = byte()) if (count === 4) return wrong;
  }
  const first = byte();
  if (first < 0) return missing;
  let length = first;
  if (first === 128) return (tag & 32) === 0 ? wrong : missing;
  if (first > 128) {
    if (first - 128 > 8 - (at - from)) return wrong.end > bytes.length ? missing : wrong;
    length = 0;
    for (let left = first - 128; left > 0; left--) length = length * 256 + byte();
    if (length > 0x7fffffff) return { ...wrong, wrong: 'length' };
  }
  if (at + length > bytes.length) return missing;
  return { value: bytes.subarray(from, at + length), end: Math.max(at + length, Math.min(wrong.end, bytes.length)) };
}

const nested = (place: string, line: number, rest = ''): string => `error:0688010A:asn1 encoding routines:${place}:nested asn1 error:../crypto/asn1/tasn_dec.c:${line}:${rest}`;

/** Where reading each type stops at another sequence: fields, from the inmost out. */
const fieldsAtFault: Record<string, readonly string[]> = {
  X509_REQ: ['Field=version, Type=X509_REQ_INFO', 'Field=req_info, Type=X509_REQ'], PKCS12: ['Field=version, Type=PKCS12'], PKCS7: ['Field=type, Type=PKCS7'], PKCS8_PRIV_KEY_INFO: ['Field=version, Type=PKCS8_PRIV_KEY_INFO'], X509_SIG: ['Field=algorithm, Type=X509_ALGOR', 'Field=algor, Type=X509_SIG'],
};

/** The error queue after d2i of a type (`X509_REQ`) from a file that is none. */
export function asn1Queue(bytes: Uint8Array, type: string): string[] {
  if (bytes.length === 0) return [];
  const { value, wrong } = nextValue(bytes, 0);
  if (!value) {
    if (wrong === undefined) return [queue.notEnoughData];
    return [wrong === 'length' ? 'error:0680009B:asn1 encoding routines:asn1_d2i_read_bio:too long:../crypto/asn1/a_d2i_fp.c:213:' : 'error:0680007B:asn1 encoding routines:ASN1_get_object:header too long:../crypto/asn1/asn1_lib.c:105:'];
  }
  const [tagLine, outer] = queue.wrongTag(type);
  if (tagLine === undefined || outer === undefined) return [];
  return value[0] === 0x30 ? [tagLine, nested('asn1_d2i_ex_primitive', 779), ...(fieldsAtFault[type] ?? []).map((field) => nested('asn1_template_noexp_d2i', 712, field))] : [tagLine, outer];
}
