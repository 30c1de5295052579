import { isSystemError } from '../../kernel/index.ts';
import type { KeySource } from '../readline/key-reader.ts';
import type { Shell } from '../state/shell.ts';

/** Keys from a terminal, byte by byte: what is typed ahead stays for the program that runs next. */
export function terminalKeys(shell: Shell, fd: number, onInterrupt: () => boolean): KeySource {
  const { process } = shell;
  return {
    async next() {
      for (;;) {
        try {
          const bytes = await process.read(fd, 1);
          return bytes[0];
        } catch (error) {
          if (isSystemError(error, 'EIO')) return undefined;
          if (!isSystemError(error, 'EINTR')) throw error;
          if (onInterrupt()) return 3;
        }
      }
    },
    async pending(ms) {
      try {
        return (await process.poll([fd], ms)).length > 0;
      } catch (error) {
        if (isSystemError(error, 'EINTR')) return false;
        throw error;
      }
    },
  };
}
