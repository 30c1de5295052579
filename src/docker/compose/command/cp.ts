import { bool, copyFrom, copyTo, exactArgs, splitArgument } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { together } from '../graph/index.ts';
import { nameOf, projectContainers } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';
import { indexFlag } from './flags.ts';
import { containerOf } from './service-container.ts';

export const copyCommand = defineComposeCommand({
  name: 'cp',
  use: 'cp [OPTIONS] SERVICE:SRC_PATH DEST_PATH|-\n\tdocker compose cp [OPTIONS] SRC_PATH|- SERVICE:DEST_PATH',
  short: 'Copy files/folders between a service container and the local filesystem',
  args: exactArgs(2),
  flags: {
    archive: bool('Archive mode (copy all uid/gid information)', { shorthand: 'a' }),
    all: bool('Copy to all the containers of the service', { hidden: true, deprecated: 'By default all the containers of the service will get the source file/directory to be copied' }),
    'follow-link': bool('Always follow symbol link in SRC_PATH', { shorthand: 'L' }),
    index: indexFlag,
  },
  async run({ compose, args, flags }) {
    const [source = '', destination = ''] = args;
    if (source === '') throw new ComposeError('other', 'source can not be empty');
    if (destination === '') throw new ComposeError('other', 'destination can not be empty');
    const project = await compose.projectName();
    const from = splitArgument(source);
    const to = splitArgument(destination);
    if (from.container !== '' && flags.all) throw new ComposeError('other', 'cannot use the --all flag when copying from a service');
    if (from.container !== '' && to.container !== '') throw new ComposeError('other', 'copying between services is not supported');
    const service = from.container || to.container;
    if (service === '') throw new ComposeError('other', 'unknown copy direction');
    const options = { followLink: flags['follow-link'], owners: flags.archive, quiet: true };
    await compose.progress(async (writer) => {
      const found = flags.index > 0
        ? [await containerOf(compose, project, service, { index: flags.index, all: true, oneOff: 'exclude' })]
        : await projectContainers(compose.client, project, { oneOff: 'exclude', all: true, services: [service] });
      if (found.length === 0) throw new ComposeError('other', `no container found for service ${JSON.stringify(service)}`);
      await together(from.container === '' ? found : found.slice(0, 1), async (container) => {
        const id = nameOf(container);
        const text = from.container === '' ? `copy ${from.path} to ${id}:${to.path}` : `copy ${id}:${from.path} to ${to.path}`;
        writer.event({ id, text, status: 'working', statusText: 'Copying' });
        if (!compose.options.dryRun) await (from.container === '' ? copyTo(compose, from.path, container.Id, to.path, options) : copyFrom(compose, container.Id, from.path, to.path, options));
        writer.event({ id, text, status: 'done', statusText: 'Copied' });
      });
    }, 'Copying');
  },
});
