import type { Process } from '../../../kernel/index.ts';
import type { BuildQuery } from '../../api/index.ts';
import { prepareContext, sendClassicBuild } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { labels } from '../observe/index.ts';
import type { BuildConfig, Project, ServiceConfig } from '../project/index.ts';
import type { Compose } from '../runtime/index.ts';
import type { BuildOptions } from './build-options.ts';
import { dockerfileOf, imageBuildQuery } from './image-build.ts';
import { pushImages } from './push.ts';

/** Whether builds go to BuildKit: DOCKER_BUILDKIT, unset for yes. */
export function isBuildkitOn(process: Process): boolean {
  const setting = process.env['DOCKER_BUILDKIT'] ?? '';
  if (['', '1', 't', 'T', 'TRUE', 'true', 'True'].includes(setting)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(setting)) return false;
  throw new ComposeError('other', `DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing ${JSON.stringify(setting)}: invalid syntax`);
}

/** Builds a service's image with the classic builder; gives its id. Throws ComposeError. */
export async function buildClassic(compose: Compose, project: Project, service: ServiceConfig, options: BuildOptions): Promise<string> {
  const build = service.build ?? {};
  refuseForClassic(build);
  const prepared = await prepareContext(compose.process, build.context ?? '', dockerfileOf(build), true);
  const query: BuildQuery = {
    ...imageBuildQuery(compose, project, service, build, options, { [labels.imageBuilder]: 'classic' }),
    version: '1',
    rm: '1',
    dockerfile: prepared.dockerfile,
    ...(prepared.remote !== undefined && { remote: prepared.remote }),
  };
  const { id, shown } = await sendClassicBuild(compose, query, prepared.archive, false);
  if (options.push && service.image) await pushImages(compose, [service.image]);
  return id || shown;
}

function refuseForClassic(build: BuildConfig): void {
  const refusals: [boolean, string][] = [
    [(build.platforms?.length ?? 0) > 1, 'multi-arch build'],
    [build.privileged ?? false, 'privileged mode'],
    [Object.keys(build.additional_contexts ?? {}).length > 0, 'additional contexts'],
    [(build.ssh?.length ?? 0) > 0, 'SSH keys'],
    [(build.secrets?.length ?? 0) > 0, 'secrets'],
  ];
  const refused = refusals.find(([is]) => is);
  if (refused) throw new ComposeError('other', `the classic builder doesn't support ${refused[1]}, set DOCKER_BUILDKIT=1 to use BuildKit`);
}
