import { goQuote } from '../../../base/go/index.ts';
import type { Cli } from '../cli.ts';

/** Begins to wait for the container's end (or removal); resolves when the daemon is waiting, to a promise of the exit status. What goes wrong is logged and counts as 125. */
export async function waitExit(cli: Cli, container: string, autoRemove: boolean): Promise<{ status: Promise<number> }> {
  const { answered, result } = cli.client.containers.wait(container, autoRemove ? 'removed' : 'next-exit');
  const fail = async (message: string): Promise<number> => {
    await cli.err.print(`time="${new Date(cli.clock.now()).toISOString().slice(0, 19)}Z" level=error msg=${goQuote(message)}\n`);
    return 125;
  };
  const status = result.then(
    async (response) => (response.Error ? fail(`Error waiting for container: ${response.Error.Message}`) : response.StatusCode),
    (error: unknown) => fail(`error waiting for container: ${error instanceof Error ? error.message : String(error)}`),
  );
  // Nobody may be left to look at it.
  status.catch(() => undefined);
  await answered.catch(() => undefined);
  return { status };
}
