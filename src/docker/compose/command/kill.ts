import { string } from '../../cli/index.ts';
import { together } from '../graph/index.ts';
import { observedProject, progressNameOf, projectContainers, serviceOf } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import { done, failed, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { isTrue } from './create-options.ts';
import { defineComposeCommand } from './define.ts';
import { removeOrphansFlag } from './flags.ts';

export const killCommand = defineComposeCommand({
  name: 'kill',
  use: 'kill [OPTIONS] [SERVICE...]',
  short: 'Force stop service containers',
  flags: { 'remove-orphans': removeOrphansFlag, signal: string('SIGNAL to send to the container', { shorthand: 's', initial: 'SIGKILL' }) },
  async run({ compose, args, flags }) {
    const { project, name } = await compose.projectOrName(args);
    const orphans = flags['remove-orphans'] || isTrue(compose.process.env['COMPOSE_REMOVE_ORPHANS']);
    await compose.progress((writer) => kill(compose, writer, name, project, args, flags.signal, orphans), 'Killing');
  },
});

/** Kills what runs of these services; none named: of all. */
export function killProject(compose: Compose, project: Project, services: readonly string[]): Promise<void> {
  return compose.progress((writer) => kill(compose, writer, project.name, project, services, 'SIGKILL', false), 'Killing');
}

async function kill(compose: Compose, writer: ProgressWriter, name: string, project: Project | undefined, services: readonly string[], signal: string, orphans: boolean): Promise<void> {
  const found = await projectContainers(compose.client, name, { services });
  const known = project ?? (await observedProject(compose.client, name));
  const containers = orphans ? found : found.filter((container) => known.services[serviceOf(container)]);
  if (containers.length === 0) return compose.say('no container to kill');
  await together(containers, async (container) => {
    const id = progressNameOf(container);
    writer.event(working(id, 'Killing'));
    try {
      await compose.actions.killContainer(container.Id, signal);
    } catch (error) {
      writer.event(failed(id, 'Error while Killing'));
      throw error;
    }
    writer.event(done(id, 'Killed'));
  });
}
