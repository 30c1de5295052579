import type { Project, ServiceConfig } from '../project/index.ts';
import { ComposeFileError } from './compose-error.ts';

const invalid = 'invalid compose project';

function refuse(problem: string, ...path: readonly string[]): ComposeFileError {
  return new ComposeFileError('invalid', `${problem}: ${invalid}`, path);
}

/** Whether what services refer to is there and fits together. Throws the first of `inconsistenciesOf`. */
export function checkConsistency(project: Project): void {
  for (const problem of inconsistenciesOf(project)) throw problem;
}

/** What services refer to and is not there, or does not fit together. Sets `deploy.replicas` by `scale`. */
export function* inconsistenciesOf(project: Project): Iterable<ComposeFileError> {
  for (const name of Object.keys(project.services).sort()) {
    const service = project.services[name];
    if (!service) continue;
    yield* imageProblems(service, project);
    yield* referenceProblems(service, project);
    yield* scaleProblems(service);
    for (const trigger of service.develop?.watch ?? []) {
      if (trigger.target === undefined && trigger.action !== 'rebuild' && trigger.action !== 'restart') {
        yield refuse(`services.${name}.develop.watch: target is required for non-rebuild actions`, 'services', name, 'develop', 'watch');
      }
    }
  }
  for (const [name, secret] of Object.entries(project.secrets)) {
    if (!secret.external && !secret.file && !secret.environment) yield refuse(`secret "${name}" must declare either \`file\` or \`environment\``, 'secrets', name);
  }
  yield* dependencyProblems(project);
}

function* imageProblems(service: ServiceConfig, project: Project): Iterable<ComposeFileError> {
  const { name, build } = service;
  if (!build) {
    if (service.image === undefined) yield refuse(`service "${name}" has neither an image nor a build context specified`, 'services', name);
    return;
  }
  if (build.dockerfile_inline !== undefined && build.dockerfile !== undefined) {
    yield refuse(`service "${name}" declares mutualy exclusive dockerfile and dockerfile_inline`, 'services', name, 'build');
  }
  for (const [key, context] of Object.entries(build.additional_contexts ?? {})) {
    if (!context.startsWith('service:')) continue;
    const target = context.slice('service:'.length);
    const found = project.services[target];
    const at = ['services', name, 'build', 'additional_contexts'];
    if (!found) yield new ComposeFileError('invalid', `service "${name}" declares unknown service "${target}" as additional contexts ${key}`, at);
    else if (!found.build) yield new ComposeFileError('invalid', `service "${name}" declares non-buildable service "${target}" as additional contexts ${key}`, at);
  }
  if (build.platforms && service.platform !== undefined && !build.platforms.includes(service.platform)) {
    yield refuse(`service.build.platforms MUST include service.platform "${service.platform}"`, 'services', name, 'build', 'platforms');
  }
}

