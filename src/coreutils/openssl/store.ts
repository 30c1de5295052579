import { isPkiError, type PemBlock, readPem } from '../../pki/index.ts';
import { binaryOf } from '../program/index.ts';
import { nextValue } from './asn1-queue.ts';
import { queue } from './failure.ts';

/** What a store is told to expect, by the name OpenSSL's decoders have for it. */
export type Expected = 'Certificate' | 'CertificateList' | 'EncryptedPrivateKeyInfo';

/** The only format a file may have, when the command line says so. */
export type StoreFormat = 'pem' | 'der' | undefined;

/** What one load of a file found: a block of PEM, a value of DER (without label), or neither. */
export interface Load {
  found: PemBlock | undefined;
  /** Whether the file ended meanwhile. */
  ended: boolean;
}

const labels = /^(?:(?:ENCRYPTED |RSA |DSA |EC |SM2 |)PRIVATE KEY|(?:RSA |DSA |)PUBLIC KEY|(?:DH|X9\.42 DH|DSA|EC|SM2) PARAMETERS|(?:X509 |TRUSTED |)CERTIFICATE|X509 CRL)$/;

/** The loads of a file as OpenSSL's `file:` store makes them: a block of PEM wherever the next one begins, else the bytes here as DER, whatever they are. `opens`: whether a block is to be taken; one that is not is read as DER. `format` allows only the one or the other. */
export function* loadsOf(bytes: Uint8Array, format?: StoreFormat, opens: (block: PemBlock) => boolean = () => true): Generator<Load> {
  const text = binaryOf(bytes);
  for (let at = 0; at <= bytes.length;) {
    const pem = format === 'der' ? undefined : nextBlock(text, at);
    if (pem && opens(pem.block)) {
      yield { found: pem.block, ended: false };
      at = pem.end;
      continue;
    }
    const { value, end } = format === 'pem' ? { end: bytes.length + 1 } : nextValue(bytes, at);
    yield { found: value && { label: '', headers: {}, bytes: value }, ended: end > bytes.length };
    at = end;
  }
}

/** The blocks of PEM that a store takes from a file. */
export function blocksOf(bytes: Uint8Array, format?: StoreFormat): PemBlock[] {
  return format === 'der' ? [] : [...loadsOf(bytes, format)].flatMap(({ found }) => (found && found.label !== '' ? [found] : []));
}

function nextBlock(text: string, from: number): { block: PemBlock; end: number } | undefined {
  const begin = /(?<=^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n/g;
  begin.lastIndex = from;
  const match = begin.exec(text);
  const label = match?.[1] ?? '';
  if (!match || !labels.test(label)) return undefined;
  const end = text.indexOf(`\n-----END ${label}-----`, match.index);
  if (end < 0) return undefined;
  const newline = text.indexOf('\n', end + 1);
  const after = newline < 0 ? text.length : newline + 1;
  try {
    const [block] = readPem(text.slice(match.index, after));
    return block && { block, end: after };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

const decoderUnsupported = (expected: Expected, format: StoreFormat): string => `error:1E08010C:DECODER routines:OSSL_DECODER_from_bio:unsupported:../crypto/encode_decode/decoder_lib.c:104:No supported data to decode. ${format ? ` Input type: ${format.toUpperCase()}, ` : ''}Input structure: ${expected}`;

/** Lines that the error queue holds at most, and how many of them a load needs for what it takes back. */
const room = 15;
const needed = (expected: Expected, found: boolean): number => (found ? (expected === 'EncryptedPrivateKeyInfo' ? 5 : 4) : 2);

/** The error queue after nothing that was expected came out of a file. `decodes`: whether a block or value of DER is something else that a store knows. */
export function storeQueue(bytes: Uint8Array, expected: Expected, format: StoreFormat, decodes: (block: PemBlock) => boolean): string[] {
  const lines: string[] = [];
  const noDecoder = decoderUnsupported(expected, format);
  // Of what is looked for, PKCS #8 has decoders that leave a wrong block to the next; others take it and fail.
  const opens = ({ label }: PemBlock): boolean => expected !== 'EncryptedPrivateKeyInfo' || !/^(?:ENCRYPTED )?PRIVATE KEY$/.test(label);
  for (const { found, ended } of loadsOf(bytes, format, opens)) {
    lines.splice(0, lines.length + needed(expected, found !== undefined) - room);
    if (found && decodes(found)) continue;
    const [before, kept] = [lines.at(-1), lines.length];
    if (found) lines.push(queue.storeUnsupported);
    // A load that leaves the queue with the line it ended with counts as one that said nothing.
    if (lines.at(-1) === before) lines.push(noDecoder);
    if (ended && lines.at(-1) === noDecoder) lines.length = kept;
  }
  return lines;
}
