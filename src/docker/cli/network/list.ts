import { formatGoTime, parseRfc3339 } from '../../../base/go/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, filter, listFormat } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { labelText } from '../format/labels.ts';
import { shortId } from '../format/text.ts';
import { compareNatural } from '../natural-order.ts';

const headers = { ID: 'NETWORK ID', Name: 'NAME', Driver: 'DRIVER', Scope: 'SCOPE', IPv6: 'IPV6', Internal: 'INTERNAL', Labels: 'LABELS', CreatedAt: 'CREATED AT' };

export const networkListCommand = defineCommand({
  name: 'ls',
  aliases: ['list'],
  use: 'ls [OPTIONS]',
  short: 'List networks',
  args: noArgs,
  flags: {
    filter: filter('Provide filter values (e.g. "driver=bridge")'),
    format: listFormat(),
    'no-trunc': bool('Do not truncate the output'),
    quiet: bool('Only display network IDs', { shorthand: 'q' }),
  },
  async run({ cli, flags }) {
    const networks = (await cli.client.networks.list(flags.filter)).toSorted((a, b) => compareNatural(a.Name, b.Name));
    const rows = networks.map((network) => {
      const created = parseRfc3339(network.Created);
      return {
        ID: flags['no-trunc'] ? network.Id : shortId(network.Id),
        Name: network.Name,
        Driver: network.Driver,
        Scope: network.Scope,
        IPv6: String(network.EnableIPv6),
        Internal: String(network.Internal),
        Labels: labelText(network.Labels),
        CreatedAt: created ? formatGoTime(created) : network.Created,
      };
    });
    const format = flags.format || (flags.quiet ? '' : cli.config.format('networksFormat'));
    await printListing(cli.out, formatOf(format, flags.quiet), { type: 'network.networkContext', headers, rows });
  },
});

function formatOf(format: string, quiet: boolean): string {
  if (format === '' || format === 'table') return quiet ? '{{.ID}}' : 'table {{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}';
  if (format === 'raw') return quiet ? 'network_id: {{.ID}}' : 'network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n';
  return format;
}
