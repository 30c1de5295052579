import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { forEachArgument } from '../each-argument.ts';

export const pauseCommand = defineCommand({
  name: 'pause',
  use: 'pause CONTAINER [CONTAINER...]',
  short: 'Pause all processes within one or more containers',
  aliasesText: 'docker container pause, docker pause',
  args: minArgs(1),
  flags: {},
  complete: ['running container'],
  run: ({ cli, args }) => forEachArgument(cli, args, (name) => cli.client.containers.pause(name)),
});

export const unpauseCommand = defineCommand({
  name: 'unpause',
  use: 'unpause CONTAINER [CONTAINER...]',
  short: 'Unpause all processes within one or more containers',
  aliasesText: 'docker container unpause, docker unpause',
  args: minArgs(1),
  flags: {},
  complete: ['running container'],
  run: ({ cli, args }) => forEachArgument(cli, args, (name) => cli.client.containers.unpause(name)),
});
