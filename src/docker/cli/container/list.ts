import { noArgs } from '../command/args-rule.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { bool, filter, int, listFormat } from '../flags/index.ts';
import { checkFormat, printListing } from '../format/formatter.ts';
import { containerHeaders, containerRow } from './container-row.ts';

const flags = {
  all: bool('Show all containers (default shows just running)', { shorthand: 'a' }),
  filter: filter('Filter output based on conditions provided'),
  format: listFormat(),
  last: int('Show n last created containers (includes all states)', { shorthand: 'n', initial: -1 }),
  latest: bool('Show the latest created container (includes all states)', { shorthand: 'l' }),
  'no-trunc': bool("Don't truncate output"),
  quiet: bool('Only display container IDs', { shorthand: 'q' }),
  size: bool('Display total file sizes', { shorthand: 's' }),
};

const shared = {
  short: 'List containers',
  aliasesText: 'docker container ls, docker container list, docker container ps, docker ps',
  args: noArgs,
  flags,
  run,
};

export const psCommand = defineCommand({ ...shared, name: 'ps', use: 'ps [OPTIONS]', common: 3 });

export const containerListCommand = defineCommand({ ...shared, name: 'ls', aliases: ['ps', 'list'], use: 'ls [OPTIONS]' });

const tableFormat = 'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}';
const rawFormat = `container_id: {{.ID}}
image: {{.Image}}
command: {{.Command}}
created_at: {{.CreatedAt}}
state: {{- pad .State 1 0}}
status: {{- pad .Status 1 0}}
names: {{.Names}}
labels: {{- pad .Labels 1 0}}
ports: {{- pad .Ports 1 0}}
`;

async function run({ cli, flags: given, changed }: Invocation<typeof flags>): Promise<void> {
  const format = given.format || cli.config.format('psFormat');
  if (given.format !== '' && given.quiet) await cli.err.print('WARNING: Ignoring custom format, because both --format and --quiet are set.\n');
  // A template that asks for the size gets it, unless it was refused.
  const asksSize = given.format !== '' && templateAsksSize(given.format);
  const size = given.size || (asksSize && !given.quiet && !changed('size'));
  const limit = given.latest && given.last === -1 ? 1 : given.last;
  const containers = await cli.client.containers.list({ all: given.all, size, filters: given.filter, ...(limit !== -1 && { limit }) });
  const rows = containers.map((container) => containerRow(container, { truncate: !given['no-trunc'], now: cli.clock.now() }));
  await printListing(cli.out, formatOf(format, given.quiet, size), { type: 'formatter.ContainerContext', headers: containerHeaders, rows });
}

/** Tries the template on an empty row, so that its mistakes show before the daemon is asked. */
function templateAsksSize(format: string): boolean {
  let asked = false;
  const size = (): string => {
    asked = true;
    return '0B';
  };
  const fields = { ...Object.fromEntries(Object.keys(containerHeaders).map((name) => [name, ''])), Size: size };
  checkFormat(format, 'formatter.ContainerContext', fields);
  return asked;
}

function formatOf(format: string, quiet: boolean, size: boolean): string {
  if (format === '' || format === 'table') return quiet ? '{{.ID}}' : `${tableFormat}${size ? '\t{{.Size}}' : ''}`;
  if (format === 'raw') return quiet ? 'container_id: {{.ID}}' : `${rawFormat}${size ? 'size: {{.Size}}\n' : ''}`;
  return quiet ? '{{.ID}}' : format;
}
