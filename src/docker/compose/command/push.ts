import { bool } from '../../cli/index.ts';
import { pushImages } from '../build/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices, together } from '../graph/index.ts';
import type { Project } from '../project/index.ts';
import { quietWriter, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { isDockerError } from '../../client/index.ts';
import { defineComposeCommand } from './define.ts';

export const pushCommand = defineComposeCommand({
  name: 'push',
  use: 'push [OPTIONS] [SERVICE...]',
  short: 'Push service images',
  flags: {
    'ignore-push-failures': bool('Push what it can and ignores images with push failures'),
    'include-deps': bool('Also push images of services declared as dependencies'),
    quiet: bool('Push without printing progress information', { shorthand: 'q' }),
  },
  async run({ compose, args, flags }) {
    let project = await compose.project(args);
    if (!flags['include-deps']) project = selectServices(project, args, 'alone');
    if (flags.quiet) await pushAll(compose, quietWriter, project, flags['ignore-push-failures']);
    else await compose.progress((writer) => pushAll(compose, writer, project, flags['ignore-push-failures']), 'Pushing');
  },
});

async function pushAll(compose: Compose, writer: ProgressWriter, project: Project, ignoreFailures: boolean): Promise<void> {
  const pushes: { service: string; tag: string }[] = [];
  for (const { name, build, image } of Object.values(project.services).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!build || !image) writer.event({ id: name, status: 'done', text: 'Skipped' });
    else pushes.push(...[image, ...(build.tags ?? [])].map((tag) => ({ service: name, tag })));
  }
  await together(pushes, async ({ service, tag }) => {
    try {
      await pushImages(compose, [tag], writer);
    } catch (error) {
      if (!ignoreFailures || !(error instanceof ComposeError || isDockerError(error))) throw error;
      writer.tail(`Pushing ${service}: ${error.message}`);
    }
  });
}
