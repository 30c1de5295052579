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
      await tool.error(words?.(name, why, opening) ?? (tool.busybox && opening ? `can't open '${name}': ${why}` : `${tool.busybox ? name : quoteIfNeeded(name)}: ${why}`));
      status = 1;
    }
  }
  return status;
}
