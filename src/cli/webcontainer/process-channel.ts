import type { ReadStream } from 'node:tty';
import type { Readable, Writable } from 'node:stream';
import type { ErrorData, LineChannel } from '../../protocol/index.ts';

/** The standard streams of this process. On a terminal, nothing of what comes in is echoed or altered. */
export function processChannel(own: { stdin: Readable & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>; stdout: Writable }): LineChannel {
  const { stdin, stdout } = own;
  if (stdin.isTTY) stdin.setRawMode?.(true);
  stdin.setEncoding('utf8');
  return {
    // The one waits who has more to say; what is written already stays in order.
    write: (text) => (stdout.write(text) ? undefined : new Promise((resolve) => stdout.once('drain', resolve))),
    onText: (listener) => void stdin.on('data', listener),
    onEnd(listener) {
      const tell = (message: string): void => listener({ code: 'closed', message } satisfies ErrorData);
      stdin.once('end', () => tell('The input has ended.'));
      stdin.once('error', ({ message }) => tell(message));
      stdout.once('error', ({ message }) => tell(message));
    },
    close: () => void stdin.destroy(),
  };
}
