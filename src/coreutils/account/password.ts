import { decodeUtf8 } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import type { Tool } from '../program/index.ts';
import { checkHash } from './crypt.ts';
import { mapLines, textOfFile } from './group-edit.ts';

/** The fields of a user's line in /etc/shadow; undefined without one, or for who may not read it. */
export function shadowEntry(process: Process, name: string): string[] | undefined {
  try {
    return textOfFile(process, '/etc/shadow').split('\n').map((line) => line.split(':')).find((fields) => fields[0] === name);
  } catch (error) {
    if (isSystemError(error, 'EACCES')) return undefined;
    throw error;
  }
}

/** Changes fields of a user's line in /etc/shadow, by their number. */
export function changeShadow(process: Process, name: string, changes: Record<number, string>): void {
  mapLines(process, '/etc/shadow', (fields) => (fields[0] === name ? Array.from({ length: 9 }, (_, index) => changes[index] ?? fields[index] ?? '') : fields));
}

/** Today, as /etc/shadow counts. */
export function today(process: Process): number {
  return Math.floor(process.clock.now() / 86400000);
}

/** Reads a line without showing it, from the terminal or else from standard input; undefined at its end. */
export async function askSecret(tool: Tool, prompt: string, fromStdin = true): Promise<string | undefined> {
  const { process } = tool;
  await tool.errorText(prompt);
  const terminal = process.isatty(0);
  if (!terminal && !fromStdin) return undefined;
  const saved = terminal ? process.tcgetattr(0) : undefined;
  if (saved) process.tcsetattr(0, { echo: false });
  try {
    const bytes: number[] = [];
    for (;;) {
      const part = await process.read(0, 1);
      const [byte] = part;
      if (byte === undefined) return bytes.length > 0 ? decodeUtf8(Uint8Array.from(bytes)) : undefined;
      if (byte === 10) return decodeUtf8(Uint8Array.from(bytes));
      bytes.push(byte);
    }
  } finally {
    if (saved) {
      process.tcsetattr(0, saved);
      await tool.errorText('\n');
    }
  }
}

/** Whether `password` is the user's. */
export function passwordOpens(process: Process, name: string, password: string): boolean {
  const hash = shadowEntry(process, name)?.[1];
  return hash !== undefined && checkHash(password, hash);
}
