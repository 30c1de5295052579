import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { bool, string } from '../flags/index.ts';
import { containerFlags } from './container-flags.ts';
import { containerRequest } from './container-request.ts';
import { checkPull, createContainer } from './create-container.ts';

const flags = {
  ...containerFlags,
  'disable-content-trust': bool('Skip image verification', { initial: true, support: { partly: 'image signatures are not modelled' } }),
  name: string('Assign a name to the container'),
  platform: string('Set platform if server is multi-platform capable'),
  pull: string('Pull image before creating ("always", "|missing", "never")', { initial: 'missing' }),
  quiet: bool('Suppress the pull output', { shorthand: 'q' }),
};

export const createCommand = defineCommand({
  name: 'create',
  use: 'create [OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create a new container',
  aliasesText: 'docker container create, docker create',
  args: minArgs(1),
  flags,
  interspersed: false,
  complete: ['image', 'file'],
  async run({ cli, args, flags: given, changed }) {
    const [image = '', ...command] = args;
    let request;
    try {
      checkPull(given.pull);
      request = containerRequest(cli.process, given, changed, image, command);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      throw new StatusError(125, `docker: ${error.message.replace(/\.$/, '')}.\nSee 'docker create --help'.`);
    }
    await cli.out.print(`${await createContainer(cli, request, given)}\n`);
  },
});
