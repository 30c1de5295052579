import { formatGoTime, GoMap, GoSlice, humanDuration, humanSize, parseRfc3339 } from '../../../base/go/index.ts';
import { familiarName, parseReference } from '../../../oci/index.ts';
import type { BuildCacheRecord, ContainerSummary, DiskUsageResponse, ImageSummary, Volume } from '../../api/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { containerHeaders, containerRow } from '../container/container-row.ts';
import { bool, listFormat } from '../flags/index.ts';
import { formatListing, type RowFields } from '../format/formatter.ts';
import { shortId } from '../format/text.ts';
import { imageHeaders, imageRows } from '../image/image-row.ts';
import { volumeHeaders, volumeRow } from '../volume/list.ts';

const headers = { Type: 'TYPE', TotalCount: 'TOTAL', Active: 'ACTIVE', Size: 'SIZE', Reclaimable: 'RECLAIMABLE' };

export const diskUsageCommand = defineCommand({
  name: 'df',
  use: 'df [OPTIONS]',
  short: 'Show docker disk usage',
  args: noArgs,
  flags: { format: listFormat(), verbose: bool('Show detailed information on space usage', { shorthand: 'v' }) },
  async run({ cli, flags }) {
    const usage = await cli.client.system.diskUsage();
    const builderSize = (usage.BuildCache ?? []).reduce((sum, record) => sum + (record.Shared ? 0 : record.Size), 0);
    if (flags.verbose) return cli.out.print(verboseText(usage, builderSize, cli.clock.now(), flags.format));
    const format = flags.format === '' || flags.format === 'table' ? 'table {{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}' : flags.format;
    const rows = [imagesRow(usage.Images ?? [], usage.LayersSize ?? 0), containersRow(usage.Containers ?? []), volumesRow(usage.Volumes ?? []), builderRow(usage.BuildCache ?? [], builderSize)];
    await cli.out.print(formatListing(format, { type: 'formatter.diskUsageContext', headers, rows }));
  },
});

function share(part: number, whole: number): string {
  return whole > 0 ? `${humanSize(part)} (${Math.trunc((part * 100) / whole)}%)` : humanSize(part);
}

function imagesRow(images: readonly ImageSummary[], total: number): RowFields {
  const used = images.filter((image) => image.Containers !== 0 && image.Size !== -1 && image.SharedSize !== -1).reduce((sum, image) => sum + image.Size - image.SharedSize, 0);
  return {
    Type: 'Images', TotalCount: String(images.length), Active: String(images.filter((image) => image.Containers > 0).length), Size: humanSize(total), Reclaimable: share(total - used, total),
  };
}

function containersRow(containers: readonly ContainerSummary[]): RowFields {
  const isActive = ({ State }: ContainerSummary): boolean => State === 'running' || State === 'paused' || State === 'restarting';
  const size = (some: readonly ContainerSummary[]): number => some.reduce((sum, container) => sum + (container.SizeRw ?? 0), 0);
  const active = containers.filter(isActive);
  const total = size(containers);
  return { Type: 'Containers', TotalCount: String(containers.length), Active: String(active.length), Size: humanSize(total), Reclaimable: share(total - size(active), total) };
}

function volumesRow(volumes: readonly Volume[]): RowFields {
  const known = volumes.flatMap(({ UsageData }) => (UsageData && UsageData.Size !== -1 ? [UsageData] : []));
  const total = known.reduce((sum, { Size }) => sum + Size, 0);
  const free = known.filter(({ RefCount }) => RefCount === 0).reduce((sum, { Size }) => sum + Size, 0);
  return {
    Type: 'Local Volumes', TotalCount: String(volumes.length), Active: String(volumes.filter(({ UsageData }) => (UsageData?.RefCount ?? 0) > 0).length), Size: humanSize(total),
    Reclaimable: share(free, total),
  };
}

function builderRow(cache: readonly BuildCacheRecord[], size: number): RowFields {
  const inUse = cache.filter(({ InUse, Shared }) => InUse && !Shared).reduce((sum, { Size }) => sum + Size, 0);
  return { Type: 'Build Cache', TotalCount: String(cache.length), Active: String(cache.filter(({ InUse }) => InUse).length), Size: humanSize(size), Reclaimable: humanSize(size - inUse) };
}

