import { familiarName, parseReference } from '../../../oci/index.ts';
import { rangeArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { bool, list, string } from '../flags/index.ts';

const flags = {
  author: string('Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")', { shorthand: 'a' }),
  change: list('Apply Dockerfile instruction to the created image', { shorthand: 'c' }),
  message: string('Commit message', { shorthand: 'm' }),
  pause: bool('Pause container during commit', { shorthand: 'p', initial: true }),
};

export const commitCommand = defineCommand({
  name: 'commit',
  use: 'commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  short: "Create a new image from a container's changes",
  aliasesText: 'docker container commit, docker commit',
  args: rangeArgs(1, 2),
  flags,
  interspersed: false,
  complete: ['container', 'image'],
  async run({ cli, args, flags: given }) {
    const [container = '', name] = args;
    const target = name ? repositoryOf(name) : {};
    const { Id } = await cli.client.images.commit(container, { ...target, comment: given.message, author: given.author, pause: given.pause, changes: given.change });
    await cli.out.print(`${Id}\n`);
  },
});

function repositoryOf(name: string): { repo: string; tag: string } {
  const reference = parseReference(name);
  if (reference.digest !== undefined) throw new CliError('refusing to create a tag with a digest reference');
  return { repo: familiarName(reference), tag: reference.tag ?? 'latest' };
}
