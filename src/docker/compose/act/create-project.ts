import type { ContainerSummary } from '../../api/index.ts';
import type { BuildOptions } from '../build/index.ts';
import { dependencyGraph, together, visitInOrder } from '../graph/index.ts';
import { byName, labels, nameOf, progressNameOf, projectContainers } from '../observe/index.ts';
import { planUp, resolveReferences, type ContainerStep, type Plan, type PlanOptions, type RecreateStrategy, type ServicePlan } from '../plan/index.ts';
import type { Project } from '../project/index.ts';
import { done, working, type ProgressWriter } from '../progress/index.ts';
import type { Compose } from '../runtime/index.ts';
import { removeContainers } from './containers.ts';
import { createContainer, type Created } from './create-container.ts';
import { ensureImages } from './images.ts';
import { applyNetworks, applyVolumes } from './resources.ts';

/** How containers are made. */
export interface CreateProjectOptions {
  /** Named services; none: all. */
  services: readonly string[];
  /** Absent: nothing is built. */
  build: BuildOptions | undefined;
  quietPull: boolean;
  orphans: PlanOptions['orphans'];
  recreate: RecreateStrategy;
  recreateDependencies: RecreateStrategy;
  /** Whether anonymous volumes go from a container to the one in its place. */
  inherit: boolean;
  /** Seconds to stop in; absent: the containers' own. */
  timeout: number | undefined;
}

/** Brings images, networks, volumes and containers of a project to what its files say, without starting anything. `followed`: something comes after, so that nothing is done yet on a terminal. */
export async function createProject(compose: Compose, writer: ProgressWriter, project: Project, options: CreateProjectOptions, followed = false): Promise<void> {
  const containers = await projectContainers(compose.client, project.name, { all: true });
  const ready = await ensureImages(compose, project, options.build, options.quietPull);
  const [networks, { Volumes: volumes }] = await Promise.all([compose.client.networks.list(), compose.client.volumes.list()]);
  const services = options.services.length > 0 ? options.services : Object.keys(project.services);
  const plan = planUp(ready, { containers, networks, volumes: volumes ?? [] }, { ...options, services, separator: compose.separator });
  await applyPlan(compose, writer, ready, plan, options, followed);
}

async function applyPlan(compose: Compose, writer: ProgressWriter, planned: Project, plan: Plan, options: CreateProjectOptions, followed: boolean): Promise<void> {
  const project = await applyNetworks(compose, writer, planned, plan.networks);
  await applyVolumes(compose, writer, project, plan.volumes);
  if (plan.orphans.do === 'remove') await removeContainers(compose, writer, plan.orphans.containers, undefined, false);
  if (plan.orphans.do === 'warn') {
    const names = plan.orphans.containers.map(nameOf).join(' ');
    compose.warn(`Found orphan containers ([${names}]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up.`);
  }
  if (followed) writer.hasMore(true);
  const plans = new Map(plan.services.map((service) => [service.service.name, service]));
  const made = new Map<string, Created[]>();
  await visitInOrder(dependencyGraph(project), async (name) => {
    const service = plans.get(name);
    if (service) made.set(name, await applyService(compose, writer, project, service, made, options));
  });
}

async function applyService(
  compose: Compose, writer: ProgressWriter, project: Project, plan: ServicePlan, made: ReadonlyMap<string, readonly Created[]>, options: CreateProjectOptions,
): Promise<Created[]> {
  const service = resolveReferences(plan.service, (name) => byName(made.get(name) ?? [])[0]?.Id);
  const containers: (Created | undefined)[] = [];
  await together(plan.steps, async (step, i) => {
    containers[i] = await applyStep(step);
  });
  return containers.filter((container) => container !== undefined);

  async function applyStep(step: ContainerStep): Promise<Created | undefined> {
    switch (step.do) {
      case 'remove':
        await removeContainers(compose, writer, [step.container], options.timeout, false);
        return undefined;
      case 'keep':
        return keep(compose, writer, step.container);
      case 'create': {
        writer.event(working(`Container ${step.name}`, 'Creating'));
        const created = await createContainer(compose, writer, project, service, { name: step.name, number: step.number });
        writer.event(done(`Container ${step.name}`, 'Created'));
        return created;
      }
      default: {
        const { container, name, number } = step;
        writer.event(working(progressNameOf(container), 'Recreate'));
        const created = await createContainer(compose, writer, project, service, {
          name: `${container.Id.slice(0, 12)}_${name}`, number, replaced: options.inherit ? container : undefined, labels: { [labels.replace]: container.Id },
        });
        await compose.actions.stopContainer(container.Id, options.timeout);
        await compose.actions.removeContainer(container.Id, {});
        await compose.actions.renameContainer(created.Id, name);
        writer.event(done(progressNameOf(container), 'Recreated'));
        return { ...created, Names: [`/${name}`] };
      }
    }
  }
}

/** A container that stays as it is: one that runs or has ended is told of, one that is paused is started. */
async function keep(compose: Compose, writer: ProgressWriter, container: ContainerSummary): Promise<Created> {
  const name = progressNameOf(container);
  if (container.State === 'running') writer.event(done(name, 'Running'));
  else if (container.State === 'exited') writer.event(done(name, 'Created'));
  else if (container.State !== 'created' && container.State !== 'restarting') {
    writer.event(working(name, 'Restart'));
    await compose.actions.startContainer(container.Id);
    writer.event(done(name, 'Restarted'));
  }
  return container;
}
