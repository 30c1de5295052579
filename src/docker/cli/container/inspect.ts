import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, inspectFormat } from '../flags/index.ts';
import { findObject } from '../format/find-object.ts';
import { printInspected } from '../format/inspect.ts';

export const containerInspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Display detailed information on one or more containers',
  args: minArgs(1),
  flags: { format: inspectFormat(), size: bool('Display total file sizes', { shorthand: 's' }) },
  complete: ['container'],
  run: ({ cli, args, flags }) => printInspected(cli, args, flags.format, (name) => findObject(cli, 'container', name, { size: flags.size })),
});
