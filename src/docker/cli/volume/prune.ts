import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';
import { printPruned, pruneVolumes } from '../prune.ts';

export const volumePruneCommand = defineCommand({
  name: 'prune',
  use: 'prune [OPTIONS]',
  short: 'Remove unused local volumes',
  args: noArgs,
  flags: {
    all: bool('Remove all unused volumes, not just anonymous ones', { shorthand: 'a' }),
    filter: filter('Provide filter values (e.g. "label=<label>")', { letter: false }),
    force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
  },
  async run({ cli, flags }) {
    if (flags.all && flags.filter.has('all')) throw new CliError('conflicting options: cannot specify both --all and --filter all=1');
    const filters = flags.all ? new Map(flags.filter).set('all', ['true']) : flags.filter;
    if (!flags.force) await confirm(cli, `WARNING! This will remove ${flags.all ? 'all' : 'anonymous'} local volumes not used by at least one container.\nAre you sure you want to continue?`);
    await printPruned(cli, await pruneVolumes(cli, filters));
  },
});
