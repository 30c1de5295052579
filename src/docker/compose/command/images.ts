import { humanSize } from '../../../base/go/index.ts';
import { bool, string } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { labelFilter, labels, localImages, nameOf, serviceOf } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';
import { listText } from './print-list.ts';

export const imagesCommand = defineComposeCommand({
  name: 'images',
  use: 'images [OPTIONS] [SERVICE...]',
  short: 'List images used by the created containers',
  flags: { format: string('Format the output. Values: [table | json]', { initial: 'table' }), quiet: bool('Only display IDs', { shorthand: 'q' }) },
  async run({ compose, args, flags }) {
    const name = await compose.projectName();
    const all = await compose.client.containers.list({ all: true, filters: labelFilter([`${labels.project}=${name}`]) });
    const containers = all.filter((container) => args.length === 0 || args.includes(serviceOf(container)));
    const images = await localImages(compose.client, containers.map(({ ImageID }) => ImageID));
    const rows = containers.map((container) => {
      const image = images.get(container.ImageID);
      if (!image) throw new ComposeError('other', `failed to retrieve image for container ${nameOf(container)}`);
      return { container: nameOf(container), ...image };
    });
    if (flags.quiet) return compose.out.print([...new Set(rows.map(({ id }) => id.slice(id.indexOf(':') + 1)))].map((id) => `${id}\n`).join(''));
    const sorted = rows.toSorted((a, b) => (a.container < b.container ? -1 : 1));
    await compose.out.print(listText(
      flags.format, ['CONTAINER', 'REPOSITORY', 'TAG', 'IMAGE ID', 'SIZE'],
      sorted.map(({ container, repository, tag, id, size }) => [container, repository || '<none>', tag || '<none>', id.slice(id.indexOf(':') + 1).slice(0, 12), humanSize(size, 3)]),
      sorted.map(({ container, repository, tag, id, size }) => ({ ID: id, ContainerName: container, Repository: repository, Tag: tag, Size: size })),
    ));
  },
});
