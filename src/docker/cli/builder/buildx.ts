import { alignColumns, humanDuration, humanSize, parseRfc3339 } from '../../../base/go/index.ts';
import type { BuildCacheRecord } from '../../api/index.ts';
import { buildCommand } from '../build/buildx-build.ts';
import type { Cli } from '../cli.ts';
import { maxArgs, noArgs } from '../command/args-rule.ts';
import { defineCommand, type CommandEntry, type CommandGroup } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { confirm } from '../confirm.ts';
import { bool, bytes, filter, string, type FlagTable } from '../flags/index.ts';
import { unsupported } from '../unsupported.ts';
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
      if (records.length === 0) return;
      const total = records.reduce((sum, { Size }) => sum + Size, 0);
      const reclaimable = records.reduce((sum, { InUse, Size }) => sum + (InUse ? 0 : Size), 0);
      await cli.out.print(`${cacheTable(records, cli.clock.now())}Reclaimable:\t${humanSize(reclaimable)}\nTotal:\t\t${humanSize(total)}\n`);
    },
  });
  const listCommand = defineCommand({
    name: 'ls',
    use: 'ls',
    short: 'List builder instances',
    args: noArgs,
    flags: { format: string('Format the output', { initial: 'table', support: { partly: 'table only' } }) },
    async run({ cli }) {
      await cli.out.print(
        alignColumns(`NAME/NODE\tDRIVER/ENDPOINT\tSTATUS\tBUILDKIT\tPLATFORMS\ndefault*\tdocker\t\t\t\n \\_ default\t \\_ default\trunning\tv0.0.0+unknown\t${platforms}\n`, { minWidth: 10, padding: 3 }),
      );
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
      await cli.out.print(`Name:   default\nDriver: docker\n\nNodes:\nName:             default\nEndpoint:         default\nStatus:           running\nBuildKit version: v0.0.0+unknown\nPlatforms:        ${platforms}\n`);
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
  return [
    unsupported('bake', 'bake [OPTIONS] [TARGET...]', 'Build from a file', 'bake files are not read'),
    builder === '' ? buildCommand : { ...buildCommand, flags: { ...buildCommand.flags, builder: builderFlag } },
    unsupported('create', 'create [OPTIONS] [CONTEXT|ENDPOINT]', 'Create a new builder instance', oneBuilder),
    unsupported('dial-stdio', 'dial-stdio', 'Proxy current stdio streams to builder instance', "BuildKit's own protocol is not spoken"),
    usageCommand,
    { name: 'imagetools', short: 'Commands to work on images in registry', flags: { builder: builderFlag }, support: { no: 'images in registries are seen with pull' }, subcommands: [
      unsupported('create', 'create [OPTIONS] [SOURCE] [SOURCE...]', 'Create a new image based on source images', 'images in registries are seen with pull'),
      unsupported('inspect', 'inspect [OPTIONS] NAME', 'Show details of an image in the registry', 'images in registries are seen with pull'),
    ] },
    inspectCommand,
    listCommand,
    pruneCommand,
    unsupported('rm', 'rm [OPTIONS] [NAME] [NAME...]', 'Remove one or more builder instances', oneBuilder),
    unsupported('stop', 'stop [NAME]', 'Stop builder instance', oneBuilder),
    unsupported('use', 'use [OPTIONS] NAME', 'Set the current builder instance', oneBuilder),
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
