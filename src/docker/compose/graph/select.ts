import { ComposeError } from '../failure/compose-error.ts';
import type { Project, ServiceConfig } from '../project/index.ts';

/** Which others come along with the services that are named. */
export type SelectionPolicy = 'with dependencies' | 'with dependents' | 'alone';

/** The project with only these services (and those that the policy adds); the others become disabled ones. None named: all. Throws ComposeError for a service that is not there. */
export function selectServices(project: Project, names: readonly string[], policy: SelectionPolicy = 'with dependencies'): Project {
  if (names.length === 0) return project;
  const chosen = chooseServices(project, names, policy);
  const services: Record<string, ServiceConfig> = {};
  const disabledServices = { ...project.disabledServices };
  for (const [name, service] of Object.entries(project.services)) {
    if (!chosen.has(name)) {
      disabledServices[name] = service;
      continue;
    }
    const dependencies = Object.entries(service.depends_on ?? {}).filter(([other]) => chosen.has(other));
    services[name] = service.depends_on ? { ...service, depends_on: Object.fromEntries(dependencies) } : service;
  }
  return { ...project, services, disabledServices };
}

/** These services and those that the policy adds. */
export function chooseServices(project: Project, names: readonly string[], policy: SelectionPolicy): Set<string> {
  const chosen = new Set<string>();
  const visit = (name: string, required: boolean): void => {
    if (chosen.has(name)) return;
    const service = project.services[name];
    if (!service) {
      if (required) throw new ComposeError('other', `no such service: ${name}`);
      return;
    }
    chosen.add(name);
    if (policy === 'with dependencies') for (const [other, dependency] of Object.entries(service.depends_on ?? {})) visit(other, dependency.required);
    if (policy === 'with dependents') for (const [other, { depends_on: after }] of Object.entries(project.services)) if (after && Object.hasOwn(after, name)) visit(other, true);
  };
  for (const name of names) visit(name, true);
  return chosen;
}

/** A service of the project. Throws ComposeError. */
export function serviceNamed(project: Project, name: string): ServiceConfig {
  const service = project.services[name];
  if (!service) throw new ComposeError('other', `no such service: ${name}: not found`);
  return service;
}

/** How many containers a service shall have. */
export function scaleOf(service: ServiceConfig): number {
  return service.scale ?? service.deploy?.replicas ?? 1;
}
