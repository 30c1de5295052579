import { concatBytes } from '../../../base/index.ts';
import { bytesOf, textOf } from '../../program/index.ts';
import { fromBase64, isPkiError, toBase64 } from '../../../pki/index.ts';

function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let i = 0; i < 8; i++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return crc & 0xffffff;
}

/** ASCII armor: RFC 4880, section 6. `kind` is what stands after BEGIN PGP. */
export function armor(kind: string, bytes: Uint8Array): string {
  const crc = crc24(bytes);
  return `-----BEGIN PGP ${kind}-----\n\n${toBase64(bytes).replaceAll(/.{1,64}/g, '$&\n')}=${toBase64(Uint8Array.of(crc >> 16, crc >> 8, crc))}\n-----END PGP ${kind}-----\n`;
}

/** The first armored block of a text; undefined when there is none that is whole. */
export function dearmor(text: string): { kind: string; bytes: Uint8Array } | undefined {
  const match = /-----BEGIN PGP ([A-Z ]+)-----[ \t\r]*\n((?:[A-Za-z-]+: .*\n)*)[ \t\r]*\n([\s\S]*?)-----END PGP \1-----/.exec(text);
  if (!match) return undefined;
  const lines = (match[3] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^=[A-Za-z0-9+/]{4}$/.test(line));
  try {
    return { kind: match[1] ?? '', bytes: fromBase64(lines.join('')) };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** The bytes of a file that may be armored, in one block or several. */
export function binary(bytes: Uint8Array): Uint8Array {
  if ((bytes[0] ?? 0) & 0x80) return bytes;
  const blocks = textOf(bytes).split(/(?=-----BEGIN PGP )/).flatMap((part) => dearmor(part)?.bytes ?? []);
  return blocks.length > 0 ? concatBytes(blocks) : bytes;
}

/** A message signed in the clear: its text as it is hashed, and the signature's packets. */
export function readClearSigned(text: string): { text: string; signed: Uint8Array; signature: Uint8Array } | undefined {
  const match = /-----BEGIN PGP SIGNED MESSAGE-----[ \t\r]*\n(?:[A-Za-z-]+: .*\n)*[ \t\r]*\n([\s\S]*?)\n?(-----BEGIN PGP SIGNATURE-----[\s\S]*)/.exec(text);
  const signature = match && dearmor(match[2] ?? '');
  if (!match || !signature) return undefined;
  const lines = (match[1] ?? '').split('\n').map((line) => line.replace(/^- /, ''));
  return { text: `${lines.map((line) => line.replace(/[ \t\r]+$/, '')).join('\n')}\n`, signed: bytesOf(lines.map((line) => line.replace(/[ \t\r]+$/, '')).join('\r\n')), signature: signature.bytes };
}

/** The parts of a message that is signed in the clear: what is shown, and what is hashed. */
export function clearText(text: string): { shown: string; signed: Uint8Array } {
  const lines = text.replace(/\n$/, '').split('\n');
  return { shown: `${lines.map((line) => (line.startsWith('-') || line.startsWith('From ') ? `- ${line}` : line)).join('\n')}\n`, signed: bytesOf(lines.map((line) => line.replace(/[ \t\r]+$/, '')).join('\r\n')) };
}
