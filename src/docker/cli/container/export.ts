import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { string } from '../flags/index.ts';
import { writeArchive } from '../output-file.ts';

export const exportCommand = defineCommand({
  name: 'export',
  use: 'export [OPTIONS] CONTAINER',
  short: "Export a container's filesystem as a tar archive",
  aliasesText: 'docker container export, docker export',
  args: exactArgs(1),
  flags: { output: string('Write to a file, instead of STDOUT', { shorthand: 'o' }) },
  complete: ['container'],
  run: ({ cli, args, flags }) => writeArchive(cli, flags.output, 'failed to export container', () => cli.client.containers.export(args[0] ?? '')),
});
