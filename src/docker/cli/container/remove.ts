import { isDockerError } from '../../client/index.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';
import { bool } from '../flags/index.ts';

const flags = {
  force: bool('Force the removal of a running container (uses SIGKILL)', { shorthand: 'f' }),
  link: bool('Remove the specified link', { shorthand: 'l' }),
  volumes: bool('Remove anonymous volumes associated with the container', { shorthand: 'v' }),
};

const shared = {
  name: 'rm',
  use: 'rm [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Remove one or more containers',
  aliasesText: 'docker container rm, docker container remove, docker rm',
  args: minArgs(1),
  flags,
  complete: ['container'] as const,
  run,
};

export const removeCommand = defineCommand(shared);

export const containerRemoveCommand = defineCommand({ ...shared, aliases: ['remove'] });

async function run({ cli, args, flags: given }: Invocation<typeof flags>): Promise<void> {
  const removals = args.map(async (name) => {
    const bare = name.replace(/^\/+|\/+$/g, '');
    if (bare === '') throw new CliError('Container name cannot be empty');
    await cli.client.containers.remove(bare, given);
  });
  for (const removal of removals) removal.catch(() => undefined);
  const errors: string[] = [];
  for (const [i, removal] of removals.entries()) {
    try {
      await removal;
      await cli.out.print(`${args[i]}\n`);
    } catch (error) {
      // With --force, what is not there is as good as removed.
      if (given.force && isDockerError(error, 'NotFound')) await cli.err.print(`${error.message}\n`);
      else errors.push(messageOf(error));
    }
  }
  if (errors.length > 0) throw new CliError(errors.join('\n'));
}
