import { concatBytes, decodeUtf8, encodeUtf8 } from '../base/index.ts';
import type { Message } from './rpc.ts';

/** Where bytes stood in a message: the key of an object that takes their place, with their length. */
const mark = '$bytes';

/**
 * A message as a frame of a WebSocket: JSON text; with bytes in it, binary: four bytes with the length of the JSON (big-endian), the JSON, in which `{"$bytes": N}` stands for N bytes, and all
 * those bytes in order. Nothing in a message may have a key `$bytes` of its own.
 */
export function encodeFrame(message: Message): string | Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const take = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      parts.push(value);
      return { [mark]: value.length };
    }
    if (Array.isArray(value)) return value.map(take);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, take(each)]));
  };
  const text = JSON.stringify(take(message));
  if (parts.length === 0) return text;
  const head = encodeUtf8(text);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return new Uint8Array(concatBytes([length, head, ...parts]));
}

/** The message of a frame; throws SyntaxError for what is none. */
export function decodeFrame(frame: string | ArrayBuffer | Uint8Array): Message {
  if (typeof frame === 'string') return checked(JSON.parse(frame));
  const bytes = frame instanceof Uint8Array ? frame : new Uint8Array(frame);
  if (bytes.length < 4) throw new SyntaxError('a binary frame without its length');
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  let at = end;
  const give = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(give);
    if (typeof value !== 'object' || value === null) return value;
    const length = (value as Record<string, unknown>)[mark];
    if (typeof length !== 'number') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, give(each)]));
    if (!(length >= 0) || at + length > bytes.length) throw new SyntaxError('a binary frame that is too short');
    at += length;
    return bytes.slice(at - length, at);
  };
  return checked(give(JSON.parse(decodeUtf8(bytes.subarray(4, end)))));
}

const kinds: ReadonlySet<unknown> = new Set<Message['kind']>(['request', 'result', 'error', 'event']);

function checked(value: unknown): Message {
  if (typeof value !== 'object' || value === null || !kinds.has((value as { kind?: unknown }).kind)) throw new SyntaxError('no message of the protocol');
  return value as Message;
}
