import { decodeUtf8, Emitter, encodeUtf8 } from '../base/index.ts';
import { type ErrorData, ProtocolError } from './errors.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { Message, Transport } from './rpc.ts';

/** Both streams of a process, as text. They may be a terminal: what is written may be echoed, `\n` may become `\r\n`, and others may write between the lines. */
export interface LineChannel {
  /** A promise, as of `Transport.send`. */
  write(text: string): void | Promise<void>;
  /** Pieces of text, cut anywhere. Called once. */
  onText(listener: (text: string) => void): void;
  /** The other side is gone. Called once. */
  onEnd(listener: (error: ErrorData) => void): void;
  /** Ends the other side, or lets go of it. */
  close(): void;
}

/** A transport that begins when the other side has said that it is there. */
export interface LineTransport extends Transport {
  /** Rejects with ProtocolError when the other side ends before it has said anything. */
  readonly ready: Promise<void>;
}

/** What the lines of each side begin with, so that none takes its own echo for an answer. */
const marks = { asks: '\u001eask ', answers: '\u001eanswer ' } as const;

/** What a side says first: a line without a frame. */
const greeting = '';
/** Code units that `String.fromCharCode` is given at once. */
const chunk = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** A frame as a line: `t` and the text, or `b` and the bytes, in base64: no terminal alters that, nor is it cut within a character. */
function encodeLine(message: Message): string {
  const frame = encodeFrame(message);
  return typeof frame === 'string' ? `t${toBase64(encodeUtf8(frame))}` : `b${toBase64(frame)}`;
}

function decodeLine(line: string): Message {
  const bytes = fromBase64(line.slice(1));
  return decodeFrame(line.startsWith('t') ? decodeUtf8(bytes) : bytes);
}

/** Gives whole lines, without their ends. Pieces are put together only at a line's end: a long line comes in many. */
function lineReader(hear: (line: string) => void): (text: string) => void {
  let pieces: string[] = [];
  return (text) => {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      pieces.push(line);
      const whole = pieces.join('');
      pieces = [];
      hear(whole.endsWith('\r') ? whole.slice(0, -1) : whole);
    }
    if (last) pieces.push(last);
  };
}

/** A transport over the streams of a process, a frame a line. The answering side greets at once; the asking side may ask when `ready`. Lines that are not the other side's are passed to `stray`. */
export function lineTransport(channel: LineChannel, side: 'asks' | 'answers', stray: (line: string) => void = () => undefined): LineTransport {
  const messages = new Emitter<Message>();
  const closes = new Emitter<ErrorData>();
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  const [mine, theirs] = side === 'asks' ? [marks.asks, marks.answers] : [marks.answers, marks.asks];
  let closed = false;
  const send = (line: string): void | Promise<void> => (closed ? undefined : channel.write(`${mine}${line}\n`));
  const lose = (error: ErrorData): void => {
    if (closed) return;
    closed = true;
    reject(new ProtocolError(error));
    closes.fire(error);
  };
  const hear = (frame: string): void => {
    let message: Message;
    try {
      message = decodeLine(frame);
    } catch {
      // One that is lost would leave its asker waiting.
      return lose({ code: 'connection-lost', message: 'A line of the other side was damaged on its way.' });
    }
    messages.fire(message);
  };
  channel.onText(
    lineReader((line) => {
      // Another's output may stand before it, without an end of its line.
      const at = line.indexOf(theirs);
      if (at !== 0) stray(at < 0 ? line : line.slice(0, at));
      if (at < 0) return;
      resolve();
      const frame = line.slice(at + theirs.length);
      if (frame !== greeting && !closed) hear(frame);
    }),
  );
  channel.onEnd(lose);
  if (side === 'answers') void send(greeting);
  return {
    ready,
    send: (message) => send(encodeLine(message)),
    onMessage: messages.event,
    onClose: closes.event,
    dispose() {
      closed = true;
      messages.dispose();
      closes.dispose();
      channel.close();
    },
  };
}
