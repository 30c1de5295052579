import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { forEachArgument } from '../each-argument.ts';
import { int, string } from '../flags/index.ts';

const flags = {
  signal: string('Signal to send to the container', { shorthand: 's' }),
  time: int('Seconds to wait before killing the container', { shorthand: 't' }),
};

export const stopCommand = defineCommand({
  name: 'stop',
  use: 'stop [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Stop one or more running containers',
  aliasesText: 'docker container stop, docker stop',
  args: minArgs(1),
  flags,
  complete: ['running container'],
  run: ({ cli, args, flags: given, changed }) =>
    forEachArgument(cli, args, (name) => cli.client.containers.stop(name, { signal: given.signal, ...(changed('time') && { timeout: given.time }) })),
});

export const restartCommand = defineCommand({
  name: 'restart',
  use: 'restart [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Restart one or more containers',
  aliasesText: 'docker container restart, docker restart',
  args: minArgs(1),
  flags,
  complete: ['container'],
  run: ({ cli, args, flags: given, changed }) =>
    forEachArgument(cli, args, (name) => cli.client.containers.restart(name, { signal: given.signal, ...(changed('time') && { timeout: given.time }) }), true),
});
