import { humanSize } from '../../../base/go/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';

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
    const { ContainersDeleted, SpaceReclaimed } = await cli.client.containers.prune(flags.filter);
    const deleted = ContainersDeleted ?? [];
    if (deleted.length > 0) await cli.out.print(`Deleted Containers:\n${deleted.join('\n')}\n\n`);
    await cli.out.print(`Total reclaimed space: ${humanSize(deleted.length > 0 ? SpaceReclaimed : 0)}\n`);
  },
});
