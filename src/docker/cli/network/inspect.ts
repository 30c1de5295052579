import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, inspectFormat } from '../flags/index.ts';
import { findObject } from '../format/find-object.ts';
import { printInspected } from '../format/inspect.ts';

export const networkInspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] NETWORK [NETWORK...]',
  short: 'Display detailed information on one or more networks',
  args: minArgs(1),
  flags: { format: inspectFormat(), verbose: bool('Verbose output for diagnostics', { shorthand: 'v' }) },
  complete: ['network'],
  run: ({ cli, args, flags }) => printInspected(cli, args, flags.format, (name) => findObject(cli, 'network', name, { verbose: flags.verbose })),
});
