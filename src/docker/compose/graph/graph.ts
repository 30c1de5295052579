import { ComposeError } from '../failure/compose-error.ts';
import type { Project, ServiceConfig } from '../project/index.ts';

/** Which services each service waits for. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The graph of a project's services. A dependency that is missing is left out when it is optional; else, and for a cycle, throws ComposeError. */
export function dependencyGraph(project: Project): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const name of Object.keys(project.services).sort()) graph.set(name, dependenciesOf(project, project.services[name]));
  const cycle = findCycle(graph);
  if (cycle) throw new ComposeError('other', `cycle found: ${cycle.join(' -> ')}`);
  return graph;
}

function dependenciesOf(project: Project, service: ServiceConfig | undefined): string[] {
  const found: string[] = [];
  for (const [name, dependency] of Object.entries(service?.depends_on ?? {})) {
    if (Object.hasOwn(project.services, name)) found.push(name);
    else if (dependency.required) {
      const disabled = project.disabledServices[name];
      if (disabled) throw new ComposeError('other', `service ${name} is required by ${service?.name} but is disabled. Can be enabled by profiles [${(disabled.profiles ?? []).join(' ')}]`);
      throw new ComposeError('other', `could not find ${name}: not found`);
    }
  }
  return found.sort();
}

function findCycle(graph: Graph): string[] | undefined {
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path, name];
    if (finished.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** The graph with its arrows turned round. */
export function reversed(graph: Graph): Graph {
  return new Map([...graph.keys()].map((name) => [name, [...graph].filter(([, after]) => after.includes(name)).map(([other]) => other)]));
}

/** Services in an order in which each stands after those it waits for; among equals by name. */
export function ordered(graph: Graph): string[] {
  const order: string[] = [];
  const visit = (name: string): void => {
    if (order.includes(name)) return;
    for (const before of graph.get(name) ?? []) visit(before);
    order.push(name);
  };
  for (const name of graph.keys()) visit(name);
  return order;
}

/** These services and all that wait for them. */
export function withDependents(graph: Graph, services: readonly string[]): Set<string> {
  const back = reversed(graph);
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of back.get(name) ?? []) visit(next);
  };
  for (const name of services) visit(name);
  return found;
}

/** Visits every service after those it waits for, as many at once as that allows. After a failure nothing new begins; what runs is waited for; then throws the first failure. */
export async function visitInOrder(graph: Graph, visit: (service: string) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  const visits = new Map<string, Promise<void>>();
  const visitOnce = (name: string): Promise<void> => {
    let running = visits.get(name);
    if (!running) {
      running = Promise.all((graph.get(name) ?? []).map(visitOnce)).then(async () => {
        if (failures.length > 0) return;
        try {
          await visit(name);
        } catch (error) {
          failures.push(error);
        }
      });
      visits.set(name, running);
    }
    return running;
  };
  await Promise.all([...graph.keys()].map(visitOnce));
  if (failures.length > 0) throw failures[0];
}
