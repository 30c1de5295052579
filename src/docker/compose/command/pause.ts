import type { Command } from '../../cli/index.ts';
import { together } from '../graph/index.ts';
import { progressNameOf, projectContainers, serviceOf } from '../observe/index.ts';
import { done } from '../progress/index.ts';
import { defineComposeCommand } from './define.ts';

export const pauseCommand = pausing('pause', 'Pause services', 'Paused', 'Pausing', 'pauseContainer');
export const unpauseCommand = pausing('unpause', 'Unpause services', 'Unpaused', 'Running', 'unpauseContainer');

function pausing(name: string, short: string, status: string, title: string, action: 'pauseContainer' | 'unpauseContainer'): Command {
  return defineComposeCommand({
    name,
    use: `${name} [SERVICE...]`,
    short,
    flags: {},
    async run({ compose, args }) {
      const { project, name: projectName } = await compose.projectOrName(args);
      await compose.progress(async (writer) => {
        const found = await projectContainers(compose.client, projectName, { oneOff: 'exclude', services: args });
        await together(found.filter((container) => !project || project.services[serviceOf(container)]), async (container) => {
          await compose.actions[action](container.Id);
          writer.event(done(progressNameOf(container), status));
        });
      }, title);
    },
  });
}
