import { concatBytes } from '../../../base/index.ts';
import { PacketError } from './packet.ts';

/** The contents of a compressed packet: not compressed, ZIP or ZLIB. Throws PacketError for others. */
export async function inflate(body: Uint8Array): Promise<Uint8Array> {
  const [kind] = body;
  const rest = body.slice(1);
  if (kind === 0) return rest;
  if (kind !== 1 && kind !== 2) throw new PacketError('compression');
  const stream = new Response(rest).body?.pipeThrough(new DecompressionStream(kind === 1 ? 'deflate-raw' : 'deflate'));
  if (!stream) throw new PacketError('empty');
  const parts: Uint8Array[] = [];
  try {
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return concatBytes([new Uint8Array(0), ...parts]);
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof TypeError) throw new PacketError('compressed data');
    throw error;
  }
}
