/** An HTTP request or response as it went by. */
export interface Message {
  /** `GET /v2/ HTTP/1.1`, `HTTP/1.1 401 Unauthorized`. */
  start: string;
  headers: (readonly [name: string, value: string])[];
  /** The body's bytes, without chunks; of a long one its beginning. */
  body: Uint8Array;
  /** How long the body is, as far as it has come. */
  length: number;
  /** Whether `body` is all of it. */
  whole: boolean;
  /** Nothing follows. */
  ended: boolean;
}

/** How much of a body is kept, in bytes. */
export const keptBytes = 256 * 1024;

/** The value of a header, by its name in any case. */
export function header(message: Message | undefined, name: string): string | undefined {
  return message?.headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/** An empty message, to be filled. */
export function newMessage(start: string, headers: Message['headers']): Message {
  return { start, headers, body: new Uint8Array(0), length: 0, whole: true, ended: false };
}

/** Adds to a message's body; `missing` bytes went by unseen behind `bytes`. */
export function addBody(message: Message, bytes: Uint8Array, missing = 0): void {
  message.length += bytes.length + missing;
  const room = Math.max(0, keptBytes - message.body.length);
  if (missing > 0 || bytes.length > room || !message.whole) message.whole = false;
  if (bytes.length === 0 || room === 0) return;
  const grown = new Uint8Array(message.body.length + Math.min(room, bytes.length));
  grown.set(message.body);
  grown.set(bytes.subarray(0, room), message.body.length);
  message.body = grown;
}
