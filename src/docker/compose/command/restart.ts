import { bool } from '../../cli/index.ts';
import { dependencyGraph, selectServices, together, visitInOrder } from '../graph/index.ts';
import { observedProject, progressNameOf, projectContainers, serviceOf } from '../observe/index.ts';
import type { ServiceConfig } from '../project/index.ts';
import { done, working } from '../progress/index.ts';
import { mapServices } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';
import { timeoutFlag } from './flags.ts';

export const restartCommand = defineComposeCommand({
  name: 'restart',
  use: 'restart [OPTIONS] [SERVICE...]',
  short: 'Restart service containers',
  flags: { 'no-deps': bool("Don't restart dependent services"), timeout: timeoutFlag },
  async run({ compose, args, flags, changed }) {
    const { project: given, name } = await compose.projectOrName();
    const timeout = changed('timeout') ? flags.timeout : undefined;
    await compose.progress(async (writer) => {
      const containers = await projectContainers(compose.client, name, { oneOff: 'exclude', all: true });
      let project = given ?? (await observedProject(compose.client, name));
      if (flags['no-deps']) project = selectServices(project, args, 'alone');
      project = selectServices({ ...project, services: mapServices(project.services, withRestartingDependencies) }, args, 'with dependents');
      await visitInOrder(dependencyGraph(project), (service) =>
        together(containers.filter((container) => serviceOf(container) === service), async (container) => {
          writer.event(working(progressNameOf(container), 'Restarting'));
          await compose.actions.restartContainer(container.Id, timeout);
          writer.event(done(progressNameOf(container), 'Started'));
        }));
    }, 'Restarting');
  },
});

/** Only dependencies with `restart: true` take a service along. */
function withRestartingDependencies(service: ServiceConfig): ServiceConfig {
  return { ...service, depends_on: Object.fromEntries(Object.entries(service.depends_on ?? {}).filter(([, { restart }]) => restart)) };
}
