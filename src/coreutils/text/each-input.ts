import type { Fd } from '../../kernel/uapi/index.ts';
import { closeInput, openInput, quoteIfNeeded, reason, type Tool } from '../program/index.ts';

/**
 * Runs `use` for each input in order (`-` and no names: standard input). What cannot be opened or read is reported as `NAME: file: why`.
 * Returns 1 when something failed, else 0.
 */
export async function eachInput(tool: Tool, names: readonly string[], use: (fd: Fd, name: string) => Promise<void>, words?: (name: string, why: string, opening: boolean) => string, afterError?: () => Promise<void>): Promise<number> {
  let status = 0;
  for (const name of names.length ? names : ['-']) {
    let opening = true;
    try {
      const fd = openInput(tool.process, name);
      opening = false;
      try {
        await use(fd, name);
      } finally {
        closeInput(tool.process, fd);
      }
    } catch (error) {
      const why = reason(error);
      if (why === 'Broken pipe') throw error;
      if (!opening) await afterError?.();
      await tool.out.flush();
      await tool.error(tool.busybox ? busyboxWords(tool, name, why, opening) : (words?.(name, why, opening) ?? `${quoteIfNeeded(name)}: ${why}`));
      status = 1;
    }
  }
  return status;
}

/** cat and tail open with open(2), the others with fopen(3), and each says it its way. */
function busyboxWords(tool: Tool, name: string, why: string, opening: boolean): string {
  const program = tool.name.slice(tool.name.lastIndexOf('/') + 1);
  if (program === 'cat' || program === 'tail') return opening ? `can't open '${name}': ${why}` : `read error: ${why}`;
  return `${name === '-' ? 'standard input' : name}: ${why}`;
}
