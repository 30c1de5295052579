import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';
import { printPruned, pruneContainers } from '../prune.ts';

export const containerPruneCommand = defineCommand({
  name: 'prune',
  use: 'prune [OPTIONS]',
  short: 'Remove all stopped containers',
  args: noArgs,
  flags: {
    filter: filter('Provide filter values (e.g. "until=<timestamp>")', { letter: false }),
    force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
  },
  async run({ cli, flags }) {
    if (!flags.force) await confirm(cli, 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?');
    await printPruned(cli, await pruneContainers(cli, flags.filter));
  },
});
