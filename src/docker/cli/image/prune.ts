import { humanSize } from '../../../base/go/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';

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
    const filters = new Map(flags.filter).set('dangling', [flags.all ? 'false' : 'true']);
    const { ImagesDeleted, SpaceReclaimed } = await cli.client.images.prune(filters);
    const deleted = ImagesDeleted ?? [];
    if (deleted.length > 0) {
      const lines = deleted.map((item) => ('Deleted' in item ? `deleted: ${item.Deleted}` : `untagged: ${item.Untagged}`));
      await cli.out.print(`Deleted Images:\n${lines.join('\n')}\n\n`);
    }
    await cli.out.print(`Total reclaimed space: ${humanSize(deleted.length > 0 ? SpaceReclaimed : 0)}\n`);
  },
});
