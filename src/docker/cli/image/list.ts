import type { Cli } from '../cli.ts';
import { maxArgs } from '../command/args-rule.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { bool, filter, listFormat } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { imageHeaders, imageRows } from './image-row.ts';

const flags = {
  all: { ...bool('Show all images', { shorthand: 'a' }), defaultText: 'hides intermediate images' },
  digests: bool('Show digests'),
  filter: filter('Filter output based on conditions provided'),
  format: listFormat(),
  'no-trunc': bool("Don't truncate output"),
  quiet: bool('Only show image IDs', { shorthand: 'q' }),
};

const shared = {
  short: 'List images',
  aliasesText: 'docker image ls, docker image list, docker images',
  args: maxArgs(1),
  flags,
  complete: ['image'] as const,
  run,
};

export const imagesCommand = defineCommand({ ...shared, name: 'images', use: 'images [OPTIONS] [REPOSITORY[:TAG]]', common: 7 });

export const imageListCommand = defineCommand({ ...shared, name: 'ls', aliases: ['list'], use: 'ls [OPTIONS] [REPOSITORY[:TAG]]' });

async function run({ cli, args, flags: given }: Invocation<typeof flags>): Promise<void> {
  const [reference] = args;
  const filters = reference === undefined ? given.filter : new Map(given.filter).set('reference', [reference]);
  const images = await cli.client.images.list({ all: given.all, filters });
  const format = formatOf(given.format || (given.quiet ? '' : configured(cli)), given.quiet, given.digests);
  const options = { truncate: !given['no-trunc'], digests: given.digests, needsDigest: given.digests || format.includes('{{.Digest}}'), now: cli.clock.now() };
  const rows = images.flatMap((image) => imageRows(image, options));
  await printListing(cli.out, format, { type: 'formatter.imageContext', headers: imageHeaders, rows });
}

function configured(cli: Cli): string {
  return cli.config.format('imagesFormat');
}

function formatOf(format: string, quiet: boolean, digests: boolean): string {
  if (format === '' || format === 'table') {
    if (quiet) return '{{.ID}}';
    return `table {{.Repository}}\t{{.Tag}}\t${digests ? '{{.Digest}}\t' : ''}{{.ID}}\t{{if .CreatedSince }}{{.CreatedSince}}{{else}}N/A{{end}}\t{{.Size}}`;
  }
  if (format === 'raw') {
    if (quiet) return 'image_id: {{.ID}}';
    return `repository: {{ .Repository }}\ntag: {{.Tag}}\n${digests ? 'digest: {{.Digest}}\n' : ''}image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n`;
  }
  return format.startsWith('table') && digests && !format.includes('{{.Digest}}') ? `${format}\t{{.Digest}}` : format;
}
