import { alignColumns } from '../../../base/go/index.ts';
import type { ApiRequest } from '../../client/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { isDockerError } from '../../client/index.ts';

/** What there is of a swarm, for the table of what is supported. */
export const swarmOfOne = 'a swarm has one node, networks and no services';

/** Asks the engine: what it has against it ends the command. */
export async function ask({ cli, args }: LooseInvocation, method: ApiRequest['method'] & string, path: string): Promise<void> {
  await (await cli.client.request({ method, path: path.replace('{}', encodeURIComponent(args[0] ?? '')) })).bytes();
}

/** A command of which nothing is done here: it fails with the engine's words, or says so itself where the engine has none. */
export function asks(method: ApiRequest['method'] & string, path: string): (invocation: LooseInvocation) => Promise<void> {
  return async (invocation) => {
    await ask(invocation, method, path);
    throw new CliError(`${invocation.path} is not supported here: ${swarmOfOne}`);
  };
}

/** The same for commands that inspect: they show an empty list, and the refusal as a status. */
export function inspects(path: string): (invocation: LooseInvocation) => Promise<void> {
  return async (invocation) => {
    try {
      await ask(invocation, 'GET', path);
    } catch (error) {
      if (!isDockerError(error)) throw error;
      await invocation.cli.out.print('[]\n');
      const missing = path.startsWith('/services/') && isDockerError(error, 'NotFound');
      throw new StatusError(1, `Status: ${missing ? `Error: no such service: ${invocation.args[0] ?? ''}` : error.message}, Code: 1`);
    }
  };
}

/** Asks for a list, of which a swarm of one node without services has nothing: only the headings are shown. */
export function listsNothing(path: string, headings: readonly string[]): (invocation: LooseInvocation) => Promise<void> {
  return async (invocation) => {
    await ask(invocation, 'GET', path);
    const given = String(invocation.flags['format'] ?? '');
    if (invocation.flags['quiet'] === true || (given !== '' && !given.startsWith('table'))) return;
    await invocation.cli.out.print(alignColumns(`${headings.join('\t')}\n`, { minWidth: 10, padding: 3 }));
  };
}
