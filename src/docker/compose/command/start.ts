import { startProject } from '../act/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices } from '../graph/index.ts';
import { projectContainers, projectOfContainers } from '../observe/index.ts';
import type { Project } from '../project/index.ts';
import type { Compose } from '../runtime/index.ts';
import { defineComposeCommand } from './define.ts';

export const startCommand = defineComposeCommand({
  name: 'start',
  use: 'start [SERVICE...]',
  short: 'Start services',
  flags: {},
  async run({ compose, args }) {
    const { project, name } = await compose.projectOrName(args);
    await compose.progress(async (writer) => startProject(compose, writer, project ?? (await projectToStart(compose, name, args))));
  },
});

async function projectToStart(compose: Compose, name: string, services: readonly string[]): Promise<Project> {
  const containers = await projectContainers(compose.client, name, { oneOff: 'exclude', all: true });
  if (containers.length === 0) throw new ComposeError('other', `no container found for project ${JSON.stringify(name)}: not found`);
  const project = projectOfContainers(name, containers);
  const unknown = services.find((service) => !project.services[service]);
  if (unknown !== undefined) throw new ComposeError('other', `no such service: ${JSON.stringify(unknown)}: not found`);
  return selectServices(project, services);
}
