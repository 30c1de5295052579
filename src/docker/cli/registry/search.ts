import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, filter, int, string } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { ellipsis } from '../format/text.ts';
import { hubIndex } from '../config/config-file.ts';

const headers = { Name: 'NAME', Description: 'DESCRIPTION', StarCount: 'STARS', IsOfficial: 'OFFICIAL', IsAutomated: 'AUTOMATED' };

export const searchCommand = defineCommand({
  name: 'search',
  use: 'search [OPTIONS] TERM',
  short: 'Search Docker Hub for images',
  common: 10,
  args: exactArgs(1),
  flags: {
    filter: filter('Filter output based on conditions provided'),
    format: string('Pretty-print search using a Go template'),
    limit: int('Max number of search results'),
    'no-trunc': bool("Don't truncate output"),
  },
  async run({ cli, args, flags }) {
    const auth = cli.config.credentialsFor(hubIndex);
    const found = await cli.client.images.search(args[0] ?? '', { limit: flags.limit, filters: flags.filter, ...(auth && { auth }) });
    const rows = found.toSorted((a, b) => b.star_count - a.star_count).map((result) => {
      const description = result.description.replaceAll('\n', ' ').replaceAll('\r', ' ');
      return {
        Name: result.name,
        Description: flags['no-trunc'] ? description : ellipsis(description, 45),
        StarCount: String(result.star_count),
        IsOfficial: result.is_official ? '[OK]' : '',
        IsAutomated: result.is_automated ? '[OK]' : '',
      };
    });
    const format = flags.format === '' || flags.format === 'table' ? 'table {{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}' : flags.format;
    await printListing(cli.out, format, { type: 'registry.searchContext', headers, rows });
  },
});
