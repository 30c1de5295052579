import { formatRfc3339Nano, humanDuration, humanSize } from '../../../base/go/index.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { bool, listFormat } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { ellipsis, shortId } from '../format/text.ts';

const headers = { ID: 'IMAGE', CreatedSince: 'CREATED', CreatedAt: 'CREATED AT', CreatedBy: 'CREATED BY', Size: 'SIZE', Comment: 'COMMENT' };

const flags = {
  format: listFormat(),
  human: bool('Print sizes and dates in human readable format', { shorthand: 'H', initial: true }),
  'no-trunc': bool("Don't truncate output"),
  quiet: bool('Only show image IDs', { shorthand: 'q' }),
};

export const historyCommand = defineCommand({
  name: 'history',
  use: 'history [OPTIONS] IMAGE',
  short: 'Show the history of an image',
  aliasesText: 'docker image history, docker history',
  args: exactArgs(1),
  flags,
  complete: ['image'],
  async run({ cli, args, flags: given }) {
    const history = await cli.client.images.history(args[0] ?? '');
    const { human, quiet } = given;
    const truncate = !given['no-trunc'];
    const now = cli.clock.now();
    const rows = history.map((item) => {
      const createdAt = item.Created <= -62135596800 ? '' : formatRfc3339Nano({ seconds: item.Created, nanoseconds: 0 });
      const createdBy = item.CreatedBy.replaceAll('\t', ' ');
      return {
        ID: truncate ? shortId(item.Id) : item.Id,
        CreatedAt: createdAt,
        CreatedSince: !human ? createdAt : createdAt === '' ? 'N/A' : `${humanDuration(now - item.Created * 1000)} ago`,
        CreatedBy: truncate ? ellipsis(createdBy, 45) : createdBy,
        Size: human ? humanSize(item.Size, 3) : String(item.Size),
        Comment: item.Comment,
      };
    });
    const table = `table {{.ID}}\t${human ? '{{.CreatedSince}}' : '{{.CreatedAt}}'}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}`;
    const format = given.format === '' || given.format === 'table' ? (quiet ? '{{.ID}}' : table) : given.format;
    await printListing(cli.out, format, { type: 'image.historyContext', headers, rows });
  },
});
