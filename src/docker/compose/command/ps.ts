import { GoSlice, GoStruct, type GoValue } from '../../../base/go/index.ts';
import type { ContainerSummary, PortSummary } from '../../api/index.ts';
import { bool, containerRow, formatListing, string, stringArray, type RowFields } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { byName, labels, nameOf, projectContainers, serviceOf } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';

export const psCommand = defineComposeCommand({
  name: 'ps',
  use: 'ps [OPTIONS] [SERVICE...]',
  short: 'List containers',
  flags: {
    all: bool('Show all stopped containers (including those created by the run command)', { shorthand: 'a' }),
    filter: string('Filter services by a property (supported filters: status)'),
    format: string(`Format output using a custom template:
'table':            Print output in table format with column headers (default)
'table TEMPLATE':   Print output in table format using the given Go template
'json':             Print in JSON format
'TEMPLATE':         Print output using the given Go template.
Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates`, { initial: 'table' }),
    'no-trunc': bool("Don't truncate output"),
    orphans: bool('Include orphaned services (not declared by project)', { initial: true }),
    quiet: bool('Only display IDs', { shorthand: 'q' }),
    services: bool('Display services'),
    status: stringArray('Filter services by status. Values: [paused | restarting | removing | running | dead | created | exited]'),
  },
  async run({ compose, args, flags }) {
    const statuses = [...flags.status, ...statusOfFilter(flags.filter)];
    const { project, name } = await compose.projectOrName(args);
    const services = project && args.length === 0 && !flags.orphans ? Object.keys(project.services) : args;
    const all = flags.all || statuses.length > 0;
    const found = await projectContainers(compose.client, name, { oneOff: flags.all || statuses.length > 0 ? 'include' : 'exclude', all, services });
    const containers = byName(found.filter(({ State }) => statuses.length === 0 || statuses.includes(State)));
    if (flags.quiet) return compose.out.print(containers.map(({ Id }) => `${Id}\n`).join(''));
    if (flags.services) return compose.out.print(`${[...new Set(containers.map(serviceOf))].join('\n')}\n`);
    const rows = await Promise.all(containers.map((container) => rowOf(compose, container, !flags['no-trunc'])));
    const format = flags.format === 'table' || flags.format === '' ? tableFormat : flags.format;
    await compose.out.print(formatListing(format, { type: 'formatter.ContainerContext', headers, rows }));
  },
});

const tableFormat = 'table {{.Name}}\t{{.Image}}\t{{.Command}}\t{{.Service}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}';

const headers = {
  ID: 'CONTAINER ID', Name: 'NAME', Project: 'PROJECT', Service: 'SERVICE', Image: 'IMAGE', Command: 'COMMAND', CreatedAt: 'CREATED AT', RunningFor: 'CREATED', Ports: 'PORTS', State: 'STATE',
  Status: 'STATUS', Size: 'SIZE', Labels: 'LABELS',
};

function statusOfFilter(filter: string): string[] {
  if (filter === '') return [];
  const at = filter.indexOf('=');
  if (at < 0) throw new ComposeError('other', 'arguments to --filter should be in form KEY=VAL');
  const key = filter.slice(0, at);
  if (key === 'source') throw new ComposeError('other', 'not implemented');
  if (key !== 'status') throw new ComposeError('other', `unknown filter ${key}`);
  return [filter.slice(at + 1)];
}

async function rowOf(compose: Compose, container: ContainerSummary, truncate: boolean): Promise<RowFields> {
  const { State: state } = await compose.client.containers.inspect(container.Id);
  const ports = (container.Ports ?? []).toSorted((a, b) => a.PrivatePort - b.PrivatePort);
  return {
    ...containerRow(container, { truncate, now: compose.clock.now() }),
    Image: container.Image,
    Name: nameOf(container),
    Project: container.Labels[labels.project] ?? '',
    Service: serviceOf(container),
    Health: state.Status === 'running' ? (state.Health?.Status ?? '') : '',
    ExitCode: state.Status === 'exited' || state.Status === 'dead' ? state.ExitCode : 0,
    Publishers: new GoSlice('api.PortPublishers', ports.map(publisher), ports.length === 0),
  };
}

function publisher({ IP = '', PrivatePort: target, PublicPort: published = 0, Type: protocol }: PortSummary): GoValue {
  const fields = { URL: IP, TargetPort: target, PublishedPort: published, Protocol: protocol };
  return new GoStruct('api.PortPublisher', Object.entries(fields).map(([name, value]) => ({ name, json: name, value })));
}
