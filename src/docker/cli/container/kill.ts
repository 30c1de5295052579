import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { forEachArgument } from '../each-argument.ts';
import { string } from '../flags/index.ts';

export const killCommand = defineCommand({
  name: 'kill',
  use: 'kill [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Kill one or more running containers',
  aliasesText: 'docker container kill, docker kill',
  args: minArgs(1),
  flags: { signal: string('Signal to send to the container', { shorthand: 's' }) },
  complete: ['running container'],
  run: ({ cli, args, flags }) => forEachArgument(cli, args, (name) => cli.client.containers.kill(name, flags.signal)),
});
