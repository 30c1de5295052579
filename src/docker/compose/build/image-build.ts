import type { BuildQuery } from '../../api/index.ts';
import { buildQuery } from '../../cli/index.ts';
import { labels, labelVersion } from '../observe/index.ts';
import type { BuildConfig, Project, ServiceConfig } from '../project/index.ts';
import { imageNameOf, ulimitsOf } from '../request/index.ts';
import type { Compose } from '../runtime/index.ts';
import type { BuildOptions } from './build-options.ts';

/** Where the Dockerfile is: a path in the context is made absolute. */
export function dockerfileOf(build: BuildConfig): string {
  const { dockerfile = '', context = '' } = build;
  if (dockerfile === '' || dockerfile.startsWith('/') || /^(?:https?:\/\/|git:\/\/|git@|github\.com\/)/.test(context)) return dockerfile;
  return `${context}/${dockerfile}`;
}

/** The query of `POST /build` that both builders share. */
export function imageBuildQuery(compose: Compose, project: Project, service: ServiceConfig, build: BuildConfig, options: BuildOptions, extra: Readonly<Record<string, string>>): BuildQuery {
  const env = { ...project.environment, ...compose.process.env };
  const args = Object.entries(build.args ?? {}).map(([key, value]) => (value === null ? key : `${key}=${value}`));
  return buildQuery({
    'add-host': Object.entries(build.extra_hosts ?? {}).flatMap(([host, addresses]) => addresses.map((address) => `${host}:${address}`)),
    'build-arg': [...args, ...options.args],
    'cache-from': build.cache_from ?? [],
    label: Object.entries({ ...build.labels, ...extra }).map(([key, value]) => `${key}=${value}`),
    network: build.network || 'default',
    'no-cache': options.noCache || (build.no_cache ?? false),
    pull: options.pull || (build.pull ?? false),
    quiet: false,
    'shm-size': build.shm_size ?? 0,
    tag: [imageNameOf(project.name, service, compose.separator), ...(build.tags ?? [])],
    target: build.target ?? '',
  }, env);
}

/** Labels of an image that BuildKit makes. */
export function imageLabels(project: Project, service: ServiceConfig): Record<string, string> {
  return { [labels.version]: labelVersion, [labels.project]: project.name, [labels.service]: service.name };
}

/** `ulimits` of the query. */
export function buildUlimits(build: BuildConfig): Pick<BuildQuery, 'ulimits'> {
  return build.ulimits && Object.keys(build.ulimits).length > 0 ? { ulimits: JSON.stringify(ulimitsOf(build.ulimits)) } : {};
}
