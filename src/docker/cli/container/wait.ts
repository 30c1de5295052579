import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';

export const waitCommand = defineCommand({
  name: 'wait',
  use: 'wait CONTAINER [CONTAINER...]',
  short: 'Block until one or more containers stop, then print their exit codes',
  aliasesText: 'docker container wait, docker wait',
  args: minArgs(1),
  flags: {},
  complete: ['container'],
  async run({ cli, args }) {
    const errors: string[] = [];
    for (const name of args) {
      try {
        const { StatusCode } = await cli.client.containers.wait(name).result;
        await cli.out.print(`${StatusCode}\n`);
      } catch (error) {
        errors.push(messageOf(error));
      }
    }
    if (errors.length > 0) throw new CliError(errors.join('\n'));
  },
});
