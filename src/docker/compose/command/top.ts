import { alignColumns } from '../../../base/go/index.ts';
import { byName, nameOf, projectContainers, serviceOf } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';

export const topCommand = defineComposeCommand({
  name: 'top',
  use: 'top [SERVICES...]',
  short: 'Display the running processes',
  flags: {},
  async run({ compose, args }) {
    const found = await projectContainers(compose.client, await compose.projectName());
    for (const container of byName(found.filter((one) => args.length === 0 || args.includes(serviceOf(one))))) {
      const { Titles, Processes } = await compose.client.containers.top(container.Id);
      const table = `${Titles.join('\t')}\n${Processes.map((cells) => `${cells.join('\t')}\t\n`).join('')}\n`;
      await compose.out.print(`${nameOf(container)}\n${alignColumns(table, { minWidth: 5, padding: 3 })}`);
    }
  },
});
