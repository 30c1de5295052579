import { concatBytes } from '../../../base/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { RequestBody } from './request.ts';

const pieceSize = 65_536;

/** A body as it goes over the wire, piece by piece; `chunked` frames each. */
export async function* bodyPieces(body: RequestBody, chunked: boolean): AsyncGenerator<Uint8Array> {
  const frame = (part: Uint8Array): Uint8Array => (chunked ? concatBytes([bytesOf(`${part.length.toString(16)}\r\n`), part, bytesOf('\r\n')]) : part);
  if (body.kind === 'bytes') for (let at = 0; at < body.bytes.length; at += pieceSize) yield frame(body.bytes.subarray(at, at + pieceSize));
  else for (let part = await body.read(); part.length > 0; part = await body.read()) yield frame(part);
  if (chunked) yield bytesOf('0\r\n\r\n');
}
