import { isSystemError } from '../../kernel/index.ts';
import { DiscardJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { concatBytes } from '../../base/index.ts';
import { decodeText } from '../text/byte-string.ts';

/** Whether a descriptor can be read ahead and set back. */
export function isSeekable(shell: Shell, fd: number): boolean {
  try {
    shell.process.lseek(fd, 0, 'cur');
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** Reads bytes up to and with the newline, and not one more: the next reader gets the rest. undefined at the end. */
export async function readLine(shell: Shell, fd: number, delimiter = 10): Promise<string | undefined> {
  const bytes = await readLineBytes(shell, fd, delimiter);
  return bytes && decodeText(bytes);
}

const longestLine = 2 ** 28;

/** The same, as bytes. */
export async function readLineBytes(shell: Shell, fd: number, delimiter = 10): Promise<Uint8Array | undefined> {
  const { process } = shell;
  const parts: Uint8Array[] = [];
  const seekable = isSeekable(shell, fd);
  // A terminal gives a line at a time.
  const size = seekable ? 512 : process.isatty(fd) ? 4096 : 1;
  let length = 0;
  for (;;) {
    const chunk = await process.read(fd, size);
    if (shell.interrupted) throw new DiscardJump(130, 'SIGINT');
    if (chunk.length === 0) break;
    length += chunk.length;
    if (length > longestLine) throw new RangeError('out of memory');
    const end = chunk.indexOf(delimiter);
    if (end < 0) {
      parts.push(chunk);
      continue;
    }
    parts.push(chunk.subarray(0, end + 1));
    if (seekable && end + 1 < chunk.length) process.lseek(fd, end + 1 - chunk.length, 'cur');
    break;
  }
  return parts.length === 0 ? undefined : concatBytes(parts);
}
