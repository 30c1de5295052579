import { concatBytes, type RandomBytes } from '../../../base/index.ts';
import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { binaryOf, bytesOf, bytesOfBinary, readInput } from '../../program/index.ts';
import { CurlError } from './error.ts';
import type { MimePart } from './mime-part.ts';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const types: readonly (readonly [suffix: string, type: string])[] = [
  ['.gif', 'image/gif'], ['.jpg', 'image/jpeg'], ['.jpeg', 'image/jpeg'], ['.png', 'image/png'], ['.svg', 'image/svg+xml'], ['.txt', 'text/plain'], ['.htm', 'text/html'], ['.html', 'text/html'], ['.pdf', 'application/pdf'], ['.xml', 'application/xml'],
];

/** A form as a body, with its type. `escape`: quotes in names get backslashes (--form-escape). Throws CurlError 26 where a file cannot be read. */
export async function encodeForm(process: Process, parts: readonly MimePart[], escape: boolean): Promise<{ bytes: Uint8Array; type: string }> {
  const boundary = newBoundary(process.random);
  return { bytes: await encodeParts(process, parts, boundary, 'form-data', escape), type: `multipart/form-data; boundary=${boundary}` };
}

function newBoundary(random: RandomBytes): string {
  return '-'.repeat(24) + Array.from(random(22), (byte) => letters[byte % letters.length] ?? '0').join('');
}

async function encodeParts(process: Process, parts: readonly MimePart[], boundary: string, disposition: string, escape: boolean): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    const inner = part.content.kind === 'parts' ? newBoundary(process.random) : undefined;
    const headers = headersOf(part, inner, disposition, escape);
    const body = encoded(part, await contentOf(process, part, inner, escape));
    pieces.push(bytesOf(`--${boundary}\r\n${[...headers, ...part.headers].map((line) => `${line}\r\n`).join('')}\r\n`), body, bytesOf('\r\n'));
  }
  return concatBytes([...pieces, bytesOf(`--${boundary}--\r\n`)]);
}

async function contentOf(process: Process, { content }: MimePart, boundary: string | undefined, escape: boolean): Promise<Uint8Array> {
  if (content.kind === 'data') return content.bytes;
  if (content.kind === 'parts') return await encodeParts(process, content.parts, boundary ?? '', 'attachment', escape);
  try {
    return await readInput(process, content.path);
  } catch (error) {
    if (isSystemError(error)) throw new CurlError(26, 'Failed to open/read local data from file/application');
    throw error;
  }
}

function headersOf(part: MimePart, boundary: string | undefined, disposition: string, escape: boolean): string[] {
  const own = (name: string): boolean => part.headers.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const { filename, content } = part;
  let type = part.type ?? (content.kind === 'parts' ? 'multipart/mixed' : typeOf(filename) ?? (content.kind === 'file' ? typeOf(content.path) ?? (filename === undefined ? undefined : 'application/octet-stream') : undefined));
  if (part.type === undefined && type === 'text/plain' && filename === undefined) type = undefined;
  const quote = (text: string): string => (escape ? text.replaceAll(/[\\"]/g, String.raw`\$&`) : text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  const headers: string[] = [];
  if (!own('content-disposition') && !(disposition === 'attachment' && part.name === undefined && filename === undefined)) {
    headers.push(`Content-Disposition: ${disposition}${part.name === undefined ? '' : `; name="${quote(part.name)}"`}${filename === undefined ? '' : `; filename="${quote(filename)}"`}`);
  }
  if (type !== undefined && !own('content-type')) headers.push(`Content-Type: ${type}${boundary === undefined ? '' : `; boundary=${boundary}`}`);
  if (part.encoder !== undefined && !own('content-transfer-encoding')) headers.push(`Content-Transfer-Encoding: ${part.encoder}`);
  return headers;
}

function typeOf(name: string | undefined): string | undefined {
  return types.find(([suffix]) => name?.toLowerCase().endsWith(suffix))?.[1];
}

/** The content under encoder=; `binary`, `8bit` and `7bit` leave it as it is. */
function encoded({ encoder }: MimePart, bytes: Uint8Array): Uint8Array {
  if (encoder === 'base64') return bytesOf(btoa(binaryOf(bytes)).replaceAll(/.{76}(?=.)/g, '$&\r\n'));
  if (encoder !== 'quoted-printable') return bytes;
  const lines = binaryOf(bytes).split(/\r?\n/).map((line) => line.replaceAll(/[^\t -<>-~]|[\t ]$/g, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).replaceAll(/(?:=..|[^=]){73,75}(?=.{2})/g, '$&=\r\n'));
  return bytesOfBinary(lines.join('\r\n'));
}
