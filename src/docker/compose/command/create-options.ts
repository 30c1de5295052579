import type { CreateProjectOptions } from '../act/index.ts';
import { standardBuild } from '../build/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { mapServices, type Compose } from '../runtime/index.ts';

/** Values of the flags that `up` and `create` share. */
interface CreateValues {
  build: boolean;
  'no-build': boolean;
  'force-recreate': boolean;
  'no-recreate': boolean;
  'quiet-pull': boolean;
  'remove-orphans': boolean;
  scale: readonly string[];
  pull: string;
  'always-recreate-deps'?: boolean;
  'renew-anon-volumes'?: boolean;
  timeout?: number;
}

/** What flags that contradict one another are refused with. */
export function checkCreateFlags(flags: CreateValues): void {
  if (flags.build && flags['no-build']) throw new ComposeError('other', '--build and --no-build are incompatible');
  if (flags['force-recreate'] && flags['no-recreate']) throw new ComposeError('other', '--force-recreate and --no-recreate are incompatible');
  if (flags['always-recreate-deps'] && flags['no-recreate']) throw new ComposeError('other', '--always-recreate-deps and --no-recreate are incompatible');
}

/** The project as `--pull`, `--build` and `--scale` change it. */
export function applyCreateFlags(project: Project, flags: Pick<CreateValues, 'build' | 'scale' | 'pull'>, pullChanged: boolean): Project {
  let changed = project;
  if (pullChanged) {
    if (!['always', 'never', 'build', 'missing', 'if_not_present'].includes(flags.pull)) throw new ComposeError('other', `invalid --pull option ${JSON.stringify(flags.pull)}`);
    changed = { ...changed, services: mapServices(changed.services, (service) => ({ ...service, pull_policy: flags.pull })) };
  }
  if (flags.build) changed = { ...changed, services: mapServices(changed.services, (service) => (service.build ? { ...service, pull_policy: 'build' } : service)) };
  for (const text of flags.scale) {
    const [name = '', count, ...more] = text.split('=');
    if (count === undefined || more.length > 0) throw new ComposeError('other', `invalid --scale option ${JSON.stringify(text)}. Should be SERVICE=NUM`);
    if (!/^[+-]?\d+$/.test(count)) throw new ComposeError('other', `strconv.Atoi: parsing ${JSON.stringify(count)}: invalid syntax`);
    changed = setScale(changed, name, Number(count));
  }
  return changed;
}

/** The project with another number of containers for a service. Throws ComposeError. */
export function setScale(project: Project, name: string, scale: number): Project {
  const service = project.services[name];
  if (!service) throw new ComposeError('other', `no such service: ${name}: not found`);
  return { ...project, services: { ...project.services, [name]: scaled(service, scale) } };
}

function scaled(service: ServiceConfig, scale: number): ServiceConfig {
  return { ...service, scale, ...(service.deploy && { deploy: { ...service.deploy, replicas: scale } }) };
}

/** How containers are made, by flags. */
export function createOptions(compose: Compose, project: Project, services: readonly string[], flags: CreateValues, timeoutChanged: boolean): CreateProjectOptions {
  const ignore = isTrue(project.environment['COMPOSE_IGNORE_ORPHANS']);
  const remove = flags['remove-orphans'] || isTrue(compose.process.env['COMPOSE_REMOVE_ORPHANS']);
  if (ignore && remove) throw new ComposeError('other', 'cannot combine COMPOSE_IGNORE_ORPHANS and --remove-orphans');
  const recreate = flags['no-recreate'] ? 'never' : flags['force-recreate'] ? 'force' : 'diverged';
  return {
    services,
    build: flags['no-build'] ? undefined : { ...standardBuild, quiet: flags['quiet-pull'] },
    quietPull: flags['quiet-pull'],
    orphans: ignore ? 'nothing' : remove ? 'remove' : 'warn',
    recreate,
    recreateDependencies: flags['no-recreate'] ? 'never' : flags['always-recreate-deps'] ? 'force' : 'diverged',
    inherit: !flags['renew-anon-volumes'],
    timeout: timeoutChanged ? flags.timeout : undefined,
  };
}

/** What Compose takes for true in a variable. */
export function isTrue(text: string | undefined): boolean {
  return ['true', '1', 't', 'y'].includes((text ?? '').trim().toLowerCase());
}
