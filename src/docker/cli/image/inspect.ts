import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { inspectFormat } from '../flags/index.ts';
import { findObject } from '../format/find-object.ts';
import { printInspected } from '../format/inspect.ts';

export const imageInspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] IMAGE [IMAGE...]',
  short: 'Display detailed information on one or more images',
  args: minArgs(1),
  flags: { format: inspectFormat() },
  complete: ['image'],
  run: ({ cli, args, flags }) => printInspected(cli, args, flags.format, (name) => findObject(cli, 'image', name)),
});
