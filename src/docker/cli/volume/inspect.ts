import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { inspectFormat } from '../flags/index.ts';
import { findObject } from '../format/find-object.ts';
import { printInspected } from '../format/inspect.ts';

export const volumeInspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] VOLUME [VOLUME...]',
  short: 'Display detailed information on one or more volumes',
  args: minArgs(1),
  flags: { format: inspectFormat() },
  complete: ['volume'],
  run: ({ cli, args, flags }) => printInspected(cli, args, flags.format, (name) => findObject(cli, 'volume', name)),
});
