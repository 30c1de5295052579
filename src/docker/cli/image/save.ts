import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { string } from '../flags/index.ts';
import { writeArchive } from '../output-file.ts';

export const saveCommand = defineCommand({
  name: 'save',
  use: 'save [OPTIONS] IMAGE [IMAGE...]',
  short: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  aliasesText: 'docker image save, docker save',
  args: minArgs(1),
  flags: { output: string('Write to a file, instead of STDOUT', { shorthand: 'o' }) },
  complete: ['image'],
  run: ({ cli, args, flags }) => writeArchive(cli, flags.output, 'failed to save image', () => cli.client.images.save(args)),
});
