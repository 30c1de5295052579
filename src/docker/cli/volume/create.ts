import { maxArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { label } from '../container/validators.ts';
import { cut, list, map, string } from '../flags/index.ts';

export const volumeCreateCommand = defineCommand({
  name: 'create',
  use: 'create [OPTIONS] [VOLUME]',
  short: 'Create a volume',
  args: maxArgs(1),
  flags: {
    driver: string('Specify volume driver name', { shorthand: 'd', initial: 'local' }),
    label: list('Set metadata for a volume', { validate: label }),
    name: string('Specify volume name', { hidden: true }),
    opt: map('Set driver specific options', { shorthand: 'o' }),
  },
  async run({ cli, args, flags }) {
    const [name] = args;
    if (name !== undefined && flags.name !== '') throw new CliError('conflicting options: either specify --name or provide positional arg, not both');
    const volume = await cli.client.volumes.create({
      Name: name ?? flags.name,
      Driver: flags.driver,
      DriverOpts: { ...flags.opt },
      Labels: Object.fromEntries(flags.label.map((text): [string, string] => [cut(text, '=')[0], cut(text, '=')[1] ?? ''])),
    });
    await cli.out.print(`${volume.Name}\n`);
  },
});
