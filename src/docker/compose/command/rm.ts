import { bool } from '../../cli/index.ts';
import { stopProject } from '../act/index.ts';
import { together } from '../graph/index.ts';
import { nameOf, progressNameOf, projectContainers, serviceOf } from '../observe/index.ts';
import { done, working } from '../progress/index.ts';
import { ask } from './ask.ts';
import { defineComposeCommand } from './define.ts';

export const removeCommand = defineComposeCommand({
  name: 'rm',
  use: 'rm [OPTIONS] [SERVICE...]',
  short: 'Removes stopped service containers',
  long: `Removes stopped service containers

By default, anonymous volumes attached to containers will not be removed. You
can override this with -v. To list all volumes, use "docker volume ls".

Any data which is not in a volume will be lost.`,
  flags: {
    all: bool('Deprecated - no effect', { shorthand: 'a', hidden: true }),
    force: bool("Don't ask to confirm removal", { shorthand: 'f' }),
    stop: bool('Stop the containers, if required, before removing', { shorthand: 's' }),
    volumes: bool('Remove any anonymous volumes attached to containers', { shorthand: 'v' }),
  },
  async run({ compose, args, flags }) {
    const { project, name } = await compose.projectOrName(args);
    if (flags.stop) await compose.progress((writer) => stopProject(compose, writer, name, project, args, undefined), 'Stopping');
    const found = await projectContainers(compose.client, name, { oneOff: 'exclude', all: true, services: args });
    const isStopped = ({ State }: { State: string }): boolean => (State !== 'running' && State !== 'paused' && State !== 'restarting') || (flags.stop && compose.options.dryRun);
    const containers = found.filter((container) => (!project || project.services[serviceOf(container)]) && isStopped(container));
    if (containers.length === 0) return compose.say('No stopped containers\n');
    await compose.flush();
    const message = `Going to remove ${containers.map(nameOf).join(', ')}`;
    if (flags.force) await compose.out.print(`${message}\n`);
    else if (!(await ask(compose, message))) return;
    await compose.progress((writer) => together(containers, async (container) => {
      writer.event(working(progressNameOf(container), 'Removing'));
      await compose.actions.removeContainer(container.Id, { volumes: flags.volumes, force: flags.force });
      writer.event(done(progressNameOf(container), 'Removed'));
    }), 'Removing');
  },
});
