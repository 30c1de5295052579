import { minArgs } from './command/args-rule.ts';
import { defineCommand, type Command, type CommandGroup } from './command/command.ts';

function command(name: string, use: string, short: string): Command {
  return defineCommand({ name, use, short, args: minArgs(0), flags: {}, needs: 'experimental', support: { no: 'the engine has no experimental features' }, run: () => Promise.resolve() });
}

/** Only for engines with experimental features: help lists it where no engine answers, and calling it says so. */
export const checkpointGroup: CommandGroup = {
  name: 'checkpoint', short: 'Manage checkpoints', needs: 'experimental', support: { no: 'the engine has no experimental features' },
  subcommands: [
    command('create', 'create [OPTIONS] CONTAINER CHECKPOINT', 'Create a checkpoint from a running container'),
    command('ls', 'ls [OPTIONS] CONTAINER', 'List checkpoints for a container'),
    command('rm', 'rm [OPTIONS] CONTAINER CHECKPOINT', 'Remove a checkpoint'),
  ],
};
