import { isDockerError } from '../../client/index.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';
import { bool } from '../flags/index.ts';

const flags = {
  force: bool('Force removal of the image', { shorthand: 'f' }),
  'no-prune': bool('Do not delete untagged parents'),
};

const shared = {
  short: 'Remove one or more images',
  aliasesText: 'docker image rm, docker image remove, docker rmi',
  args: minArgs(1),
  flags,
  complete: ['image'] as const,
  run,
};

export const rmiCommand = defineCommand({ ...shared, name: 'rmi', use: 'rmi [OPTIONS] IMAGE [IMAGE...]' });

export const imageRemoveCommand = defineCommand({ ...shared, name: 'rm', aliases: ['remove'], use: 'rm [OPTIONS] IMAGE [IMAGE...]' });

async function run({ cli, args, flags: given }: Invocation<typeof flags>): Promise<void> {
  const errors: string[] = [];
  let fatal = false;
  for (const name of args) {
    try {
      const removed = await cli.client.images.remove(name, { force: given.force, noPrune: given['no-prune'] });
      await cli.out.print(removed.map((item) => ('Deleted' in item ? `Deleted: ${item.Deleted}\n` : `Untagged: ${item.Untagged}\n`)).join(''));
    } catch (error) {
      if (!isDockerError(error, 'NotFound')) fatal = true;
      errors.push(messageOf(error));
    }
  }
  if (errors.length === 0) return;
  if (!given.force || fatal) throw new CliError(errors.join('\n'));
  await cli.err.print(`${errors.join('\n')}\n`);
}
