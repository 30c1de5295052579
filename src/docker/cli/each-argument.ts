import { isDockerError } from '../client/index.ts';
import type { Cli } from './cli.ts';
import { CliError } from './command/status-error.ts';

/** How many requests run at the same time. */
const parallel = 50;

/** Does `work` for every name, several at a time; prints the names that went well in their order, then fails with the messages of the others. */
export async function forEachArgument(cli: Cli, names: readonly string[], work: (name: string) => Promise<unknown>, sequential = false): Promise<void> {
  const started: Promise<unknown>[] = [];
  const start = (name: string): Promise<unknown> => {
    const done = work(name);
    done.catch(() => undefined);
    return done;
  };
  if (!sequential) started.push(...names.slice(0, parallel).map(start));
  const errors: string[] = [];
  for (const [i, name] of names.entries()) {
    try {
      await (started[i] ?? start(name));
      await cli.out.print(`${name}\n`);
    } catch (error) {
      errors.push(messageOf(error));
    }
  }
  if (errors.length > 0) throw new CliError(errors.join('\n'));
}

/** The message of an error that a request or check made; others are thrown again. */
export function messageOf(error: unknown): string {
  if (error instanceof CliError || isDockerError(error)) return error.message;
  throw error;
}
