import { encodeUtf8 } from '../../../base/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { buildTraceMessage, imageIdMessage, type BuildQuery, type SolveStatus } from '../../api/index.ts';
import { prepareContext, streamError } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { BuildConfig, Project, ServiceConfig } from '../project/index.ts';
import type { Compose } from '../runtime/index.ts';
import type { BuildScreen } from './build-screen.ts';
import type { BuildOptions } from './build-options.ts';
import { buildUlimits, dockerfileOf, imageBuildQuery, imageLabels } from './image-build.ts';
import { pushAsStep } from './push-step.ts';

/** Builds a service's image with BuildKit's way; gives its id. Throws ComposeError. */
export async function buildWithBuildkit(compose: Compose, screen: BuildScreen, project: Project, service: ServiceConfig, options: BuildOptions): Promise<string> {
  const build = service.build ?? {};
  if (options.memory !== 0) await compose.say('WARNING: --memory is not supported by BuildKit and will be ignored\n');
  const prepared = await prepare(compose, project, build);
  const query: BuildQuery = {
    ...imageBuildQuery(compose, project, service, build, options, imageLabels(project, service)),
    version: '2',
    dockerfile: prepared.dockerfile,
    ...buildUlimits(build),
    ...(prepared.session !== undefined && { session: prepared.session }),
    ...(prepared.shownAs !== undefined && { dockerfilename: prepared.shownAs }),
    ...(prepared.remote !== undefined && { remote: prepared.remote }),
    ...(build.platforms?.[0] !== undefined && { platform: build.platforms[0] }),
    ...(service.platform && !build.platforms?.length && { platform: service.platform }),
    ...(prepared.imageContexts.size > 0 && { imagecontexts: JSON.stringify(Object.fromEntries(prepared.imageContexts)) }),
  };
  let image = '';
  for await (const message of compose.client.build(query, prepared.archive, { auths: compose.config.credentials() })) {
    if (message.id === buildTraceMessage) screen.update(service.name, message.aux as SolveStatus);
    else if (message.id === imageIdMessage && message.aux && 'ID' in message.aux) image = message.aux.ID;
    else if (message.errorDetail || message.error) {
      const words = streamError(message).message;
      throw new ComposeError('build', words.startsWith('failed to solve: ') ? words : `failed to solve: ${words}`);
    }
  }
  if (options.push && service.image) await pushAsStep(compose, screen, service.name, service.image);
  return image;
}

async function prepare(compose: Compose, project: Project, build: BuildConfig): Promise<Awaited<ReturnType<typeof prepareContext>> & { imageContexts: Map<string, string> }> {
  const secrets = new Map((build.secrets ?? []).map((secret) => [secret.target || secret.source, secretOf(compose, project, secret.source)] as const));
  const contexts = new Map<string, string>();
  const imageContexts = new Map<string, string>();
  for (const [name, place] of Object.entries(build.additional_contexts ?? {})) {
    if (place.startsWith('docker-image://')) imageContexts.set(name, place.slice('docker-image://'.length));
    else contexts.set(name, place);
  }
  const { process } = compose;
  if (build.dockerfile_inline) {
    // It travels as a file from outside the context.
    const path = `/tmp/.compose-dockerfile-${[...process.random(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    process.writeFile(path, encodeUtf8(build.dockerfile_inline));
    try {
      return { ...(await prepareContext(process, build.context ?? '', path, false, { secrets, contexts })), shownAs: 'Dockerfile', imageContexts };
    } finally {
      process.unlink(path);
    }
  }
  return { ...(await prepareContext(process, build.context ?? '', dockerfileOf(build), false, { secrets, contexts })), imageContexts };
}

function secretOf(compose: Compose, project: Project, source: string): Uint8Array {
  const defined = project.secrets[source];
  if (defined?.file) return compose.process.readFile(defined.file);
  if (defined?.environment) return encodeUtf8(project.environment[defined.environment] ?? defined.content ?? '');
  throw new ComposeError('build', `build.secrets only supports environment or file-based secrets: ${goQuote(source)}`);
}
