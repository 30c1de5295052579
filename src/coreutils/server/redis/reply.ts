/** A status such as OK, as against data. */
export class Status {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a command answers when it can't: `ERR …`, `WRONGTYPE …`. Thrown. */
export class Failure extends Error {}

/** An answer: a number, a binary string, nothing, a status, an error in a transaction's answers, or a list. `none` is a list that is not there. */
export type Reply = number | string | null | Status | Failure | readonly Reply[] | typeof none;
export const none: unique symbol = Symbol('none');

export const ok = new Status('OK');

/** An answer as RESP2 puts it on the wire. */
export function encodeReply(reply: Reply): string {
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if (reply === null) return '$-1\r\n';
  if (reply === none) return '*-1\r\n';
  if (reply instanceof Status) return `+${reply.text}\r\n`;
  if (reply instanceof Failure) return `-${reply.message}\r\n`;
  return `*${reply.length}\r\n${reply.map(encodeReply).join('')}`;
}
