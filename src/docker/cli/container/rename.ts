import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';

export const renameCommand = defineCommand({
  name: 'rename',
  use: 'rename CONTAINER NEW_NAME',
  short: 'Rename a container',
  aliasesText: 'docker container rename, docker rename',
  args: exactArgs(2),
  flags: {},
  complete: ['container'],
  async run({ cli, args }) {
    const [from = '', to = ''] = args.map((name) => name.trim());
    if (from === '' || to === '') throw new CliError('Error: Neither old nor new names may be empty');
    try {
      await cli.client.containers.rename(from, to);
    } catch (error) {
      await cli.err.print(`${messageOf(error)}\n`);
      throw new CliError(`Error: failed to rename container named ${from}`);
    }
  },
});
