import { CliError } from '../../cli/index.ts';
import { isDockerError } from '../../client/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { chooseServices, dependencyGraph, visitInOrder } from '../graph/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { imageNameOf } from '../request/index.ts';
import type { Compose } from '../runtime/index.ts';
import { BuildScreen } from './build-screen.ts';
import { buildClassic, isBuildkitOn } from './classic.ts';
import type { BuildOptions } from './build-options.ts';
import { buildWithBuildkit } from './buildkit.ts';
import { dryRunBuild } from './dry-run.ts';

/** Builds the services that have a `build` section, each after those it depends on; gives ids by image name. Those whose image is among `present` are built only when their policy says so. */
export async function buildServices(compose: Compose, project: Project, options: BuildOptions, present: ReadonlyMap<string, string> = new Map()): Promise<Map<string, string>> {
  const chosen = options.services.length > 0 ? chooseServices(project, options.services, options.dependencies ? 'with dependencies' : 'alone') : new Set(Object.keys(project.services));
  const wanted = (service: ServiceConfig): boolean => chosen.has(service.name) && service.build !== undefined && (!present.has(imageNameOf(project.name, service, compose.separator)) || service.pull_policy === 'build');
  const ids = new Map<string, string>();
  if (!Object.values(project.services).some(wanted)) return ids;
  const buildkit = isBuildkitOn(compose.process);
  const screen = buildkit && !compose.options.dryRun ? new BuildScreen(compose, options.quiet) : undefined;
  try {
    await visitInOrder(dependencyGraph(project), async (name) => {
      const service = project.services[name];
      if (!service || !wanted(service)) return;
      const image = imageNameOf(project.name, service, compose.separator);
      if (!screen) {
        ids.set(image, compose.options.dryRun ? await dryRunBuild(compose, name, image) : await buildClassic(compose, project, service, options));
        return;
      }
      ids.set(image, await buildWithBuildkit(compose, screen, project, service, options).catch(asBuildFailure));
      screen.flush();
    });
  } finally {
    await screen?.end();
  }
  return ids;
}

/** Whatever a build fails with ends the command with a build's status. */
function asBuildFailure(error: unknown): never {
  if (error instanceof CliError || isDockerError(error)) throw new ComposeError('build', error.message);
  throw error;
}
