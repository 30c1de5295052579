import type { ContainerSummary } from '../../api/index.ts';
import { bool, filter, noArgs, string } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { labelFilter, labels } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';
import { listText } from './print-list.ts';

export const listCommand = defineComposeCommand({
  name: 'ls',
  use: 'ls [OPTIONS]',
  short: 'List running compose projects',
  args: noArgs,
  flags: {
    all: bool('Show all stopped Compose projects', { shorthand: 'a' }),
    filter: filter('Filter output based on conditions provided', { letter: false }),
    format: string('Format the output. Values: [table | json]', { initial: 'table' }),
    quiet: bool('Only display IDs', { shorthand: 'q' }),
  },
  async run({ compose, flags }) {
    for (const key of flags.filter.keys()) if (key !== 'name') throw new ComposeError('other', `invalid filter '${key}'`);
    const containers = await compose.client.containers.list({ all: flags.all, filters: labelFilter([labels.project, labels.configHash]) });
    const patterns = flags.filter.get('name')?.map((pattern) => new RegExp(pattern));
    const names = [...new Set(containers.map((container) => container.Labels[labels.project] ?? ''))].sort().filter((name) => !patterns || patterns.some((pattern) => pattern.test(name)));
    if (flags.quiet) return compose.out.print(names.map((name) => `${name}\n`).join(''));
    const rows = names.map((name) => {
      const own = containers.filter((container) => container.Labels[labels.project] === name);
      return { Name: name, Status: statusOf(own), ConfigFiles: filesOf(compose, own) };
    });
    await compose.out.print(listText(flags.format, ['NAME', 'STATUS', 'CONFIG FILES'], rows.map(({ Name, Status, ConfigFiles }) => [Name, Status, ConfigFiles]), rows));
  },
});

/** `exited(1), running(2)`. */
function statusOf(containers: readonly ContainerSummary[]): string {
  const states = [...new Set(containers.map(({ State }) => State))].sort();
  return states.map((state) => `${state}(${containers.filter(({ State }) => State === state).length})`).join(', ');
}

function filesOf(compose: Compose, containers: readonly ContainerSummary[]): string {
  const files = new Set<string>();
  for (const { Id, Labels } of containers) {
    const given = Labels[labels.configFiles];
    if (given === undefined) {
      compose.warn(`No label ${JSON.stringify(labels.configFiles)} set on container ${JSON.stringify(Id)} of compose project`);
      return 'N/A';
    }
    for (const file of given.split(',')) files.add(file);
  }
  return [...files].join(',');
}
