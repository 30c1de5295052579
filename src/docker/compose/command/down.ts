import { bool, string } from '../../cli/index.ts';
import { downProject } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { isTrue } from './create-options.ts';
import { defineComposeCommand } from './define.ts';
import { removeOrphansFlag, timeoutFlag } from './flags.ts';

export const downCommand = defineComposeCommand({
  name: 'down',
  use: 'down [OPTIONS] [SERVICES]',
  short: 'Stop and remove containers, networks',
  flags: {
    'remove-orphans': removeOrphansFlag,
    rmi: string('Remove images used by services. "local" remove only images that don\'t have a custom tag ("local"|"all")'),
    timeout: timeoutFlag,
    volumes: bool('Remove named volumes declared in the "volumes" section of the Compose file and anonymous volumes attached to containers', { shorthand: 'v' }),
  },
  async run({ compose, args, flags, changed }) {
    const { rmi } = flags;
    if (rmi !== '' && rmi !== 'all' && rmi !== 'local') throw new ComposeError('other', `invalid value for --rmi: ${JSON.stringify(rmi)}`);
    const { project, name } = await compose.projectOrName(args);
    await compose.progress((writer) => downProject(compose, writer, name, {
      project, services: args, removeOrphans: flags['remove-orphans'] || isTrue(compose.process.env['COMPOSE_REMOVE_ORPHANS']), timeout: changed('timeout') ? flags.timeout : undefined,
      volumes: flags.volumes, images: rmi,
    }));
  },
});
