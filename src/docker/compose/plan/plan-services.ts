import type { ContainerSummary } from '../../api/index.ts';
import { serviceHash } from '../file/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { dependencyGraph, ordered, scaleOf } from '../graph/index.ts';
import { byName, isOneOff, labels, numberOf, serviceOf } from '../observe/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { containerName } from '../request/index.ts';
import type { ContainerStep, RecreateStrategy, ServicePlan } from './plan.ts';
import { resolveReferences } from './references.ts';

/** What decides which containers are made anew. */
export interface ServicesOptions {
  /** Services that were named; the strategy is theirs. */
  readonly services: readonly string[];
  readonly recreate: RecreateStrategy;
  /** For the services that came along. */
  readonly recreateDependencies: RecreateStrategy;
  readonly separator: string;
}

/** What is done about the containers of a project's services, given those that there are. */
export function planServices(project: Project, containers: readonly ContainerSummary[], options: ServicesOptions): ServicePlan[] {
  const recreated = new Set<string>();
  const kept = new Map<string, readonly ContainerSummary[]>();
  const plans: ServicePlan[] = [];
  for (const name of ordered(dependencyGraph(project))) {
    const service = project.services[name];
    if (!service) continue;
    const strategy = options.services.includes(name) ? options.recreate : options.recreateDependencies;
    // What stands on a container that is made anew is made anew as well.
    const isForced = strategy === 'force' || (strategy !== 'never' && Object.keys(service.depends_on ?? {}).some((other) => recreated.has(other)));
    const own = containers.filter((container) => !isOneOff(container) && serviceOf(container) === name);
    const hash = strategy === 'diverged' && !isForced ? hashOf(service, kept) : undefined;
    const isObsolete = (container: ContainerSummary): boolean =>
      strategy !== 'never' && (isForced || container.Labels[labels.configHash] !== hash || container.Labels[labels.image] !== service.customLabels?.[labels.image]);
    const steps = stepsOf(project, service, own, isObsolete, options.separator);
    if (steps.some((step) => step.do === 'recreate')) recreated.add(name);
    kept.set(name, steps.flatMap((step) => (step.do === 'keep' ? [step.container] : [])));
    plans.push({ service, steps });
  }
  return plans;
}

/** The hash with shared namespaces resolved; undefined when one is shared with a container that is not made yet. */
function hashOf(service: ServiceConfig, kept: ReadonlyMap<string, readonly ContainerSummary[]>): string | undefined {
  let isKnown = true;
  const resolved = resolveReferences(service, (name) => {
    const [first] = byName(kept.get(name) ?? []);
    if (!first) isKnown = false;
    return first?.Id ?? '';
  });
  return isKnown ? serviceHash(resolved) : undefined;
}

function stepsOf(project: Project, service: ServiceConfig, own: readonly ContainerSummary[], isObsolete: (container: ContainerSummary) => boolean, separator: string): ContainerStep[] {
  const expected = scaleOf(service);
  if (expected > 1 && service.container_name) {
    const name = JSON.stringify(service.container_name);
    throw new ComposeError('other', `WARNING: The ${JSON.stringify(service.name)} service is using the custom container name ${name}. Docker requires each container to have a unique name. Remove the custom name to scale the service.\n`);
  }
  const order = [...own.filter((container) => isObsolete(container)), ...own.filter((container) => !isObsolete(container)).toSorted((a, b) => numberOf(a) - numberOf(b))];
  const steps = order.map((container, i): ContainerStep => {
    if (i >= expected) return { do: 'remove', container };
    const number = numberOf(container);
    return isObsolete(container) ? { do: 'recreate', container, name: containerName(project.name, service, number, separator), number } : { do: 'keep', container };
  });
  const next = Math.max(0, ...own.map(numberOf)) + 1;
  for (let i = 0; i < expected - own.length; i++) steps.push({ do: 'create', name: containerName(project.name, service, next + i, separator), number: next + i });
  return steps;
}
