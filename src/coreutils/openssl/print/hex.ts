/** Bytes as `00:a1:b2`. */
export function colonHex(bytes: Uint8Array, upper = false): string {
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
  return upper ? text.toUpperCase() : text;
}

/** Lines of bytes with colons, also at the end of all lines but the last. */
export function hexLines(bytes: Uint8Array, indent: number, perLine: number): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += perLine) lines.push(`${' '.repeat(indent)}${colonHex(bytes.subarray(at, at + perLine))}${at + perLine < bytes.length ? ':' : ''}\n`);
  return lines.join('');
}

/** Upper-case digits without separators. */
export function plainHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
}

/** A number's digits, an even count, in upper case. */
export function numberHex(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString(16).toUpperCase();
  return (value < 0n ? '-' : '') + (digits.length % 2 ? `0${digits}` : digits);
}

/** `BIO_dump`: offset, bytes, characters; `width` bytes a line. */
export function dump(bytes: Uint8Array, indent: number): string {
  const width = 16 - Math.max(0, Math.floor((indent - (indent > 6 ? 6 : indent) + 3) / 4));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const row = bytes.subarray(at, at + width);
    let line = `${' '.repeat(indent)}${at.toString(16).padStart(4, '0')} - `;
    for (let i = 0; i < width; i++) line += i < row.length ? `${(row[i] ?? 0).toString(16).padStart(2, '0')}${i === 7 ? '-' : ' '}` : '   ';
    lines.push(`${line}  ${Array.from(row, (byte) => (byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : '.')).join('')}\n`);
  }
  return lines.join('');
}

/** Text as `ASN1_STRING_print` has it: what is not printable is a dot. */
export function printableText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ((byte >= 0x20 && byte <= 0x7e) || byte === 10 || byte === 13 ? String.fromCharCode(byte) : '.')).join('');
}
