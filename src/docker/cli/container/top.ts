import { alignColumns } from '../../../base/go/index.ts';
import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';

export const topCommand = defineCommand({
  name: 'top',
  use: 'top CONTAINER [ps OPTIONS]',
  short: 'Display the running processes of a container',
  aliasesText: 'docker container top, docker top',
  args: minArgs(1),
  flags: {},
  interspersed: false,
  complete: ['running container'],
  async run({ cli, args }) {
    const [container = '', ...options] = args;
    const { Titles, Processes } = await cli.client.containers.top(container, options);
    const table = [Titles, ...Processes].map((cells) => `${cells.join('\t')}\n`).join('');
    await cli.out.print(alignColumns(table, { minWidth: 20, padding: 3 }));
  },
});
