import { bool, minArgs, StatusError } from '../../cli/index.ts';
import { downProject } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { together } from '../graph/index.ts';
import { projectContainers } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';

export const waitCommand = defineComposeCommand({
  name: 'wait',
  use: 'wait SERVICE [SERVICE...] [OPTIONS]',
  short: 'Block until the first service container stops',
  args: minArgs(1),
  flags: { 'down-project': bool('Drops project when the first container stops') },
  async run({ compose, args, flags }) {
    const { name } = await compose.projectOrName();
    const containers = await projectContainers(compose.client, name, { services: args });
    if (containers.length === 0) throw new ComposeError('other', `no containers for project ${JSON.stringify(name)}`);
    let status = 0;
    await together(containers, async ({ Id }) => {
      const { StatusCode } = await compose.client.containers.wait(Id).result;
      await compose.out.print(`container ${JSON.stringify(Id)} exited with status code ${StatusCode}\n`);
      status = StatusCode;
    });
    if (flags['down-project']) await compose.progress((writer) => downProject(compose, writer, name, { project: undefined, services: [], removeOrphans: true, timeout: undefined, volumes: false, images: '' }));
    if (status !== 0) throw new StatusError(status);
  },
});