function* referenceProblems(service: ServiceConfig, project: Project): Iterable<ComposeFileError> {
  const { name } = service;
  const networks = Object.keys(service.networks ?? {});
  if (service.network_mode !== undefined && networks.length > 0) {
    yield refuse(`service ${name} declares mutually exclusive \`network_mode\` and \`networks\``, 'services', name, 'network_mode');
  }
  const undefinedOne = (what: string, key: string, section: string): ComposeFileError => refuse(`service "${name}" refers to undefined ${what} ${key}`, 'services', name, section, key);
  for (const key of networks.sort()) if (!project.networks[key]) yield undefinedOne('network', key, 'networks');
  const [test] = service.healthcheck?.test ?? [];
  if (test !== undefined && !['CMD', 'CMD-SHELL', 'NONE'].includes(test)) {
    yield new ComposeFileError('invalid', 'healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"', ['services', name, 'healthcheck', 'test']);
  }
  for (const [key, dependency] of Object.entries(service.depends_on ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (project.services[key] || (project.disabledServices[key] && !dependency.required)) continue;
    yield refuse(`service "${name}" depends on undefined service "${key}"`, 'services', name, 'depends_on', key);
  }
  if (service.network_mode?.startsWith('service:')) {
    const key = service.network_mode.slice('service:'.length);
    if (!project.services[key]) yield new ComposeFileError('invalid', `service "${key}" not found for network_mode 'service:${key}'`, ['services', name, 'network_mode']);
  }
  for (const { type, source } of service.volumes ?? []) {
    if (type === 'volume' && source !== undefined && !project.volumes[source]) yield undefinedOne('volume', source, 'volumes');
  }
  for (const { source } of service.build?.secrets ?? []) if (!project.secrets[source]) yield undefinedOne('build secret', source, 'build');
  for (const { source } of service.configs ?? []) if (!project.configs[source]) yield undefinedOne('config', source, 'configs');
  for (const { source } of service.secrets ?? []) if (!project.secrets[source]) yield undefinedOne('secret', source, 'secrets');
}

/** Keys that say the same thing must agree. */
function* scaleProblems(service: ServiceConfig): Iterable<ComposeFileError> {
  const { name, deploy } = service;
  const distinct = (key: string, other: string): ComposeFileError => refuse(`services.${name}: can't set distinct values on '${key}' and '${other}'`, 'services', name, key);
  if (deploy && service.scale !== undefined) {
    if (deploy.replicas !== undefined && deploy.replicas !== service.scale) yield distinct('scale', 'deploy.replicas');
    deploy.replicas = service.scale;
  }
  const { limits, reservations } = deploy?.resources ?? {};
  if (limits) {
    if (service.cpus !== undefined && Math.fround(limits.cpus ?? 0) !== Math.fround(service.cpus)) yield distinct('cpus', 'deploy.resources.limits.cpus');
    if (service.mem_limit !== undefined && limits.memory !== service.mem_limit) yield distinct('mem_limit', 'deploy.resources.limits.memory');
  }
  if (reservations && service.mem_reservation !== undefined && reservations.memory !== service.mem_reservation) {
    yield distinct('mem_reservation', 'deploy.resources.reservations.memory');
  }
  if (limits && service.pids_limit !== undefined && limits.pids !== service.pids_limit) yield distinct('pids_limit', 'deploy.resources.limits.pids');
  const scale = service.scale ?? deploy?.replicas ?? 1;
  if (scale > 1 && service.container_name !== undefined) {
    // The real command has the two words in the wrong places.
    yield refuse(`services.${service.scale === undefined ? 'deploy.replicas' : 'scale'}: can't set container_name and ${name} as container name must be unique`, 'services', name, 'container_name');
  }
}

/** A dependency that is missing or goes round in a circle. */
function* dependencyProblems({ services, disabledServices }: Project): Iterable<ComposeFileError> {
  const names = Object.keys(services).sort();
  for (const name of names) {
    for (const [key, { required }] of Object.entries(services[name]?.depends_on ?? {})) {
      if (services[key] || !required) continue;
      const disabled = disabledServices[key];
      if (disabled) yield new ComposeFileError('invalid', `service "${key}" is required by "${name}" but is disabled. Can be enabled by profiles [${(disabled.profiles ?? []).join(' ')}]`);
      else yield new ComposeFileError('invalid', `service "${name}" depends on unknown service "${key}"`, ['services', name, 'depends_on', key]);
    }
  }
  const circle = circleIn(services, names);
  if (circle) yield new ComposeFileError('invalid', `dependency cycle detected: ${circle.join(' -> ')}`, ['services', circle.at(-2) ?? '', 'depends_on', circle.at(-1) ?? '']);
}

/** The first circle of dependencies, its first service again at the end. */
function circleIn(services: Project['services'], names: readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const search = (path: readonly string[]): string[] | undefined => {
    const last = path.at(-1) ?? '';
    if (done.has(last)) return undefined;
    for (const next of Object.keys(services[last]?.depends_on ?? {}).filter((key) => services[key]).sort()) {
      const index = path.indexOf(next);
      const circle = index >= 0 ? [...path.slice(index), next] : search([...path, next]);
      if (circle) return circle;
    }
    done.add(last);
    return undefined;
  };
  for (const name of names) {
    const circle = search([name]);
    if (circle) return circle;
  }
  return undefined;
}
