import { humanSize } from '../../../base/go/index.ts';
import type { Filters } from '../../api/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { confirm } from '../confirm.ts';
import { bool, filter } from '../flags/index.ts';
import { compareNatural } from '../natural-order.ts';
import { pruneBuildCache, pruneContainers, pruneImages, pruneNetworks, pruneVolumes, type Pruned } from '../prune.ts';

export const systemPruneCommand = defineCommand({
  name: 'prune',
  use: 'prune [OPTIONS]',
  short: 'Remove unused data',
  args: noArgs,
  flags: {
    all: bool('Remove all unused images not just dangling ones', { shorthand: 'a' }),
    filter: filter('Provide filter values (e.g. "label=<key>=<value>")', { letter: false }),
    force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
    volumes: bool('Prune anonymous volumes'),
  },
  async run({ cli, flags }) {
    const { all, filter: filters, volumes } = flags;
    if (volumes && filters.has('until')) throw new CliError('ERROR: The "until" filter is not supported with "--volumes"');
    if (!flags.force) await confirm(cli, question(all, volumes, filters));
    const steps: (() => Promise<Pruned>)[] = [
      () => pruneContainers(cli, filters),
      () => pruneNetworks(cli, filters),
      ...(volumes ? [() => pruneVolumes(cli, filters)] : []),
      () => pruneImages(cli, filters, all),
      () => pruneBuildCache(cli, filters, all),
    ];
    let space = 0;
    for (const step of steps) {
      const pruned = await step();
      space += pruned.space;
      if (pruned.text !== '') await cli.out.print(`${pruned.text}\n`);
    }
    await cli.out.print(`Total reclaimed space: ${humanSize(space)}\n`);
  },
});

function question(all: boolean, volumes: boolean, filters: Filters): string {
  const warnings = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
    all ? 'all images without at least one container associated to them' : 'all dangling images',
    all ? 'all build cache' : 'unused build cache',
  ];
  const conditions = ['label', 'label!', 'until'].flatMap((name) => (filters.get(name) ?? []).map((value) => `${name}=${value}`)).toSorted(compareNatural);
  const filtered = conditions.length === 0 ? '' : `\n  Items to be pruned will be filtered with:${conditions.map((condition) => `\n  - ${condition}`).join('')}\n`;
  return `WARNING! This will remove:${warnings.map((warning) => `\n  - ${warning}`).join('')}\n${filtered}\nAre you sure you want to continue?`;
}
