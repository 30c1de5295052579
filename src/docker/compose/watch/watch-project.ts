import { goQuote } from '../../../base/go/index.ts';
import { IgnoreRules } from '../../cli/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices } from '../graph/index.ts';
import type { Project, ServiceConfig, Trigger } from '../project/index.ts';
import { mapServices, type Compose } from '../runtime/index.ts';
import { handleChanges } from './handle-changes.ts';
import { changesBetween, relative, scan, type WatchedPath } from './watched-files.ts';

/** Time between two looks at the files; changes of one look are handled together. */
const lookEvery = 500;

export interface WatchOptions {
  quiet: boolean;
  signal: AbortSignal;
  /** Shows a line; default: on stdout behind nothing. */
  log?: (text: string) => void;
}

/** Looks at the files of services with a `develop` section, and syncs, rebuilds or restarts when they change, until `signal` aborts. Throws ComposeError when there is nothing to watch. */
export async function watchProject(compose: Compose, given: Project, services: readonly string[], options: WatchOptions): Promise<void> {
  const selected = selectServices(given, services);
  const project = { ...selected, services: mapServices(selected.services, (service) => (service.develop && service.build ? { ...service, pull_policy: 'build' } : service)) };
  const log = options.log ?? ((text: string): void => void compose.out.print(`\x1b[2K${text}\n`));
  const watching = Object.values(project.services).filter((service) => isWatched(service, services.length > 0));
  if (watching.length === 0) throw new ComposeError('other', "none of the selected services is configured for watch, consider setting an 'develop' section");
  log('Watch enabled');
  await Promise.all(watching.map((service) => watchService(compose, project, service, options, log)));
  log('Watch disabled');
}

function isWatched(service: ServiceConfig, isNamed: boolean): boolean {
  if (!service.develop) return false;
  for (const { action } of service.develop.watch ?? []) {
    if (action === 'rebuild' && !service.build) throw new ComposeError('other', `can't watch service ${goQuote(service.name)} with action rebuild without a build context`);
  }
  if (!service.build && isNamed) throw new ComposeError('other', `can't watch service ${goQuote(service.name)} without a build context`);
  return service.build !== undefined;
}

async function watchService(compose: Compose, project: Project, service: ServiceConfig, options: WatchOptions, log: (text: string) => void): Promise<void> {
  const { process } = compose;
  const triggers = (service.develop?.watch ?? []).filter((trigger) => {
    const isMounted = (service.volumes ?? []).some(({ bind, source = '' }) => bind && trigger.path.startsWith(source));
    if (isMounted) compose.warn(`path '${trigger.path}' also declared by a bind mount volume, this path won't be monitored!\n`);
    return !isMounted;
  });
  const root = service.build?.context ?? '';
  const ignoreFile = `${root}/.dockerignore`;
  const rules = new IgnoreRules(process.exists(ignoreFile) ? process.readTextFile(ignoreFile) : '');
  const watched = triggers.map((trigger): { trigger: Trigger; path: WatchedPath } => ({ trigger, path: { path: trigger.path, root, rules, ignore: new IgnoreRules((trigger.ignore ?? []).join('\n')) } }));
  let before = watched.map(({ path }) => scan(process, path));
  while (!options.signal.aborted) {
    await process.sleep(lookEvery);
    if (options.signal.aborted) return;
    const after = watched.map(({ path }) => scan(process, path));
    const changes = watched.flatMap(({ trigger }, i) => changesBetween(before[i] ?? new Map(), after[i] ?? new Map()).map((path) => ({ action: trigger.action, path, target: targetOf(trigger, path) })));
    before = after;
    if (changes.length === 0) continue;
    try {
      await handleChanges(compose, project, service, changes, options.quiet, log);
    } catch (error) {
      compose.warn(`Error handling changed files for service ${service.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function targetOf(trigger: Trigger, path: string): string {
  if (!trigger.target) return '';
  const below = relative(trigger.path, path) ?? '';
  return below === '' ? trigger.target : `${trigger.target.replace(/\/$/, '')}/${below}`;
}
