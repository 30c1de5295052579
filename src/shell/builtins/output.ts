import { isSystemError, strerror } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';

/** Writes a builtin's output; a failure is told and gives status 1. */
export async function writeOutput(shell: Shell, builtin: string, text: string): Promise<number> {
  if (text === '') return 0;
  try {
    await shell.write(1, text);
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await shell.complain(`${builtin}: write error: ${strerror(error.code)}`);
    return 1;
  }
}
