import { bool } from '../../cli/index.ts';
import { createProject, startProject } from '../act/index.ts';
import { standardBuild } from '../build/index.ts';
import { mapServices } from '../runtime/index.ts';
import { watchProject } from '../watch/index.ts';
import { defineComposeCommand } from './define.ts';

export const watchCommand = defineComposeCommand({
  name: 'watch',
  use: 'watch [SERVICE...]',
  short: 'Watch build context for service and rebuild/refresh containers when files are updated',
  flags: { 'no-up': bool('Do not build & start services before watching'), quiet: bool('hide build output') },
  async run({ compose, args, flags }) {
    const project = await compose.project();
    if (!flags['no-up']) {
      const building = { ...project, services: mapServices(project.services, (service) => (service.build && service.develop ? { ...service, pull_policy: 'build' } : service)) };
      await compose.progress(async (writer) => {
        await createProject(compose, writer, building, {
          services: args, build: { ...standardBuild, quiet: flags.quiet }, quietPull: flags.quiet, orphans: 'warn', recreate: 'diverged', recreateDependencies: 'never', inherit: true, timeout: undefined,
        });
        await startProject(compose, writer, building);
      });
    }
    await watchProject(compose, project, args, { quiet: flags.quiet, signal: new AbortController().signal });
  },
});
