import { PkiError } from './error.ts';

/** One block of a PEM file: RFC 7468, with the headers of RFC 1421 that encrypted keys have. */
export interface PemBlock {
  /** What stands after BEGIN, as `CERTIFICATE`. */
  label: string;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/** Bytes in base64, on one line. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** The inverse of `toBase64`; space and line ends are skipped. Throws PkiError `bad-pem`. */
export function fromBase64(text: string): Uint8Array {
  const packed = text.replaceAll(/\s/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) throw new PkiError('bad-pem', 'bad base64');
  return Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
}

/** All blocks of a PEM text, in order; what stands around them is skipped. Throws PkiError `bad-pem` for a block that is cut or no base64. */
export function readPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const begin = /^-----BEGIN ([^\n]*?)-----[ \t\r]*$/gm;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const label = match[1] ?? '';
    const start = begin.lastIndex;
    const end = text.indexOf(`-----END ${label}-----`, start);
    if (end < 0) throw new PkiError('bad-pem', `no end of ${label}`);
    blocks.push({ label, ...readBody(text.slice(start, end)) });
    begin.lastIndex = end;
  }
  return blocks;
}

function readBody(body: string): { headers: Record<string, string>; bytes: Uint8Array } {
  const lines = body.replaceAll('\r', '').trim().split('\n');
  const headers: Record<string, string> = {};
  if (!lines[0]?.includes(':')) return { headers, bytes: fromBase64(lines.join('')) };
  const blank = lines.findIndex((line) => line.trim() === '');
  for (const line of lines.slice(0, blank < 0 ? lines.length : blank)) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon)] = line.slice(colon + 1).trim();
  }
  return { headers, bytes: fromBase64(blank < 0 ? '' : lines.slice(blank).join('')) };
}

/** A PEM block with lines of 64 characters and a newline at its end. */
export function writePem(label: string, bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`).join('');
  const lines = (toBase64(bytes).match(/.{1,64}/g) ?? []).map((line) => `${line}\n`).join('');
  return `-----BEGIN ${label}-----\n${head}${head && '\n'}${lines}-----END ${label}-----\n`;
}
