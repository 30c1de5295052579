import { decodeUtf8 } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import type { Tool } from '../program/index.ts';

/** Asks on the terminal, whatever the standard streams are; `secret`: what is typed is not shown. Without a terminal the answer is read from standard input, secrets are not (undefined). */
export async function askLine(process: Process, question: string, secret = false): Promise<string | undefined> {
  let terminal: number | undefined;
  try {
    terminal = process.open('/dev/tty', 'r+');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (secret) return undefined;
  }
  const fd = terminal ?? 0;
  await process.write(terminal ?? 1, question);
  const saved = terminal === undefined ? undefined : process.tcgetattr(fd);
  if (saved && secret) process.tcsetattr(fd, { echo: false });
  try {
    const bytes: number[] = [];
    for (;;) {
      const [byte] = await process.read(fd, 1);
      if (byte === undefined || byte === 10) {
        if (byte === undefined && bytes.length === 0) return undefined;
        return decodeUtf8(Uint8Array.from(bytes));
      }
      bytes.push(byte);
    }
  } finally {
    if (saved && secret) {
      process.tcsetattr(fd, saved);
      await process.write(fd, '\n');
    }
    if (terminal !== undefined) process.close(terminal);
  }
}

/** Writes lines to standard error as OpenSSH's log does: each ends as on a raw terminal. */
export function say(tool: Tool, text: string): Promise<void> {
  return tool.errorText(text.replaceAll('\n', '\r\n'));
}
