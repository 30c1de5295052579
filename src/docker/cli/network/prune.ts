import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';
import { pruneNetworks } from '../prune.ts';

export const networkPruneCommand = defineCommand({
  name: 'prune',
  use: 'prune [OPTIONS]',
  short: 'Remove all unused networks',
  args: noArgs,
  flags: {
    filter: filter('Provide filter values (e.g. "until=<timestamp>")', { letter: false }),
    force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
  },
  async run({ cli, flags }) {
    if (!flags.force) await confirm(cli, 'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue?');
    const { text } = await pruneNetworks(cli, flags.filter);
    if (text !== '') await cli.out.print(`${text}\n`);
  },
});
