import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { forEachArgument } from '../each-argument.ts';
import { bool } from '../flags/index.ts';
import { commandFromHelp } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';

export const volumeRemoveCommand = defineCommand({
  name: 'rm',
  aliases: ['remove'],
  use: 'rm [OPTIONS] VOLUME [VOLUME...]',
  short: 'Remove one or more volumes',
  long: 'Remove one or more volumes. You cannot remove a volume that is in use by a container.',
  example: '\n$ docker volume rm hello\nhello\n',
  args: minArgs(1),
  flags: { force: bool('Force the removal of one or more volumes', { shorthand: 'f' }) },
  complete: ['volume'],
  run: ({ cli, args, flags }) => forEachArgument(cli, args, (name) => cli.client.volumes.remove(name, { force: flags.force }), true),
});

export const volumeUpdateCommand = commandFromHelp(`Usage:  docker volume update [OPTIONS] [VOLUME]

Update a volume (cluster volumes only)

Options:
      --availability string   Cluster Volume availability ("active", "pause", "drain") (default "active")`, () => Promise.reject(new CliError('Can only update cluster volumes')), {
  needs: 'swarm', support: { partly: 'there are no cluster volumes' },
});
