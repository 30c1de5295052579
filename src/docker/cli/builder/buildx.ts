import { humanDuration, humanSize, parseRfc3339 } from '../../../base/go/index.ts';
import type { BuildCacheRecord } from '../../api/index.ts';
import { buildCommand } from '../build/buildx-build.ts';
import type { Cli } from '../cli.ts';
import { maxArgs, noArgs } from '../command/args-rule.ts';
import { defineCommand, type Command, type CommandEntry, type CommandGroup } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { confirm } from '../confirm.ts';
import { printListing } from '../format/formatter.ts';
import { bool, bytes, filter, string, type FlagTable } from '../flags/index.ts';
import { builderCommands, imagetoolsCommands } from './builders.ts';
import { buildxPackage, buildxVersion } from '../version.ts';

const oneBuilder = 'there is one builder, "default"';
const platforms = 'linux/amd64, linux/amd64/v2, linux/amd64/v3, linux/amd64/v4, linux/386';

/** The commands of buildx; called as `docker builder` the builder is `default` from the start. */
function commands(builder: string): readonly CommandEntry[] {
  const builderFlag = string('Override the configured builder instance', { ...(builder !== '' && { initial: builder }), support: { partly: oneBuilder } });
  const pruneCommand = defineCommand({
    name: 'prune',
    use: 'prune',
    short: 'Remove build cache',
    args: noArgs,
    flags: {
      all: bool('Include internal/frontend images', { shorthand: 'a' }),
      builder: builderFlag,
      filter: filter('Provide filter values (e.g., "until=24h")', { letter: false }),
      force: bool('Do not prompt for confirmation', { shorthand: 'f' }),
      'keep-storage': bytes('Amount of disk space to keep for cache'),
      verbose: bool('Provide a more verbose output', { support: { partly: 'without effect' } }),
    },
    async run({ cli, flags }) {
      if (!flags.force) {
        const what = flags.all ? 'all build cache' : 'all dangling build cache';
        await confirm(cli, `WARNING! This will remove ${what}. Are you sure you want to continue?`);
      }
      const before = new Map((await cacheRecords(cli)).map((record) => [record.ID, record]));
      const { CachesDeleted, SpaceReclaimed } = await cli.client.system.pruneBuildCache({ all: flags.all, filters: flags.filter, ...(flags['keep-storage'] > 0 && { keepStorage: flags['keep-storage'] }) });
      const removed = (CachesDeleted ?? []).flatMap((id) => before.get(id) ?? []);
      await cli.out.print(`${cacheTable(removed, cli.clock.now())}Total:\t${humanSize(SpaceReclaimed)}\n`);
    },
  });
  const usageCommand = defineCommand({
    name: 'du',
    use: 'du',
    short: 'Disk usage',
    args: noArgs,
    flags: { builder: builderFlag, filter: filter('Provide filter values', { letter: false }), verbose: bool('Provide a more verbose output', { support: { partly: 'without effect' } }) },
    async run({ cli }) {
      const records = (await cacheRecords(cli)).toSorted((a, b) => b.Size - a.Size);
      const total = records.reduce((sum, { Size }) => sum + Size, 0);
      const reclaimable = records.reduce((sum, { InUse, Size }) => sum + (InUse ? 0 : Size), 0);
      const shared = records.reduce((sum, { Shared, Size }) => sum + (Shared ? Size : 0), 0);
      const split = shared > 0 ? `Shared:\t\t${humanSize(shared)}\nPrivate:\t${humanSize(total - shared)}\n` : '';
      await cli.out.print(`${cacheTable(records, cli.clock.now())}${split}Reclaimable:\t${humanSize(reclaimable)}\nTotal:\t\t${humanSize(total)}\n`);
    },
  });
  const listCommand = defineCommand({
    name: 'ls',
    use: 'ls',
    short: 'List builder instances',
    args: noArgs,
    flags: { format: string('Format the output', { initial: 'table' }) },
    async run({ cli, flags }) {
      const format = flags.format === 'table' ? `table {{.Name}}{{if .Current}}*{{end}}\t{{.DriverEndpoint}}\t{{.Status}}\t{{.Buildkit}}\t{{.Platforms}}` : flags.format;
      const rows = [
        { Name: 'default', Current: true, DriverEndpoint: 'docker', Status: '', Buildkit: '', Platforms: '' },
        { Name: format.startsWith('table') ? ' \\_ default' : 'default', Current: false, DriverEndpoint: format.startsWith('table') ? ' \\_ default' : 'default', Status: 'running', Buildkit: 'v0.0.0+unknown', Platforms: platforms },
      ];
      await printListing(cli.out, format, { type: 'main.lsContext', headers: { Name: 'NAME/NODE', DriverEndpoint: 'DRIVER/ENDPOINT', Status: 'STATUS', Buildkit: 'BUILDKIT', Platforms: 'PLATFORMS' }, rows });
    },
  });
  const inspectCommand = defineCommand({
    name: 'inspect',
    use: 'inspect [NAME]',
    short: 'Inspect current builder instance',
    args: maxArgs(1),
    flags: { bootstrap: bool('Ensure builder has booted before inspecting'), builder: builderFlag },
    async run({ cli, args, flags }) {
      const name = args[0] ?? flags.builder;
      if (name !== '' && name !== 'default') throw new CliError(`ERROR: no builder "${name}" found`);
      await cli.client.system.ping();
      await cli.out.print(`Name:   default\nDriver: docker\n\nNodes:\nName:             default\nEndpoint:         default\nStatus:           running\nBuildKit version: v0.0.0+unknown\nPlatforms:        ${platforms}\nLabels:\n org.mobyproject.buildkit.worker.moby.host-gateway-ip: 172.17.0.1\n`);
    },
  });
  const versionCommand = defineCommand({
    name: 'version',
    use: 'version',
    short: 'Show buildx version information',
    args: noArgs,
    flags: {},
    run: ({ cli }) => cli.out.print(`github.com/docker/buildx ${buildxVersion} ${buildxPackage}\n`),
  });
  const own = (command: Command): Command => (command.flags['builder'] && builder !== '' ? { ...command, flags: { ...command.flags, builder: builderFlag } } : command);
  return [
    ...builderCommands.map(own),
    own(buildCommand),
    usageCommand,
    { name: 'imagetools', short: 'Commands to work on images in registry', flags: { builder: builderFlag }, subcommands: imagetoolsCommands.map(own) },
    inspectCommand,
    listCommand,
    pruneCommand,
    versionCommand,
  ];
}

