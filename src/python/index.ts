import type { ProgramLoader } from '../kernel/uapi/index.ts';
import { InterpreterPool, type InterpreterPoolOptions } from './interpreter-pool.ts';
import { releases } from './releases.ts';

export type { InterpreterPoolOptions };

/** Loaders for `python3.13` and the other releases by name, with interpreters of their own (one host's). What is heavy loads when the first one runs. */
export function pythonPrograms(options: InterpreterPoolOptions = {}): Record<string, ProgramLoader> {
  let pool: InterpreterPool | undefined;
  return Object.fromEntries(Object.keys(releases).map((minor) => [`python${minor}`, async () => {
    const { pythonProgram } = await import('./program.ts');
    pool ??= new InterpreterPool(options);
    return pythonProgram(pool, minor);
  }]));
}