const cacheHeaders = {
  ID: 'CACHE ID', Parent: 'PARENT', CacheType: 'CACHE TYPE', Size: 'SIZE', CreatedSince: 'CREATED', LastUsedSince: 'LAST USED', UsageCount: 'USAGE', InUse: 'IN USE', Shared: 'SHARED',
};

function verboseText(usage: DiskUsageResponse, builderSize: number, now: number, format: string): string {
  const images = (usage.Images ?? []).flatMap((image) => oneRow(image, now));
  const containers = (usage.Containers ?? []).map((container) => containerRow({ ...container, SizeRootFs: 0 }, { truncate: true, now }));
  const cache = (usage.BuildCache ?? []).toSorted(byLastUse).map((record) => cacheRow(record, now));
  if (format !== '' && format !== 'table') {
    const all = { Images: images, Containers: containers, Volumes: (usage.Volumes ?? []).map(volumeRow), BuildCache: cache };
    return formatListing(format, { type: 'formatter.diskUsageContext', headers: {}, rows: [Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, new GoSlice('[]*formatter', rows.map(rowMap))]))], ordered: true });
  }
  return [
    'Images space usage:\n\n',
    formatListing('table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}', { type: 'formatter.imageContext', headers: imageHeaders, rows: images }),
    '\nContainers space usage:\n\n',
    formatListing('table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}', { type: 'formatter.ContainerContext', headers: containerHeaders, rows: containers }),
    '\nLocal Volumes space usage:\n\n',
    formatListing('table {{.Name}}\t{{.Links}}\t{{.Size}}', { type: 'formatter.volumeContext', headers: volumeHeaders, rows: (usage.Volumes ?? []).map(volumeRow) }),
    `\nBuild cache usage: ${humanSize(builderSize)}\n\n`,
    formatListing('table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}', { type: 'formatter.buildCacheContext', headers: cacheHeaders, rows: cache }),
  ].join('');
}

/** A row as JSON has it. */
function rowMap(row: RowFields): GoMap {
  return new GoMap('map[string]interface {}', new Map(Object.entries(row).map(([name, field]) => [name, typeof field === 'function' ? field() : field])));
}

/** An image once, under its first tag. */
function oneRow(image: ImageSummary, now: number): RowFields[] {
  const [row] = imageRows(image, { truncate: true, digests: false, needsDigest: false, now });
  const [name] = image.RepoTags ?? [];
  const reference = name === undefined || name === '<none>:<none>' ? undefined : parseReference(name);
  return row ? [{ ...row, Repository: reference ? familiarName(reference) : '<none>', Tag: reference?.tag ?? '<none>' }] : [];
}

function byLastUse(a: BuildCacheRecord, b: BuildCacheRecord): number {
  const [left, right] = [a.LastUsedAt ?? '', b.LastUsedAt ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.ID < b.ID ? -1 : 1;
}

function cacheRow(record: BuildCacheRecord, now: number): RowFields {
  const ago = (text: string | null): string => {
    const time = text === null ? undefined : parseRfc3339(text);
    return time ? `${humanDuration(now - time.seconds * 1000)} ago` : '';
  };
  const created = parseRfc3339(record.CreatedAt);
  const used = record.LastUsedAt === null ? undefined : parseRfc3339(record.LastUsedAt);
  return {
    ID: `${shortId(record.ID)}${record.InUse ? '*' : ''}`, Parent: shortId(record.Parent ?? ''), CacheType: record.Type, Description: record.Description, Size: humanSize(record.Size, 3),
    CreatedAt: created ? formatGoTime(created) : '', CreatedSince: ago(record.CreatedAt), LastUsedAt: used ? formatGoTime(used) : '', LastUsedSince: ago(record.LastUsedAt),
    UsageCount: String(record.UsageCount), InUse: String(record.InUse), Shared: String(record.Shared),
  };
}