function groupFlags(builder: string): FlagTable {
  return { builder: string('Override the configured builder instance', { ...(builder !== '' && { initial: builder }), support: { partly: oneBuilder } }) };
}

const shared = { short: 'Extended build capabilities with BuildKit', buildxPath: 'docker buildx' } as const;

export const buildxGroup: CommandGroup = { ...shared, name: 'buildx', listed: 'Docker Buildx', plugin: true, flags: groupFlags(''), subcommands: commands('') };

export const builderGroup: CommandGroup = { ...shared, name: 'builder', listed: 'Manage builds', flags: groupFlags('default'), subcommands: commands('default') };

async function cacheRecords(cli: Cli): Promise<BuildCacheRecord[]> {
  return (await cli.client.system.diskUsage(['build-cache'])).BuildCache ?? [];
}

/** The cache as buildx tabulates it, with tabs between padded cells. */
function cacheTable(records: readonly BuildCacheRecord[], now: number): string {
  if (records.length === 0) return '';
  const lines = records.map((record) => {
    const used = record.LastUsedAt === null ? undefined : parseRfc3339(record.LastUsedAt);
    const id = `${record.ID}${record.InUse ? '' : '*'}`.padEnd(40);
    const size = `${humanSize(record.Size)}${record.Shared ? '*' : ''}`.padEnd(10);
    return `${id}\t${String(!record.InUse).padEnd(5)}\t${size}\t${used ? `${humanDuration(now - used.seconds * 1000)} ago` : ''}\n`;
  });
  return `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${lines.join('')}`;
}
