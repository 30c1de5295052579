import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';

/** Letters of the kinds of change: modified, added, deleted. */
const letters = ['C', 'A', 'D'];

export const diffCommand = defineCommand({
  name: 'diff',
  use: 'diff CONTAINER',
  short: "Inspect changes to files or directories on a container's filesystem",
  aliasesText: 'docker container diff, docker diff',
  args: exactArgs(1),
  flags: {},
  complete: ['container'],
  async run({ cli, args }) {
    const [container = ''] = args;
    if (container === '') throw new CliError('Container name cannot be empty');
    const changes = (await cli.client.containers.changes(container)) ?? [];
    await cli.out.print(changes.map(({ Kind, Path }) => `${letters[Kind]} ${Path}\n`).join(''));
  },
});
