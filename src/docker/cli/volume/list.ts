import { humanSize } from '../../../base/go/index.ts';
import type { Volume } from '../../api/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, filter, listFormat } from '../flags/index.ts';
import { printListing, type RowFields } from '../format/formatter.ts';
import { labelText } from '../format/labels.ts';
import { compareNatural } from '../natural-order.ts';

export const volumeHeaders = {
  ID: 'ID', Name: 'VOLUME NAME', Group: 'GROUP', Driver: 'DRIVER', Scope: 'SCOPE', Availability: 'AVAILABILITY', Mountpoint: 'MOUNTPOINT', Labels: 'LABELS', Links: 'LINKS', Size: 'SIZE',
  Status: 'STATUS',
};

/** A volume as `docker volume ls` shows it. */
export function volumeRow(volume: Volume): RowFields {
  const { UsageData: usage } = volume;
  return {
    Name: volume.Name,
    Driver: volume.Driver,
    Scope: volume.Scope,
    Mountpoint: volume.Mountpoint,
    Labels: labelText(volume.Labels),
    Links: usage ? String(usage.RefCount) : 'N/A',
    Size: usage ? humanSize(usage.Size) : 'N/A',
    Group: 'N/A',
    Availability: 'N/A',
    Status: 'N/A',
  };
}

export const volumeListCommand = defineCommand({
  name: 'ls',
  aliases: ['list'],
  use: 'ls [OPTIONS]',
  short: 'List volumes',
  args: noArgs,
  flags: {
    cluster: bool('Display only cluster volumes, and use cluster volume list formatting', { hidden: true, support: { no: 'there are no cluster volumes' } }),
    filter: filter('Provide filter values (e.g. "dangling=true")'),
    format: listFormat(),
    quiet: bool('Only display volume names', { shorthand: 'q' }),
  },
  async run({ cli, flags }) {
    const volumes = ((await cli.client.volumes.list(flags.filter)).Volumes ?? []).toSorted((a, b) => compareNatural(a.Name, b.Name));
    const format = flags.format || (flags.quiet ? '' : cli.config.format('volumesFormat'));
    await printListing(cli.out, formatOf(format, flags.quiet), { type: 'formatter.volumeContext', headers: volumeHeaders, rows: volumes.map(volumeRow) });
  },
});

function formatOf(format: string, quiet: boolean): string {
  if (format === '' || format === 'table') return quiet ? '{{.Name}}' : 'table {{.Driver}}\t{{.Name}}';
  if (format === 'raw') return quiet ? 'name: {{.Name}}' : 'name: {{.Name}}\ndriver: {{.Driver}}\n';
  return format;
}
