import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';
import { printPruned, pruneImages } from '../prune.ts';

export const imagePruneCommand = defineCommand({
  name: 'prune',
  use: 'prune [OPTIONS]',
  short: 'Remove unused images',
  args: noArgs,
  flags: {
    all: bool('Remove all unused images, not just dangling ones', { shorthand: 'a' }),
    filter: filter('Provide filter values (e.g. "until=<timestamp>")', { letter: false }),
    force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
  },
  async run({ cli, flags }) {
    if (!flags.force) {
      const which = flags.all ? 'all images without at least one container associated to them' : 'all dangling images';
      await confirm(cli, `WARNING! This will remove ${which}.\nAre you sure you want to continue?`);
    }
    await printPruned(cli, await pruneImages(cli, flags.filter, flags.all));
  },
});
