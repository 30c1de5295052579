import { describe, expect, test } from 'vitest';
import type { ErrorData } from './errors.ts';
import { type LineChannel, lineTransport } from './line-transport.ts';
import type { Message } from './rpc.ts';

/** One end of a terminal, whose other end is the test. */
function channel(): LineChannel & { written: string[]; say(text: string): void; end(error: ErrorData): void; closed: boolean } {
  const heard: ((text: string) => void)[] = [];
  const ended: ((error: ErrorData) => void)[] = [];
  return {
    written: [],
    closed: false,
    write(text) {
      this.written.push(text);
    },
    onText: (listener) => void heard.push(listener),
    onEnd: (listener) => void ended.push(listener),
    close() {
      this.closed = true;
    },
    say: (text) => heard.forEach((each) => each(text)),
    end: (error) => ended.forEach((each) => each(error)),
  };
}

const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
const messages: Message[] = [
  { kind: 'request', id: 1, method: 'exec', params: { script: 'echo "привет, \u2028 мир\r\n"' } },
  { kind: 'event', name: 'terminal.data', value: { terminal: 1, data: everyByte } },
  { kind: 'result', id: 1, result: null },
];

describe('a transport over lines', () => {
  test('what one side sends arrives whole at the other, in pieces of any length, with the line ends of a terminal', () => {
    for (const size of [1, 7, 4096, 1_000_000]) {
      const [near, far] = [channel(), channel()];
      const sending = lineTransport(near, 'answers');
      const got: Message[] = [];
      lineTransport(far, 'asks').onMessage((message) => got.push(message));
      for (const message of messages) void sending.send(message);
      const all = near.written.join('').replaceAll('\n', '\r\n');
      for (let at = 0; at < all.length; at += size) far.say(all.slice(at, at + size));
      expect(got).toEqual(messages);
    }
  });

  test('an echo of what was sent and the output of others are no messages', async () => {
    const near = channel();
    const stray: string[] = [];
    const transport = lineTransport(near, 'asks', (line) => stray.push(line));
    const got: Message[] = [];
    transport.onMessage((message) => got.push(message));
    void transport.send({ kind: 'request', id: 1, method: 'save', params: {} });
    const other = channel();
    void lineTransport(other, 'answers').send({ kind: 'result', id: 1, result: 'kept' });
    near.say(`${near.written.join('')}(node:7) Warning: something\nno end${other.written.join('')}`);
    await transport.ready;
    expect(got).toEqual([{ kind: 'result', id: 1, result: 'kept' }]);
    expect(stray).toEqual([near.written.join('').trimEnd(), '(node:7) Warning: something', 'no end']);
  });

  test('an end before the greeting is why it is not ready; one after it closes it, and nothing is written any more', async () => {
    const error = { code: 'host-crashed', message: 'gone' };
    const early = channel();
    const never = lineTransport(early, 'asks');
    early.end(error);
    await expect(never.ready).rejects.toMatchObject(error);
    const near = channel();
    const transport = lineTransport(near, 'asks');
    const other = channel();
    lineTransport(other, 'answers');
    near.say(other.written.join(''));
    await transport.ready;
    const closes: ErrorData[] = [];
    transport.onClose((each) => closes.push(each));
    near.end(error);
    void transport.send({ kind: 'request', id: 1, method: 'save', params: {} });
    expect(closes).toEqual([error]);
    expect(near.written).toEqual([]);
    transport.dispose();
    expect(near.closed).toBe(true);
  });

  test('a damaged line closes it, since somebody waits for what was in it', () => {
    const [near, far] = [channel(), channel()];
    const sending = lineTransport(near, 'answers');
    const transport = lineTransport(far, 'asks');
    const closes: ErrorData[] = [];
    transport.onClose((each) => closes.push(each));
    void sending.send({ kind: 'result', id: 1, result: 'kept' });
    const all = near.written.join('');
    far.say(`${all.slice(0, -9)}(node:7) Warning: something${all.slice(-9)}`);
    expect(closes).toMatchObject([{ code: 'connection-lost' }]);
  });
});
