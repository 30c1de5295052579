import { isDockerError } from '../../client/index.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { StatusError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';
import { bool } from '../flags/index.ts';

export const networkRemoveCommand = defineCommand({
  name: 'rm',
  aliases: ['remove'],
  use: 'rm NETWORK [NETWORK...]',
  short: 'Remove one or more networks',
  args: minArgs(1),
  flags: { force: bool('Do not error if the network does not exist', { shorthand: 'f' }) },
  complete: ['network'],
  async run({ cli, args, flags }) {
    let status = 0;
    for (const name of args) {
      try {
        await cli.client.networks.remove(name);
        await cli.out.print(`${name}\n`);
      } catch (error) {
        if (flags.force && isDockerError(error, 'NotFound')) continue;
        await cli.err.print(`${messageOf(error)}\n`);
        status = 1;
      }
    }
    if (status !== 0) throw new StatusError(status);
  },
});
